import { createHash } from 'node:crypto';
import type { Handler } from '../calls/handler';
import type { ImportQuestion } from '../../contract/engine-calls';
import type { InspectedFile, Inspection } from '../../contract/engine-answers';
import { longestDocument } from '../../core/model/document';
import { problem, type Problem } from '../../core/problem';
import { fail, ok, type Result } from '../../core/result';
import type { Job } from '../jobs/jobs';
import { Batch } from './batch';
import { readCharacters } from './characters';
import { inspectDocumentFile } from './documents/document-file';
import type { Reading } from './documents/read';
import { inspectTableFile } from './documents/tables/table-file';
import { ReadingThread } from './documents/thread/reading-thread';
import { hasOnlyBegun } from '../storage/journal/changes';
import { eachFile, filesUnder } from './each-file';
import { mayBeAsked, type Encoding } from './encodings/names';
import { sortByFormat } from './exchange/claims';
import { inspectClaim } from './exchange/inspect-claim';
import type { FoundFile } from './find';
import { identify, readAs, type TextIdentity } from './identify';
import { inspectJsonFile } from './json/json-file';
import type { OpenFile } from './open-file';
import { documentName, encodingToLookIn } from './text-file';
import { TextsAtHand } from './text-store';

/** Reads a whole text, since only then it is known to be valid, how long it is and whether it is there already. */
async function inspectTextFile(
  file: OpenFile,
  { guess, markLength }: TextIdentity,
  encoding: Encoding,
  batch: Batch,
  job: Job,
): Promise<Result<InspectedFile>> {
  const hash = createHash('sha256');
  let length = 0;
  let isBlank = true;
  for await (const { text, codePoints } of readCharacters(file, encoding, markLength)) {
    hash.update(text);
    length += codePoints;
    isBlank &&= !/\S/.test(text);
    await job.breathe();
  }
  if (isBlank) return fail(problem('document-empty'));
  const sha256 = hash.digest('hex');
  const name = documentName(file.place);
  const duplicateOf = batch.nameOfText(sha256) ?? null;
  batch.noteText(sha256, name);
  const { path, bytes } = file;
  return ok({ kind: 'text', path, name, bytes, guess, duplicateOf, tooLong: length > longestDocument });
}

async function inspectFile(
  file: OpenFile,
  about: ImportQuestion,
  batch: Batch,
  reading: Reading,
): Promise<Result<InspectedFile>> {
  const identified = await identify(file, file.path, readAs(about.format));
  if (!identified.ok) return identified;
  const identity = identified.value;
  if (identity.kind === 'postil-json') return inspectJsonFile(file, identity, batch, reading.job);
  const encoding = encodingToLookIn(identity.guess, about.encoding);
  switch (identity.kind) {
    case 'text':
      return inspectTextFile(file, identity, encoding, batch, reading.job);
    case 'document':
      return inspectDocumentFile(file, identity, encoding, batch, reading);
    case 'table':
      return inspectTableFile(file, identity, encoding, about.documents, reading);
  }
}

/** Looks at everything that would be imported, and changes nothing. */
export const inspectImport: Handler<'import.inspect'> = (project, { job: name, about }) =>
  project.jobs.run(name, async (job) => {
    const batch = new Batch(project, new TextsAtHand(), undefined, true);
    const reading = { thread: new ReadingThread(), job };
    try {
      return await inspectPaths(about, batch, reading);
    } finally {
      await reading.thread.close();
      batch.close();
    }
  });

const refusedFile = ({ path, place, bytes }: FoundFile, problem: Problem): InspectedFile => ({
  kind: 'refused',
  path,
  name: documentName(place),
  bytes,
  problem,
});

async function inspectPaths(
  about: ImportQuestion,
  batch: Batch,
  reading: Reading,
): Promise<Result<Inspection>> {
  if (!mayBeAsked(about.encoding))
    return fail(problem('encoding-unsupported', { encoding: about.encoding ?? '' }));
  const files: InspectedFile[] = [];
  const { job } = reading;
  const unpacked = await filesUnder(about.paths, job);
  try {
    const sorted = await sortByFormat(unpacked.files, about);
    if (!sorted.ok) return sorted;
    for (const file of sorted.value.empty) files.push(refusedFile(file, problem('format-no-documents')));
    for (const claim of sorted.value.claims) files.push(await inspectClaim(claim, about, batch, job));
    for await (const { file, result } of eachFile(sorted.value.rest, job, (open) =>
      inspectFile(open, about, batch, reading),
    )) {
      files.push(result.ok ? result.value : refusedFile(file, result.problem));
    }
  } finally {
    unpacked.close();
  }
  return ok({ files, isNewProject: hasOnlyBegun(batch.project.reader) });
}
