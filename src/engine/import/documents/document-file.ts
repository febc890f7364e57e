import { plainDocumentOptions } from '../../../contract/document-files';
import type { InspectedFile } from '../../../contract/engine-answers';
import type { ImportPlan } from '../../../contract/engine-calls';
import { longestDocument } from '../../../core/model/document';
import { problem } from '../../../core/problem';
import { fail, ok, type Result } from '../../../core/result';
import { addText } from '../add-text';
import type { Batch } from '../batch';
import { countCodePoints } from '../characters';
import type { Encoding } from '../encodings/names';
import type { OpenFile } from '../open-file';
import { sha256Of } from '../sha256';
import { chooseEncoding, documentName } from '../text-file';
import { inOne } from './in-one';
import { readDocumentFile, type DocumentIdentity, type Reading } from './read';

/** How much of a text is shown before an import, in UTF-16 units. */
const sampleLength = 300;

/** What of the options made the text what it is, to be kept with the document. */
const optionsOf = (format: DocumentIdentity['format'], { html, pdfHyphens }: ImportPlan['documents']) =>
  format === 'html' ? { text: html } : format === 'pdf' ? { hyphens: pdfHyphens } : {};

/** Adds the document of a file to a batch. Throws `Refusal`s. */
export async function importDocumentFile(
  file: OpenFile,
  identity: DocumentIdentity,
  plan: ImportPlan,
  batch: Batch,
  reading: Reading,
): Promise<Result<null>> {
  const { format, guess, markLength } = identity;
  const encoding = chooseEncoding(guess, plan);
  if (!encoding.ok) return encoding;
  const read = await readDocumentFile(file, identity, encoding.value, plan.documents, reading);
  if (!read.ok) return read;
  for (const warning of read.value.warnings) batch.warn(file.path, warning);
  const text = {
    stretches: inOne(read.value.text),
    name: documentName(file.place),
    path: file.path,
    encoding: encoding.value,
    byteOrderMark: markLength > 0,
    metadata: read.value.metadata,
    origin: { format, id: file.place, fields: optionsOf(format, plan.documents) },
  };
  return addText(text, plan, batch, reading.job);
}

/** Reads a document as it would be imported if no more were chosen than perhaps its encoding. The batch is only to look with. */
export async function inspectDocumentFile(
  file: OpenFile,
  identity: DocumentIdentity,
  encoding: Encoding,
  batch: Batch,
  reading: Reading,
): Promise<Result<InspectedFile>> {
  const { format, guess } = identity;
  const read = await readDocumentFile(file, identity, encoding, plainDocumentOptions, reading);
  if (!read.ok) return read;
  const { text, warnings } = read.value;
  if (!/\S/.test(text)) return fail(problem('document-empty'));
  const sha256 = sha256Of(text);
  const name = documentName(file.place);
  const duplicateOf = batch.nameOfText(sha256) ?? null;
  batch.noteText(sha256, name);
  return ok({
    kind: 'document',
    format,
    path: file.path,
    name,
    bytes: file.bytes,
    guess,
    duplicateOf,
    tooLong: countCodePoints(text) > longestDocument,
    sample: text.slice(0, sampleLength).replace(/\p{Surrogate}$/u, ''),
    warnings,
  });
}
