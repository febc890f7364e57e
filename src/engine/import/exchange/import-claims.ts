import type { ImportPlan } from '../../../contract/engine-calls';
import type { AnyRecord } from '../../../core/model/records';
import type { Parsed } from '../../../formats/exchange/drafts';
import type { Job } from '../../jobs/jobs';
import type { Batch } from '../batch';
import { Draft } from '../json/draft';
import { Merge } from '../json/settle';
import { Adoption } from './adoption';
import type { FormatClaim } from './claims';
import { isLeftOut } from './left-out';
import { readClaim } from './read-claim';

/** Adds what files of other tools hold to a batch. What cannot be taken is told of each; the others are. */
export async function importClaims(
  claims: readonly FormatClaim[],
  plan: ImportPlan,
  batch: Batch,
  job: Job,
): Promise<void> {
  const [first] = claims;
  if (!first) return;
  let path = first.path;
  const draft = new Draft(batch.capacity);
  const adoption = new Adoption(
    batch,
    { duplicates: plan.duplicates, onto: plan.onto, replaces: plan.codebook !== 'beside' },
    {
      keep: (record: AnyRecord) => void draft.take({ record, line: 0 }),
      warn: (warning) => {
        if (isLeftOut(warning)) batch.refuse(path, warning);
        else batch.warn(path, warning);
      },
    },
  );
  try {
    for (const claim of claims) {
      ({ path } = claim);
      adoption.beginFile(claim.format.import.linksDocuments);
      const reading = { encoding: plan.encoding, options: plan.options, language: plan.language };
      const isWanted = (parsed: Parsed): boolean =>
        plan.codebook !== 'only' || (parsed.kind !== 'document' && parsed.kind !== 'annotations');
      const read = await readClaim(
        claim,
        reading,
        job,
        (parsed) => {
          if (isWanted(parsed)) adoption.take(parsed, claim.path);
        },
        (file, refused) => batch.refuse(file, refused),
      );
      if (!read.ok) batch.refuse(claim.path, read.problem);
      adoption.endFile();
    }
    adoption.finish();
    await new Merge(batch, path, 'keep-mine').take(draft, job);
  } finally {
    adoption.close();
    draft.close();
  }
}
