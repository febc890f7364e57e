import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { rendererFile } from '../host/renderer-files';
import { safeHeaders } from './headers';

/** Answers with a file of the renderer's build. */
export async function sendPage(folder: string, pathname: string, response: ServerResponse): Promise<void> {
  const file = rendererFile(folder, pathname);
  const found = file && (await stat(file.path).catch(() => null));
  if (!file || !found?.isFile()) {
    response.writeHead(404, safeHeaders).end();
    return;
  }
  response.writeHead(200, {
    ...safeHeaders,
    'Content-Type': file.contentType,
    'Content-Length': found.size,
    // The names of assets change with their contents; the page names the current ones.
    'Cache-Control': pathname.startsWith('/assets/') ? 'private, max-age=31536000, immutable' : 'no-store',
  });
  await pipeline(createReadStream(file.path), response);
}
