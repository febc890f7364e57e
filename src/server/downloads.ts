import { randomBytes, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { rm, stat } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import { basename } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { Staging } from '../host/staging';
import { safeHeaders } from './headers';

export const downloadsPath = '/downloads/';

/** Files that were made for the person in the browser: written to a temporary folder, fetched once, and gone. */
export interface Downloads {
  /** A place to write a file to. */
  target(suggestedName: string): Promise<string>;
  /** A link that gives the file once; null for a file that has no place here. */
  link(path: string): string | null;
  /** Answers a request for a link. */
  send(pathname: string, response: ServerResponse): Promise<void>;
}

/** Hands files over to a browser: each is written into a staging folder, and fetched by a link. */
export function makeDownloads(staging: Staging): Downloads {
  const targets = new Set<string>();
  const links = new Map<string, string>();
  return {
    async target(suggestedName) {
      const name = suggestedName.replace(/[/\\:*?"<>|\p{Cc}]/gu, '_').replace(/^\.+/u, '_');
      const { path } = await staging.place(randomUUID(), name);
      targets.add(path);
      return path;
    },
    link(path) {
      if (!targets.has(path)) return null;
      const id = randomBytes(24).toString('base64url');
      links.set(id, path);
      return downloadsPath + id;
    },
    async send(pathname, response) {
      const id = pathname.slice(downloadsPath.length);
      const path = links.get(id);
      links.delete(id);
      const file = path === undefined ? null : await stat(path).catch(() => null);
      if (path === undefined || !file) {
        response.writeHead(404, safeHeaders).end();
        return;
      }
      targets.delete(path);
      response.writeHead(200, {
        ...safeHeaders,
        'Content-Type': 'application/octet-stream',
        'Content-Length': file.size,
        'Content-Disposition': `attachment; filename*=UTF-8''${encodeURIComponent(basename(path))}`,
        'Cache-Control': 'no-store',
      });
      await pipeline(createReadStream(path), response);
      await rm(path, { force: true });
    },
  };
}
