import type { ImportPlan } from '../../contract/engine-calls';
import type { DocumentRecord } from '../../core/model/document';
import { problem } from '../../core/problem';
import { fail, ok, type Result } from '../../core/result';
import type { Job } from '../jobs/jobs';
import type { Batch } from './batch';
import { countCodePoints, type Stretch } from './characters';
import type { Encoding } from './encodings/names';
import { cutIntoParts } from './parts';
import { sha256Of } from './sha256';

/** A text on its way into a project, with all that is known of it besides. */
export interface NewText {
  readonly stretches: AsyncIterable<Stretch>;
  readonly name: string;
  /** The path of its file. */
  readonly path: string;
  readonly encoding: Encoding;
  readonly byteOrderMark: boolean;
  readonly metadata: DocumentRecord['metadata'];
  readonly origin: NonNullable<DocumentRecord['origin']>;
}

interface Part {
  readonly sha256: string;
  readonly length: number;
}

/** Adds the documents of a text to a batch, in parts where it is too long for one. Throws `Refusal`s. */
export async function addText(
  text: NewText,
  plan: ImportPlan,
  batch: Batch,
  job: Job,
): Promise<Result<null>> {
  const parts: Part[] = [];
  let isBlank = true;
  for await (const part of cutIntoParts(text.stretches, plan.split)) {
    const sha256 = sha256Of(part);
    if (batch.nameOfText(sha256) === undefined) batch.texts.add(sha256, part);
    parts.push({ sha256, length: countCodePoints(part) });
    isBlank &&= !/\S/.test(part);
    await job.breathe();
  }
  if (isBlank) return fail(problem('document-empty'));

  // Asked before any part is added: equal parts of one text are all needed to put it together again.
  const known = parts.map(({ sha256 }) => (plan.duplicates ? undefined : batch.nameOfText(sha256)));
  parts.forEach((part, index) => {
    const duplicateOf = known[index];
    if (duplicateOf !== undefined) batch.skipDuplicate(text.path, duplicateOf);
    else batch.add(newDocument(batch, text, part, index, parts.length));
  });
  return ok(null);
}

/** The document of one of several parts, or of a whole text where `count` is 1. */
function newDocument(
  batch: Batch,
  { name, encoding, byteOrderMark, metadata, origin }: NewText,
  part: Part,
  index: number,
  count: number,
): DocumentRecord {
  const context = batch.project.context();
  return {
    record: 'document',
    id: context.newId(),
    name: count === 1 ? name : `${name} (${index + 1} of ${count})`,
    position: batch.queueEnd,
    status: 'draft',
    note: '',
    metadata,
    attributes: {},
    ...part,
    encoding,
    byteOrderMark,
    addedAt: context.now,
    origin: count === 1 ? origin : { ...origin, fields: { ...origin.fields, part: index + 1, parts: count } },
  };
}
