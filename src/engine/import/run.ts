import type { ImportReport } from '../../contract/engine-answers';
import type { ImportPlan } from '../../contract/engine-calls';
import { isEmptyDiff } from '../../core/diff';
import { problem } from '../../core/problem';
import { fail, ok, type Result } from '../../core/result';
import type { Handler } from '../calls/handler';
import type { Job } from '../jobs/jobs';
import { writerOf, type Project } from '../project';
import { Batch } from './batch';
import { eachFile } from './each-file';
import { encodingNamed } from './encodings/names';
import { identify } from './identify';
import { importJsonFile } from './json/json-file';
import type { OpenFile } from './open-file';
import { orRefused } from './refusal';
import { Staging } from './staging';
import { importTextFile } from './text-file';

async function importFile(file: OpenFile, plan: ImportPlan, batch: Batch, job: Job): Promise<Result<null>> {
  const identity = await identify(file, file.path);
  if (!identity.ok) return identity;
  return identity.value.kind === 'text'
    ? importTextFile(file, identity.value, plan, batch, job)
    : importJsonFile(file, identity.value, plan, batch, job);
}

/** Gathers everything under the plan's paths, then adds it in one change. */
async function importAll(
  project: Project,
  plan: ImportPlan,
  staging: Staging,
  job: Job,
): Promise<Result<ImportReport>> {
  const batch = new Batch(project, staging);
  let files = 0;
  for await (const { file, result } of eachFile(plan.paths, job, (open) =>
    importFile(open, plan, batch, job),
  )) {
    files += 1;
    if (!result.ok) batch.refuse(file.path, result.problem);
  }
  if (files === 0) return fail(problem('import-nothing'));
  const diff = batch.diff();
  if (isEmptyDiff(diff)) return ok(batch.report(null));
  job.report('writing', 0, null);
  const change = project.commit({ name: 'import', diff, texts: staging.inMemory });
  return change.ok ? ok(batch.report(change.value.number)) : change;
}

/** Imports of one project, each after the one before: what they put aside in its file has no owner's name. */
const lastImports = new WeakMap<Project, Promise<unknown>>();

async function inTurn<Value>(project: Project, work: () => Promise<Value>): Promise<Value> {
  const before = lastImports.get(project);
  const mine = (async () => {
    await before;
    return work();
  })();
  // The next one waits for this one to end, not for it to succeed.
  lastImports.set(
    project,
    mine.catch(() => null),
  );
  return mine;
}

/**
 * Imports files and folders as one undoable change. A file that cannot be imported is reported and the others are;
 * an import that is cancelled, fails, or dies with the engine leaves nothing behind.
 */
export const runImport: Handler<'import.run'> = (project, { job: name, plan }) => {
  const writer = writerOf(project);
  if (!writer.ok) return writer;
  if (plan.encoding !== null && encodingNamed(plan.encoding) === undefined)
    return fail(problem('encoding-unsupported', { encoding: plan.encoding }));
  return project.jobs.run(name, (job) =>
    inTurn(project, async () => {
      const staging = new Staging(writer.value);
      try {
        return await orRefused(() => importAll(project, plan, staging, job), 'import');
      } finally {
        staging.discard();
      }
    }),
  );
};
