import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/**
 * Listens on this machine's own addresses, and on no other: IPv4, and IPv6 under the same port where there is that.
 * Rejects where the port is taken.
 */
export async function listenOnLoopback(port: number): Promise<readonly [Server, ...Server[]]> {
  const first = await listen('127.0.0.1', port);
  const second = await listen('::1', portOf(first)).catch(() => null);
  return second ? [first, second] : [first];
}

/** The port of a server that listens. */
export const portOf = (server: Server): number => (server.address() as AddressInfo).port;

function listen(host: string, port: number): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen({ host, port, exclusive: true }, () => {
      server.off('error', reject);
      resolve(server);
    });
  });
}
