import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { z } from 'zod';
import { relativePath } from '../contract/fields';
import type { Staging } from '../host/staging';
import { safeHeaders } from './headers';

export const uploadsPath = '/uploads/';

/** More than any text that is worth splitting; less than fills a disk by mistake. */
export interface UploadLimits {
  readonly bytesPerFile: number;
  readonly bytesTogether: number;
}

export const usualLimits: UploadLimits = { bytesPerFile: 2 ** 30, bytesTogether: 8 * 2 ** 30 };

class TooLarge extends Error {}

/**
 * Receives files as `PUT /uploads/<batch>/<relative path>`, streaming each into the staging folder. Answers with
 * `{"path"}`: the file's, or that of the topmost folder that it lay in.
 */
export function makeUploads(
  staging: Staging,
  limits: UploadLimits,
): (pathname: string, request: IncomingMessage, response: ServerResponse) => Promise<void> {
  let received = 0;

  function countBytes(): Transform {
    let ofThisFile = 0;
    return new Transform({
      transform(chunk: Buffer, _encoding, done) {
        ofThisFile += chunk.length;
        received += chunk.length;
        const fits = ofThisFile <= limits.bytesPerFile && received <= limits.bytesTogether;
        done(fits ? null : new TooLarge(), chunk);
      },
    });
  }

  return async (pathname, request, response) => {
    const place = parsePlace(pathname);
    if (!place) {
      response.writeHead(400, safeHeaders).end();
      return;
    }
    const { path, top } = await staging.place(place.batch, place.relativePath);
    try {
      await pipeline(request, countBytes(), createWriteStream(path));
    } catch (error) {
      await rm(path, { force: true });
      // The rest of what is too large is not read: the connection ends with the answer.
      const status = error instanceof TooLarge ? 413 : 507;
      if (!response.destroyed) response.writeHead(status, { ...safeHeaders, Connection: 'close' }).end();
      return;
    }
    response
      .writeHead(201, { ...safeHeaders, 'Content-Type': 'application/json' })
      .end(JSON.stringify({ path: top }));
  };
}

const placeSchema = z.object({ batch: z.uuid(), relativePath });

function parsePlace(pathname: string): z.infer<typeof placeSchema> | null {
  const [batch, ...steps] = pathname.slice(uploadsPath.length).split('/');
  try {
    const relative = steps.map((step) => decodeURIComponent(step)).join('/');
    return placeSchema.safeParse({ batch, relativePath: relative }).data ?? null;
  } catch {
    return null;
  }
}
