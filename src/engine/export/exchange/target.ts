import { lstat, mkdir, open, readdir, rename, rmdir, type FileHandle } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Zip, ZipDeflate } from 'fflate';
import { problem } from '../../../core/problem';
import { fail, ok, type Result } from '../../../core/result';
import type { Piece } from '../../../formats/exchange/format';
import { discard, orKnownProblem, unfinishedBeside, writeWhole } from '../target';

type Pieces = AsyncIterable<Piece>;

const encoder = new TextEncoder();
const bytesOf = (data: Piece['data']): Uint8Array => (typeof data === 'string' ? encoder.encode(data) : data);

/** The same moment in every archive, so that the same contents make the same bytes: the first that ZIP knows. */
const beginning = new Date(1980, 0, 1);

/** Writes what a format makes as one file. Answers with the number of bytes. */
export const writeFile = (out: string, pieces: Pieces): Promise<Result<number>> =>
  writeWhole(out, async (draft) => {
    for await (const { data } of pieces) await draft.write(data);
    return ok(null);
  });

/** Writes the files that a format makes into one archive. */
export const writeZip = (out: string, pieces: Pieces): Promise<Result<number>> =>
  writeWhole(out, async (draft) => {
    const ready: Uint8Array[] = [];
    let failure: Error | null = null;
    const zip = new Zip((error, data) => {
      failure ??= error;
      ready.push(data);
    });
    const pass = async (): Promise<void> => {
      if (failure) throw failure;
      for (const data of ready.splice(0)) await draft.write(data);
    };
    const entries: ZipDeflate[] = [];
    const endLast = (): unknown => entries.pop()?.push(new Uint8Array(), true);
    const entryFor = (file: string): ZipDeflate => {
      const [current] = entries;
      if (current?.filename === file) return current;
      endLast();
      const entry = new ZipDeflate(file, { level: 6 });
      entry.mtime = beginning;
      zip.add(entry);
      entries.push(entry);
      return entry;
    };
    for await (const { file, data } of pieces) {
      entryFor(file).push(bytesOf(data));
      await pass();
    }
    endLast();
    zip.end();
    await pass();
    return ok(null);
  });

/**
 * Writes the files that a format makes into a folder, which must not be there or be empty. They are gathered beside it
 * under another name; the folder takes its name only when it is complete.
 */
export async function writeFolder(out: string, pieces: Pieces): Promise<Result<number>> {
  const unfinished = unfinishedBeside(out);
  try {
    return await orKnownProblem(out, async () => {
      const there = await filesIn(out);
      if (there === 'no folder') return fail(problem('file-exists', { path: out }));
      if (there && there.length > 0) return fail(problem('folder-not-empty', { path: out }));
      await mkdir(unfinished);
      const bytes = await fillFolder(unfinished, pieces);
      if (there) await rmdir(out);
      await rename(unfinished, out);
      return ok(bytes);
    });
  } finally {
    await discard(unfinished);
  }
}

/** What is in a folder; null where there is nothing of its name. */
const filesIn = (folder: string): Promise<readonly string[] | 'no folder' | null> =>
  readdir(folder).catch(() =>
    lstat(folder).then(
      () => 'no folder' as const,
      () => null,
    ),
  );

async function fillFolder(folder: string, pieces: Pieces): Promise<number> {
  let bytes = 0;
  let handle: FileHandle | undefined;
  let current: string | undefined;
  try {
    for await (const { file, data } of pieces) {
      if (!handle || current !== file) {
        await handle?.close();
        handle = undefined;
        const path = join(folder, ...file.split('/'));
        await mkdir(dirname(path), { recursive: true });
        handle = await open(path, 'wx');
        current = file;
      }
      const encoded = bytesOf(data);
      await handle.writeFile(encoded);
      bytes += encoded.length;
    }
  } finally {
    await handle?.close();
  }
  return bytes;
}

/** Makes what a format makes and keeps nothing of it: to see what it would lose. */
export async function writeNowhere(pieces: Pieces): Promise<Result<number>> {
  let bytes = 0;
  for await (const { data } of pieces)
    bytes += typeof data === 'string' ? Buffer.byteLength(data) : data.length;
  return ok(bytes);
}
