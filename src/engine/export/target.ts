import { randomUUID } from 'node:crypto';
import { open, realpath, rename, rm, type FileHandle } from 'node:fs/promises';
import { dirname, extname, join } from 'node:path';
import { problem, type Problem } from '../../core/problem';
import { fail, ok, type Result } from '../../core/result';
import { codeOf } from '../../core/thrown';
import { projectEnding } from '../project-file/paths';

/** How much is gathered before it is written, in UTF-16 units or bytes. */
const portion = 1 << 19;

/** A file in the making. Writes are gathered. */
export interface Draft {
  write(data: string | Uint8Array): Promise<void>;
}

function problemOf(error: unknown, path: string): Problem | undefined {
  const folder = dirname(path);
  switch (codeOf(error)) {
    case 'ENOENT':
    case 'ENOTDIR':
      return problem('folder-missing', { path: folder });
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return problem('folder-read-only', { path: folder });
    case 'ENAMETOOLONG':
      return problem('target-name-too-long', { path });
    case 'EISDIR':
    case 'ENOTEMPTY':
      return problem('target-is-folder', { path });
    case 'ENOSPC':
    case 'EDQUOT':
      return problem('disk-full', { path });
    case 'EIO':
      return problem('disk-failed', { path });
    default:
      return undefined;
  }
}

class Gathering implements Draft {
  bytes = 0;
  readonly #file: FileHandle;
  #pieces: (string | Uint8Array)[] = [];
  #length = 0;

  constructor(file: FileHandle) {
    this.#file = file;
  }

  async write(data: string | Uint8Array): Promise<void> {
    this.#pieces.push(data);
    this.#length += data.length;
    if (this.#length >= portion) await this.flush();
  }

  async flush(): Promise<void> {
    const bytes = joined(this.#pieces);
    await this.#file.writeFile(bytes);
    this.bytes += bytes.length;
    this.#pieces = [];
    this.#length = 0;
  }
}

/** Neighbouring texts are joined before they are encoded, so that no surrogate pair is cut in two. */
function joined(pieces: readonly (string | Uint8Array)[]): Buffer {
  if (pieces.every((piece) => typeof piece === 'string')) return Buffer.from(pieces.join(''));
  return Buffer.concat(pieces.map((piece) => (typeof piece === 'string' ? Buffer.from(piece) : piece)));
}

/** A project is worth more than any export: one that exists is never overwritten. */
async function isProject(path: string): Promise<boolean> {
  if (extname(path) !== projectEnding) return false;
  return realpath(path).then(
    () => true,
    () => false,
  );
}

/** Where what is to take the place of a target lies until it is complete. Its name is short: the target's may be as long as can be. */
export const unfinishedBeside = (target: string): string => join(dirname(target), `.${randomUUID()}.part`);

/** Removes what was not finished, if there is anything. What goes wrong with that is nothing to what went wrong before. */
export async function discard(unfinished: string): Promise<void> {
  await rm(unfinished, { recursive: true, force: true }).catch(() => undefined);
}

/**
 * Writes a file in one piece: what is not finished lies beside the target under another name, and takes its place
 * only when it is complete and on disk. Answers with the number of bytes.
 */
export async function writeWhole(
  path: string,
  fill: (draft: Draft) => Promise<Result<null>>,
): Promise<Result<number>> {
  if (await isProject(path)) return fail(problem('file-exists', { path }));
  const unfinished = unfinishedBeside(path);
  try {
    return await orKnownProblem(path, async () => {
      const file = await open(unfinished, 'wx');
      const draft = new Gathering(file);
      try {
        const filled = await fill(draft);
        if (!filled.ok) return filled;
        await draft.flush();
        await file.sync();
      } finally {
        await file.close();
      }
      await rename(unfinished, path);
      return ok(draft.bytes);
    });
  } finally {
    await discard(unfinished);
  }
}

/** Runs work on a target; what the file system says against it becomes a problem where it is one that people know. */
export async function orKnownProblem(
  path: string,
  work: () => Promise<Result<number>>,
): Promise<Result<number>> {
  try {
    return await work();
  } catch (error) {
    const known = problemOf(error, path);
    if (!known) throw error;
    return fail(known);
  }
}
