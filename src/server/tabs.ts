import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer, type WebSocket } from 'ws';
import { isOwnHost, isOwnOrigin, type Access } from './access';

/** A command with everything that it touches; files come by another way. */
const largestMessage = 64 * 2 ** 20;

/** The tabs that are connected. */
export interface Tabs {
  /** Tells every tab that the server goes away. */
  close(): void;
}

/**
 * Accepts WebSockets at `/bridge?project=…` from pages of this server in the browser that has its cookie. `serve`
 * receives the project that the tab is to show, or null.
 */
export function acceptTabs(
  servers: readonly Server[],
  port: number,
  access: Access,
  serve: (socket: WebSocket, project: string | null) => void,
): Tabs {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: largestMessage });

  function admit(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    const { headers, url = '/' } = request;
    const isOurs = isOwnHost(headers, port) && isOwnOrigin(headers) && access.hasCookie(headers);
    const { pathname, searchParams } = new URL(url, 'http://127.0.0.1');
    if (pathname !== '/bridge' || !isOurs) {
      socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\n\r\n');
      return;
    }
    sockets.handleUpgrade(request, socket, head, (tab) => {
      serve(tab, searchParams.get('project'));
    });
  }

  for (const server of servers) server.on('upgrade', admit);
  return {
    close() {
      for (const tab of sockets.clients) tab.close(1001);
    },
  };
}
