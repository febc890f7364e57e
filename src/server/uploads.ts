import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { z } from 'zod';
import { relativePath } from '../contract/fields';
import { problem } from '../core/problem';
import { fail, ok, type Result } from '../core/result';
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

export type ReceiveUpload = (
  pathname: string,
  request: IncomingMessage,
  response: ServerResponse,
) => Promise<void>;

/**
 * Receives files as `PUT /uploads/<batch>/<relative path>`, streaming each into the staging folder. Answers with a
 * Result as JSON: the file's path, or that of the topmost folder that it lay in.
 */
export function makeUploads(staging: Staging, limits: UploadLimits): ReceiveUpload {
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

  async function receive(place: UploadPlace, request: IncomingMessage): Promise<Result<string>> {
    const { path, top } = await staging.place(place.batch, place.relativePath);
    try {
      await pipeline(request, countBytes(), createWriteStream(path));
      return ok(top);
    } catch (error) {
      await rm(path, { force: true });
      if (error instanceof TooLarge)
        return fail(problem('upload-too-large', { megabytes: Math.floor(limits.bytesPerFile / 2 ** 20) }));
      return fail(problem('upload-failed'));
    }
  }

  return async (pathname, request, response) => {
    const place = parsePlace(pathname);
    if (!place) {
      response.writeHead(400, safeHeaders).end();
      return;
    }
    const result = await receive(place, request);
    if (response.destroyed) return;
    // What is left of a file that was refused is not read: the connection ends with the answer.
    const ending = result.ok ? {} : { Connection: 'close' };
    response
      .writeHead(result.ok ? 201 : 413, { ...safeHeaders, ...ending, 'Content-Type': 'application/json' })
      .end(JSON.stringify(result));
  };
}

const placeSchema = z.object({ batch: z.uuid(), relativePath });

type UploadPlace = z.infer<typeof placeSchema>;

function parsePlace(pathname: string): UploadPlace | null {
  const [batch, ...steps] = pathname.slice(uploadsPath.length).split('/');
  try {
    const relative = steps.map((step) => decodeURIComponent(step)).join('/');
    return placeSchema.safeParse({ batch, relativePath: relative }).data ?? null;
  } catch {
    return null;
  }
}
