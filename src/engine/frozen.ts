import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fail, type Result } from '../core/result';
import type { Job } from './jobs/jobs';
import type { Project } from './project';
import type { Reader } from './storage/file/connection';
import { copyDatabase } from './storage/file/copy';
import { openReader } from './storage/file/open';

/**
 * Runs work on the project as it is at one moment, on a connection of its own, while others go on changing it. Under
 * WAL a reader keeps its moment and holds nobody up; in other journal modes it would, so that a copy is read there.
 */
export async function withFrozenProject<Value>(
  project: Project,
  job: Job,
  work: (reader: Reader) => Promise<Result<Value>>,
): Promise<Result<Value>> {
  const { reader } = project;
  if (reader.pragma('journal_mode') === 'wal') return withSnapshot(reader.path, work);
  const folder = await mkdtemp(join(tmpdir(), 'postil-'));
  try {
    const copy = join(folder, 'copy.postil');
    const copied = await copyDatabase(reader.path, copy, (done, total) => {
      job.report('copying', done, total);
      return !job.signal.aborted;
    });
    return copied.ok ? await withSnapshot(copy, work) : fail(copied.problem);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function withSnapshot<Value>(
  path: string,
  work: (reader: Reader) => Promise<Result<Value>>,
): Promise<Result<Value>> {
  const opened = openReader(path);
  if (!opened.ok) return opened;
  const reader = opened.value;
  const release = reader.hold();
  try {
    return await work(reader);
  } finally {
    release();
    reader.close();
  }
}
