import type { ImportReport } from '../../contract/engine-answers';
import type { ImportPlan } from '../../contract/engine-calls';
import { problem } from '../../core/problem';
import { fail, ok, type Result } from '../../core/result';
import type { Handler } from '../calls/handler';
import type { Job } from '../jobs/jobs';
import { writerOf, type Project } from '../project';
import { rowsOfShelf } from '../storage/journal/change-rows';
import { shelfCapacity } from '../storage/shelf/shelf';
import { inTurn } from '../turns';
import { Batch } from './batch';
import { importDocumentFile } from './documents/document-file';
import type { Reading } from './documents/read';
import { importTableFile } from './documents/tables/table-file';
import { ReadingThread } from './documents/thread/reading-thread';
import { eachFile, filesUnder } from './each-file';
import { mayBeAsked } from './encodings/names';
import { sortByFormat } from './exchange/claims';
import { importClaims } from './exchange/import-claims';
import type { FoundFile } from './find';
import { identify, readAs } from './identify';
import { importJsonFile } from './json/json-file';
import type { OpenFile } from './open-file';
import { orRefused } from './refusal';
import { Staging } from './staging';
import { importTextFile } from './text-file';

async function importFile(
  file: OpenFile,
  plan: ImportPlan,
  batch: Batch,
  reading: Reading,
): Promise<Result<null>> {
  const identity = await identify(file, file.path, readAs(plan.format));
  if (!identity.ok) return identity;
  // Texts have no codebook.
  if (plan.codebook === 'only' && identity.value.kind !== 'postil-json') return ok(null);
  switch (identity.value.kind) {
    case 'text':
      return importTextFile(file, identity.value, plan, batch, reading.job);
    case 'document':
      return importDocumentFile(file, identity.value, plan, batch, reading);
    case 'table':
      return importTableFile(file, identity.value, plan, batch, reading);
    case 'postil-json':
      return importJsonFile(file, identity.value, plan, batch, reading.job);
  }
}

/** Gathers everything under the plan's paths, then adds it in one change. */
async function importAll(
  batch: Batch,
  plan: ImportPlan,
  staging: Staging,
  reading: Reading,
): Promise<Result<ImportReport>> {
  const unpacked = await filesUnder(plan.paths, reading.job);
  try {
    return await importFiles(unpacked.files, batch, plan, staging, reading);
  } finally {
    unpacked.close();
  }
}

async function importFiles(
  files: readonly FoundFile[],
  batch: Batch,
  plan: ImportPlan,
  staging: Staging,
  reading: Reading,
): Promise<Result<ImportReport>> {
  const { job } = reading;
  const sorted = await sortByFormat(files, plan);
  if (!sorted.ok) return sorted;
  const { claims, empty, rest } = sorted.value;
  for (const { path } of empty) batch.warn(path, problem('format-no-documents'));
  await importClaims(claims, plan, batch, job);
  for await (const { file, result } of eachFile(rest, job, (open) => importFile(open, plan, batch, reading)))
    if (!result.ok) batch.refuse(file.path, result.problem);
  const rows = rowsOfShelf(batch.records);
  if (rows.count === 0) return ok(batch.report(null));
  const change = await batch.project.inSteps.commit({ name: 'import', rows, texts: staging.inMemory }, job);
  return change.ok ? ok(batch.report(change.value.number)) : change;
}

/**
 * Imports files and folders as one undoable change, be it longer than what can be held in memory: of that, `capacity`
 * says how much is (see `weightOf`). A file that cannot be imported is reported and the others are; an import that is
 * cancelled, fails, or dies with the engine leaves nothing behind.
 */
export async function importPaths(
  project: Project,
  plan: ImportPlan,
  job: Job,
  capacity = shelfCapacity,
): Promise<Result<ImportReport>> {
  if (!mayBeAsked(plan.encoding))
    return fail(problem('encoding-unsupported', { encoding: plan.encoding ?? '' }));
  return inTurn(project, async () => {
    const writer = writerOf(project);
    if (!writer.ok) return writer;
    const staging = new Staging(writer.value);
    const batch = new Batch(project, staging, capacity, plan.listsAll);
    const reading = { thread: new ReadingThread(), job };
    try {
      return await orRefused(() => importAll(batch, plan, staging, reading), 'import');
    } finally {
      await reading.thread.close();
      batch.close();
      staging.discard();
    }
  });
}

/** Imports what a person chose, as a job that can be watched and stopped. */
export const runImport: Handler<'import.run'> = (project, { job: name, plan }) =>
  project.jobs.run(name, (job) => importPaths(project, plan, job));
