import type { Result } from '../../core/result';
import { fail } from '../../core/result';
import type { Job } from '../jobs/jobs';
import { findFiles, type FoundFile } from './find';
import { openFile, type OpenFile } from './open-file';
import { orRefused } from './refusal';

/** Each file is read twice: to find out what it is, and to take it in. */
const readings = 2;

/** A file that tells of all the bytes that were read of it. */
function watched(file: FoundFile, tell: (bytesRead: number) => void): OpenFile {
  const open = openFile(file);
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

/** Finds all files under some paths, works on each in turn, and tells in bytes how far that is. */
export async function* eachFile<Value>(
  paths: readonly string[],
  job: Job,
  work: (file: OpenFile) => Promise<Result<Value>>,
): AsyncGenerator<{ readonly file: FoundFile; readonly result: Result<Value> }> {
  const files: FoundFile[] = [];
  for await (const file of findFiles(paths, job)) files.push(file);
  const total = files.reduce((sum, { bytes }) => sum + bytes, 0);
  let done = 0;
  for (const file of files) {
    const tell = (read: number): void =>
      job.report('reading', done + Math.min(file.bytes, Math.floor(read / readings)), total);
    const result = file.problem
      ? fail(file.problem)
      : await orRefused(() => work(watched(file, tell)), 'file');
    done += file.bytes;
    job.report('reading', done, total);
    yield { file, result };
    await job.breathe();
  }
}
