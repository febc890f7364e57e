import { rmSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Fault } from '../../contract/engine-answers';
import type { Result } from '../../core/result';
import type { Handler } from '../calls/handler';
import type { Job } from '../jobs/jobs';
import { copyDatabase } from '../storage/copy';
import { openSnapshot } from '../storage/open';
import { checkProject } from './check-project';

async function checkStill(path: string, job: Job): Promise<Result<readonly Fault[]>> {
  const snapshot = openSnapshot(path);
  if (!snapshot.ok) return snapshot;
  try {
    return await checkProject(snapshot.value, job);
  } finally {
    snapshot.value.close();
  }
}

/** Checks a copy: without WAL, whoever reads for long keeps everybody from writing. */
async function checkCopy(path: string, job: Job): Promise<Result<readonly Fault[]>> {
  const folder = await mkdtemp(join(tmpdir(), 'postil-check-'));
  const copy = join(folder, 'copy.postil');
  try {
    const copied = await copyDatabase(path, copy, (done, total) => {
      job.report('copying', done, total);
      return !job.signal.aborted;
    });
    return copied.ok ? await checkStill(copy, job) : copied;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Checks the project as it is at one moment, while work on it goes on. */
export const checkFile: Handler<'project.check'> = ({ access, reader, jobs }, { job: name }) =>
  jobs.run(name, (job) =>
    access.mode === 'read-write' && reader.pragma('journal_mode') !== 'wal'
      ? checkCopy(reader.path, job)
      : checkStill(reader.path, job),
  );
