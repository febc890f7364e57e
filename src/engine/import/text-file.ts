import type { EncodingGuess } from '../../contract/engine-answers';
import type { ImportPlan } from '../../contract/engine-calls';
import type { DocumentId } from '../../core/ids';
import type { DocumentRecord } from '../../core/model/document';
import { problem } from '../../core/problem';
import { fail, ok, type Result } from '../../core/result';
import type { Job } from '../jobs/jobs';
import type { Batch } from './batch';
import { countCodePoints, readCharacters } from './characters';
import { encodingNamed, type Encoding } from './encodings/names';
import type { Identity } from './identify';
import type { OpenFile } from './open-file';
import { cutIntoParts } from './parts';
import { sha256Of } from './sha256';

export type TextIdentity = Extract<Identity, { readonly kind: 'text' }>;

/** What a document is called that comes from a file: its path below what was asked for, without the usual ending. */
export function documentName(place: string): string {
  const below = place.slice(place.indexOf('/') + 1).replace(/\.(txt|text)$/i, '');
  return (below || place).slice(-500);
}

/** The encoding to read a text in; a guess counts only where a person has said what it is. */
function chooseEncoding(guess: EncodingGuess, plan: ImportPlan): Result<Encoding> {
  if (guess.certain) return ok(guess.encoding);
  if (plan.encoding === null) return fail(problem('encoding-unknown', { likely: guess.encoding }));
  const named = encodingNamed(plan.encoding);
  return named === undefined ? fail(problem('encoding-unsupported', { encoding: plan.encoding })) : ok(named);
}

interface Part {
  readonly sha256: string;
  readonly length: number;
}

/** Adds the documents of a text file to a batch, in parts where it is too long for one. Throws `Refusal`s. */
export async function importTextFile(
  file: OpenFile,
  { guess, markLength }: TextIdentity,
  plan: ImportPlan,
  batch: Batch,
  job: Job,
): Promise<Result<null>> {
  const encoding = chooseEncoding(guess, plan);
  if (!encoding.ok) return encoding;
  const parts: Part[] = [];
  let isBlank = true;
  for await (const text of cutIntoParts(readCharacters(file, encoding.value, markLength), plan.split)) {
    const sha256 = sha256Of(text);
    if (batch.nameOfText(sha256) === undefined) batch.texts.add(sha256, text);
    parts.push({ sha256, length: countCodePoints(text) });
    isBlank &&= !/\S/.test(text);
    await job.breathe();
  }
  if (isBlank) return fail(problem('document-empty'));

  const decoded = { encoding: encoding.value, byteOrderMark: markLength > 0 };
  // Asked before any part is added: equal parts of one text are all needed to put it together again.
  const known = parts.map(({ sha256 }) => (plan.duplicates ? undefined : batch.nameOfText(sha256)));
  parts.forEach((part, index) => {
    const duplicateOf = known[index];
    if (duplicateOf !== undefined) batch.skipDuplicate(file.path, duplicateOf);
    else batch.add(newDocument(batch, { ...part, ...decoded }, file.place, index, parts.length));
  });
  return ok(null);
}

/** The document of one of several parts, or of a whole text where `count` is 1. */
function newDocument(
  batch: Batch,
  text: Pick<DocumentRecord, 'sha256' | 'length' | 'encoding' | 'byteOrderMark'>,
  place: string,
  index: number,
  count: number,
): DocumentRecord {
  const context = batch.project.context();
  const name = documentName(place);
  return {
    record: 'document',
    id: context.newId() as DocumentId,
    name: count === 1 ? name : `${name} (${index + 1} of ${count})`,
    position: batch.queueEnd,
    status: 'draft',
    note: '',
    metadata: {},
    attributes: {},
    ...text,
    addedAt: context.now,
    origin: { format: 'text', id: place, fields: count === 1 ? {} : { part: index + 1, parts: count } },
  };
}
