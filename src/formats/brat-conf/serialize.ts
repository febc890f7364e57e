import type { Codebook } from '../../core/codebook/codebook';
import type { Problem } from '../../core/problem';
import { BratCodebook } from './brat-codebook';
import { confLosses } from './conf-losses';
import { lostIdentities } from './identities';
import { writeRemarks } from './remarks';
import { annotationSections, typeRemarks } from './write-annotation';
import { visualConf } from './write-visual';

/** brat's two configuration files of a codebook, and what they could not carry. */
export interface BratConf {
  readonly annotation: string;
  readonly visual: string;
  readonly warnings: readonly Problem[];
}

/**
 * Writes a codebook as brat's `annotation.conf` and `visual.conf`. What brat has no place for is counted. Names are
 * those of one language (a BCP 47 tag).
 */
export function serializeBratConf(codebook: Codebook, language: string): BratConf {
  const book = new BratCodebook(codebook);
  const sections = annotationSections(book);
  const remarks = typeRemarks(book, language);
  const visual = visualConf(book, language);
  const unmarked = [...sections, ...writeRemarks({ ...remarks, identities: [] })].join('\n');
  const identities = lostIdentities(codebook, book.names, { annotation: unmarked, visual }, language);
  const annotation = [...sections, ...writeRemarks({ ...remarks, identities })].join('\n');
  return { annotation, visual, warnings: confLosses(book, language) };
}
