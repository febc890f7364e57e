import type { Result } from '../../core/result';
import { fail } from '../../core/result';
import type { Job } from '../jobs/jobs';
import { unpackArchives, type Unpacked } from './documents/zip/files-in';
import { findFiles, type FoundFile } from './find';
import { openFile, type OpenFile } from './open-file';
import { orRefused } from './refusal';

/** Each file is read twice: to find out what it is, and to take it in. */
const readings = 2;

/** How many files are read while one is worked on: most are small, and the disk can look for several at once. */
const ahead = 16;

/** A file that tells of all the bytes that were read of it. */
function watched(open: OpenFile, tell: (bytesRead: number) => void): OpenFile {
  let read = 0;
  return {
    ...open,
    async *pieces() {
      for await (const piece of open.pieces()) {
        read += piece.length;
        tell(read);
        yield piece;
      }
    },
  };
}

/** All files under some paths, and those in archives there, to be closed when they are no longer read. */
export async function filesUnder(paths: readonly string[], job: Job): Promise<Unpacked> {
  const files: FoundFile[] = [];
  for await (const file of findFiles(paths, job)) files.push(file);
  return unpackArchives(files, job);
}

/** Works on each of some files in turn, and tells in bytes how far that is. */
export async function* eachFile<Value>(
  files: readonly FoundFile[],
  job: Job,
  work: (file: OpenFile) => Promise<Result<Value>>,
): AsyncGenerator<{ readonly file: FoundFile; readonly result: Result<Value> }> {
  const total = files.reduce((sum, { bytes }) => sum + bytes, 0);
  let done = 0;
  const opened: OpenFile[] = [];
  for (const [index, file] of files.entries()) {
    while (opened.length < ahead && index + opened.length < files.length) {
      const next = openFile(files[index + opened.length] ?? file);
      if (!next.problem) next.prefetch();
      opened.push(next);
    }
    const open = opened.shift() ?? openFile(file);
    const tell = (read: number): void =>
      job.report('reading', done + Math.min(file.bytes, Math.floor(read / readings)), total);
    const result = file.problem
      ? fail(file.problem)
      : await orRefused(() => work(watched(open, tell)), 'file');
    done += file.bytes;
    job.report('reading', done, total);
    yield { file, result };
    await job.breathe();
  }
}
