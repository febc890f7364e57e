import type { InspectedFile } from '../../../contract/engine-answers';
import type { ImportPlan } from '../../../contract/engine-calls';
import { problem, type Problem } from '../../../core/problem';
import { ok, type Result } from '../../../core/result';
import type { Job } from '../../jobs/jobs';
import { attributes, roles, terms, types, versions } from '../../storage/codebook';
import { countByName, type Batch } from '../batch';
import type { Identity } from '../identify';
import type { OpenFile } from '../open-file';
import { Stop } from '../refusal';
import { readDraft, type Draft } from './draft';
import { Merge, type Settlement } from './settle';

export type JsonIdentity = Extract<Identity, { readonly kind: 'postil-json' }>;

/** Reads a file and merges what it holds into a batch. */
async function merge(
  file: OpenFile,
  { encoding, markLength }: JsonIdentity,
  settlement: Settlement,
  batch: Batch,
  job: Job,
): Promise<Result<{ readonly draft: Draft; readonly merge: Merge }>> {
  const sink = {
    text: (sha256: string, text: string) => batch.texts.add(sha256, text),
    badRecord: (bad: Problem) => batch.refuse(file.path, bad),
  };
  const draft = await readDraft(file, encoding, markLength, sink, job);
  if (!draft.ok) return draft;
  const isNew = batch.isForNewProject();
  if (isNew && draft.value.hasCodebook) makeRoomForCodebook(draft.value, batch);
  const merge = new Merge(batch, file.path, isNew ? 'new-project' : settlement);
  await merge.take(draft.value, job);
  return ok({ draft: draft.value, merge });
}

/** In a project that nobody has worked in yet, the codebook of the file takes the place of the default one. */
function makeRoomForCodebook({ records }: Draft, batch: Batch): void {
  const { reader } = batch.project;
  const codebook = [
    ...types.all(reader),
    ...roles.all(reader),
    ...attributes.all(reader),
    ...terms.all(reader),
    ...versions.all(reader),
  ];
  for (const record of codebook) if (!records.get(record.record)?.has(record.id)) batch.remove(record);
}

/** Adds what a file in Postil's own format holds to a batch. A conflict that the plan leaves open is refused. */
export async function importJsonFile(
  file: OpenFile,
  identity: JsonIdentity,
  plan: ImportPlan,
  batch: Batch,
  job: Job,
): Promise<Result<null>> {
  const merged = await merge(file, identity, plan.conflicts, batch, job);
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
  const merged = await merge(file, identity, null, batch, job);
  if (!merged.ok) return merged;
  const { draft, merge: looked } = merged.value;
  const { path, place: name, bytes } = file;
  const { conflicts, conflictCount } = looked;
  const counts = countByName(
    [...draft.records.values()].flatMap((ofName) => [...ofName.values()].map(({ record }) => record)),
  );
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
