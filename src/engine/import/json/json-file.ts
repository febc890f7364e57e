import type { InspectedFile } from '../../../contract/engine-answers';
import type { ImportPlan } from '../../../contract/engine-calls';
import type { RecordName } from '../../../core/model/records';
import { problem, type Problem } from '../../../core/problem';
import { ok, type Result } from '../../../core/result';
import type { Job } from '../../jobs/jobs';
import type { Batch } from '../batch';
import type { Identity } from '../identify';
import type { OpenFile } from '../open-file';
import { Stop } from '../refusal';
import { Draft, readDraft, type DraftSink } from './draft';
import { Merge, type Settlement } from './settle';

export type JsonIdentity = Extract<Identity, { readonly kind: 'postil-json' }>;

/** What a codebook consists of. */
const ofCodebook: ReadonlySet<RecordName> = new Set(['type', 'role', 'attribute', 'term']);

/** Reads a file and merges what it holds into a batch. */
async function merge(
  file: OpenFile,
  identity: JsonIdentity,
  { settlement, codebookOnly }: { readonly settlement: Settlement; readonly codebookOnly: boolean },
  batch: Batch,
  job: Job,
): Promise<Result<{ readonly counts: Draft['counts']; readonly merge: Merge }>> {
  const sink: DraftSink = {
    wants: (name) => !codebookOnly || ofCodebook.has(name),
    text: (sha256: string, text: string) => batch.texts.add(sha256, text),
    badRecord: (bad: Problem) => batch.refuse(file.path, bad),
  };
  const draft = new Draft(batch.capacity);
  try {
    const read = await readDraft(file, identity, draft, sink, job);
    if (!read.ok) return read;
    const isNew = batch.isForNewProject();
    if (isNew && draft.hasCodebook)
      batch.makeRoomForCodebook(({ record, id }) => draft.find(record, id) !== undefined);
    const merge = new Merge(batch, file.path, isNew ? 'new-project' : settlement);
    await merge.take(draft, job);
    return ok({ counts: draft.counts, merge });
  } finally {
    draft.close();
  }
}

/** Adds what a file in Postil's own format holds to a batch. A conflict that the plan leaves open is refused. */
export async function importJsonFile(
  file: OpenFile,
  identity: JsonIdentity,
  plan: ImportPlan,
  batch: Batch,
  job: Job,
): Promise<Result<null>> {
  const how = { settlement: plan.conflicts, codebookOnly: plan.codebook === 'only' };
  const merged = await merge(file, identity, how, batch, job);
  if (!merged.ok) return merged;
  const { conflictCount } = merged.value.merge;
  // Half an import would be hard to understand, so that this is about all the files.
  if (conflictCount > 0 && plan.conflicts === null)
    throw new Stop(problem('import-conflicts', { path: file.path, count: conflictCount }));
  return ok(null);
}

/** Looks at what an import of a file would do. The batch is only to look with. */
export async function inspectJsonFile(
  file: OpenFile,
  identity: JsonIdentity,
  batch: Batch,
  job: Job,
): Promise<Result<InspectedFile>> {
  const merged = await merge(file, identity, { settlement: null, codebookOnly: false }, batch, job);
  if (!merged.ok) return merged;
  const { counts, merge: looked } = merged.value;
  const { path, place: name, bytes } = file;
  const { conflicts, conflictCount } = looked;
  return ok({
    kind: 'postil-json',
    path,
    name,
    bytes,
    counts,
    conflicts,
    conflictCount,
    ...batch.problemsOf(path),
  });
}
