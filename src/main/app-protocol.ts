import { isAbsolute, relative, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { net, protocol } from 'electron';

/** Answers `app://postil/…` from the built renderer's folder, and nothing outside it. */
export function serveRenderer(folder: string): void {
  protocol.handle('app', (request) => {
    const file = resolve(folder, '.' + decodeURIComponent(new URL(request.url).pathname));
    const inside = relative(folder, file);
    if (inside.startsWith('..') || isAbsolute(inside)) return new Response(null, { status: 404 });
    return net.fetch(pathToFileURL(file).href);
  });
}
