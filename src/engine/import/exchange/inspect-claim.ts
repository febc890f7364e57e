import type { InspectedFile } from '../../../contract/engine-answers';
import type { Problem } from '../../../core/problem';
import type { Job } from '../../jobs/jobs';
import type { Batch } from '../batch';
import { sha256Of } from '../sha256';
import type { FormatClaim } from './claims';
import { isLeftOut } from './left-out';
import { readClaim, type Reading } from './read-claim';

/** Looks at what an import of some foreign files would bring. */
export async function inspectClaim(
  claim: FormatClaim,
  reading: Reading,
  batch: Batch,
  job: Job,
): Promise<InspectedFile> {
  const { format, path, files } = claim;
  const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
  const problems: Problem[] = [];
  let [problemCount, leftOutCount, documents, annotations, known, types] = [0, 0, 0, 0, 0, 0];
  const warn = (problem: Problem): void => {
    problemCount += 1;
    if (isLeftOut(problem)) leftOutCount += 1;
    if (problems.length < batch.mostListed) problems.push(problem);
  };
  const read = await readClaim(
    claim,
    reading,
    job,
    (parsed) => {
      if (parsed.kind === 'warning') warn(parsed.problem);
      else if (parsed.kind === 'codebook') types = Math.max(types, parsed.codebook.types.length);
      else if (parsed.kind === 'annotations') annotations += parsed.document.annotations.length;
      else if (parsed.kind === 'document') {
        documents += 1;
        annotations += parsed.document.annotations.length;
        if (batch.nameOfText(sha256Of(parsed.document.text)) !== undefined) known += 1;
      }
    },
    (_, problem) => warn(problem),
  );
  if (!read.ok) return { kind: 'refused', path, name: path, bytes, problem: read.problem };
  return {
    kind: 'exchange',
    format: format.name,
    title: format.title,
    path,
    name: path,
    bytes,
    files: files.length,
    types,
    documents,
    annotations,
    known,
    problems,
    problemCount,
    leftOutCount,
  };
}
