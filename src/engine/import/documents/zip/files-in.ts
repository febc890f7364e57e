import { open } from 'node:fs/promises';
import { problem, type Problem } from '../../../../core/problem';
import type { Job } from '../../../jobs/jobs';
import { inOrder, type FoundFile } from '../../find';
import { openFile } from '../../open-file';
import { Refusal } from '../../refusal';
import { collectBytes } from '../collect';
import { magicOf } from '../identify';
import { limits } from '../limits';
import { openArchive, type Archive, type ArchiveEntry } from './archive';
import { isPassedOver } from './entry-name';
import { packageFormat } from './package';

/** Files, those in archives like any others, which can be read until they are closed. */
export interface Unpacked {
  readonly files: readonly FoundFile[];
  close(): void;
}

const magicLength = 8;

/** The first bytes of a file; none where it cannot be read, which is told when it is to be imported. */
async function firstBytes(file: FoundFile): Promise<Buffer> {
  if (file.source) {
    for await (const piece of file.source()) return piece;
    return Buffer.alloc(0);
  }
  try {
    const opened = await open(file.path);
    try {
      const { buffer, bytesRead } = await opened.read(Buffer.alloc(magicLength), 0, magicLength, 0);
      return buffer.subarray(0, bytesRead);
    } finally {
      await opened.close();
    }
  } catch {
    return Buffer.alloc(0);
  }
}

/** A file in an archive, as if it lay in a folder of the archive's name. */
const foundEntry = (archive: FoundFile, { name, bytes, problem: found, read }: ArchiveEntry): FoundFile => ({
  path: `${archive.path}/${name}`,
  place: `${archive.place}/${name}`,
  bytes,
  problem: found,
  source: read,
});

const withProblem = (file: FoundFile, found: Problem): FoundFile => ({ ...file, problem: found });

/**
 * Puts the files in an archive of files in its place, those of archives in it likewise. A document that is packed as
 * an archive stays as it is. What stands in the way of opening an archive becomes its problem.
 */
export async function unpackArchives(files: readonly FoundFile[], job: Job): Promise<Unpacked> {
  const archives: Archive[] = [];

  async function* inArchive(file: FoundFile, depth: number): AsyncGenerator<FoundFile> {
    const archive = await openArchive(file.source ? await collectBytes(openFile(file)) : file.path);
    archives.push(archive);
    if ((await packageFormat(archive)) !== 'archive') yield file;
    else if (depth >= limits.archiveDepth)
      yield withProblem(file, problem('archive-too-deep', { deepest: limits.archiveDepth }));
    else
      // As from a folder: archives have their files in any order.
      for (const entry of archive.entries.toSorted((a, b) => inOrder(a.name, b.name)))
        if (!isPassedOver(entry.name)) yield* expand(foundEntry(file, entry), depth + 1);
  }

  async function* expand(file: FoundFile, depth: number): AsyncGenerator<FoundFile> {
    await job.breathe();
    try {
      if (file.problem === null && magicOf(await firstBytes(file)) === 'zip') yield* inArchive(file, depth);
      else yield file;
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      yield withProblem(file, error.problem);
    }
  }

  const close = (): void => {
    for (const archive of archives) archive.close();
  };
  try {
    const unpacked: FoundFile[] = [];
    for (const file of files) for await (const found of expand(file, 0)) unpacked.push(found);
    return { files: unpacked, close };
  } catch (error) {
    close();
    throw error;
  }
}
