import { join, resolve } from 'node:path';
import { problem } from '../core/problem';
import { fail, ok, type Result } from '../core/result';
import { forkEngine } from '../engine/process/fork';
import { onStopSignal } from '../engine/process/stop-signals';
import { makeHost, type Host } from '../host/host';
import { ownFolders } from '../host/own-folders';
import { makeAccess } from './access';
import { browserPlatform } from './browser-platform';
import { serveTab } from './connection';
import { makeDownloads } from './downloads';
import { listenOnLoopback, portOf } from './listen';
import { answerRequest } from './requests';
import { acceptTabs } from './tabs';
import { makeUploads, usualLimits } from './uploads';

export interface ServerOptions {
  /** The project that the address leads to; null for the welcome screen. */
  readonly project: string | null;
  /** 0 for any that is free. */
  readonly port: number;
}

export interface RunningServer {
  readonly port: number;
  /** An address that lets one browser in, once. Each call makes another. */
  address(): string;
  /** Closes every project, then the server. */
  close(): Promise<void>;
  /** Settles when the server was closed: by a signal, by the page's command to quit, or by `close`. */
  readonly closed: Promise<void>;
}

/** What was built. Both lie beside this file's folder in `out/`, where every entry and chunk is one folder deep. */
const built = {
  renderer: join(import.meta.dirname, '../renderer'),
  engine: join(import.meta.dirname, '../engine/process.js'),
};

/** Milliseconds: long enough for a page to be loaded again, short enough to find the file free after its tab. */
const lingerAfterTab = 5000;

/**
 * Starts the browser host on this machine's loopback addresses. Problems: those of opening the project, and
 * `port-taken` where the port is taken. Ends cleanly on SIGINT and SIGTERM.
 */
export async function startServer({ project, port: asked }: ServerOptions): Promise<Result<RunningServer>> {
  const host = makeHost({
    folders: ownFolders(),
    spawn: forkEngine(built.engine),
    linger: lingerAfterTab,
  });
  const first = await firstPage(host, project);
  if (!first.ok) return first;

  const servers = await listenOnLoopback(asked).catch(() => null);
  if (!servers) {
    await host.close();
    return fail(problem('port-taken', { port: asked }));
  }
  const port = portOf(servers[0]);
  const access = makeAccess(port);
  const downloads = makeDownloads(host.staging);
  const routes = {
    port,
    access,
    downloads,
    rendererFolder: built.renderer,
    firstPage: first.value,
    receiveUpload: makeUploads(host.staging, usualLimits),
  };
  for (const server of servers) {
    server.on('request', (request, response) => {
      answerRequest(routes, request, response).catch((error: unknown) => {
        // A browser that went away in the middle of a file is its own affair.
        if (!request.destroyed) console.error(error);
        response.destroy();
      });
    });
  }
  const tabs = acceptTabs(servers, port, access, (socket, shown) => {
    serveTab(host, socket, shown, (session) => browserPlatform(session, downloads, () => void close()));
  });

  const forgetSignals = onStopSignal(() => void close());
  let end: () => void;
  const closed = new Promise<void>((resolve) => {
    end = resolve;
  });
  let closing: Promise<void> | null = null;
  const close = (): Promise<void> => (closing ??= shutDown().finally(end));

  async function shutDown(): Promise<void> {
    await host.close();
    tabs.close();
    for (const server of servers ?? []) {
      server.close();
      server.closeAllConnections();
    }
    forgetSignals();
  }

  return ok({ port, close, closed, address: () => `http://127.0.0.1:${port}/?token=${access.makeToken()}` });
}

/** The page that the address leads to. Its project stays open as long as the server runs, tabs or no tabs. */
async function firstPage(host: Host, project: string | null): Promise<Result<string>> {
  if (project === null) return ok('/');
  const held = await host.projects.hold(
    { make: 'existing', path: resolve(project), how: 'normally' },
    () => undefined,
  );
  if (!held.ok) return held;
  await host.remember(held.value.path);
  return ok(`/?${new URLSearchParams({ project: held.value.path }).toString()}`);
}
