import type { EncodingGuess } from '../../contract/engine-answers';
import { eachAsGuessed, type ImportPlan } from '../../contract/engine-calls';
import { problem } from '../../core/problem';
import { fail, ok, type Result } from '../../core/result';
import type { Job } from '../jobs/jobs';
import { addText } from './add-text';
import type { Batch } from './batch';
import { readCharacters } from './characters';
import { encodingNamed, type Encoding } from './encodings/names';
import type { TextIdentity } from './identify';
import type { OpenFile } from './open-file';

/** What a document is called that comes from a file: its path below what was asked for, without the usual ending. */
export function documentName(place: string): string {
  const below = place.slice(place.indexOf('/') + 1).replace(/\.(txt|text)$/i, '');
  return (below || place).slice(-500);
}

/** The encoding to read a text in; a guess counts only where a person has said what it is. */
export function chooseEncoding(
  guess: EncodingGuess,
  { encoding }: Pick<ImportPlan, 'encoding'>,
): Result<Encoding> {
  if (guess.certain || encoding === eachAsGuessed) return ok(guess.encoding);
  if (encoding === null) return fail(problem('encoding-unknown', { likely: guess.encoding }));
  const named = encodingNamed(encoding);
  return named === undefined ? fail(problem('encoding-unsupported', { encoding })) : ok(named);
}

/** The encoding to look at a text in before anything is settled: what was named, unless the text tells its own. */
export const encodingToLookIn = (guess: EncodingGuess, named: string | null): Encoding =>
  guess.certain || named === null ? guess.encoding : (encodingNamed(named) ?? guess.encoding);

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
  const text = {
    stretches: readCharacters(file, encoding.value, markLength),
    name: documentName(file.place),
    path: file.path,
    encoding: encoding.value,
    byteOrderMark: markLength > 0,
    metadata: {},
    origin: { format: 'text', id: file.place, fields: {} },
  };
  return addText(text, plan, batch, job);
}
