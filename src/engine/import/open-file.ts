import { open, readFile } from 'node:fs/promises';
import { problem } from '../../core/problem';
import type { FoundFile } from './find';
import { Refusal } from './refusal';

/** The bytes of a file in pieces, as often as they are asked for. */
export interface Bytes {
  pieces(): AsyncIterable<Buffer>;
}

/** A file that is being imported. */
export interface OpenFile extends FoundFile, Bytes {
  /** Starts to read it, where it is small enough to be kept. */
  prefetch(): void;
}

const pieceSize = 1 << 20;

const refusalOf = (path: string): Refusal => new Refusal(problem('file-unreadable', { path }));
const refuse = (path: string) => (): never => {
  throw refusalOf(path);
};

async function* readPieces(path: string): AsyncGenerator<Buffer> {
  const file = await open(path).catch(refuse(path));
  try {
    for (;;) {
      const { buffer, bytesRead } = await file
        .read(Buffer.allocUnsafe(pieceSize), 0, pieceSize, null)
        .catch(refuse(path));
      if (bytesRead === 0) return;
      yield buffer.subarray(0, bytesRead);
    }
  } finally {
    await file.close();
  }
}

/** The bytes of a file from one place to before another. Throws a `Refusal`. */
export async function readPart(path: string, start: number, end: number): Promise<Uint8Array> {
  const file = await open(path).catch(refuse(path));
  try {
    const { buffer, bytesRead } = await file
      .read(Buffer.allocUnsafe(end - start), 0, end - start, start)
      .catch(refuse(path));
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

/** Opens a file. Of a small one, the bytes are read once and kept; a large one is read again each time. */
export function openFile(file: FoundFile): OpenFile {
  const { path, bytes, source } = file;
  if (bytes > pieceSize)
    return { ...file, pieces: source ?? (() => readPieces(path)), prefetch: () => undefined };
  let kept: Promise<Buffer | Refusal> | undefined;
  const read = (): Promise<Buffer | Refusal> =>
    (kept ??= source ? collect(source) : readFile(path).catch(() => refusalOf(path)));
  return {
    ...file,
    prefetch: () => void read(),
    async *pieces() {
      const content = await read();
      if (content instanceof Refusal) throw content;
      if (content.length > 0) yield content;
    },
  };
}

async function collect(source: () => AsyncIterable<Buffer>): Promise<Buffer | Refusal> {
  const pieces: Buffer[] = [];
  try {
    for await (const piece of source()) pieces.push(piece);
    return Buffer.concat(pieces);
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
}
