import type { Lose } from '../../core/exchange/losses';
import type { DocumentContents } from '../exchange/contents';
import { tokensFor, type Tokens } from './tokens';
import type { WrittenDocument } from './written';

/** The tokens to write with a document; tells of every segmentation that has no place beside them. */
export function tokensOf(
  { document, text, segmentations }: DocumentContents,
  { spans, relations, roles }: WrittenDocument,
  hasSentences: boolean,
  lose: Lose,
): Tokens {
  const ends = [...relations, ...roles].flatMap(({ from, to }) => [from, to]);
  const tokens = tokensFor(text, [...spans, ...ends], segmentations);
  const firsts = new Map(segmentations.toReversed().map((one) => [one.unit, one]));
  for (const one of segmentations) {
    if (one === tokens.stored) continue;
    const isFirst = one === firsts.get(one.unit);
    if (one.unit === 'sentence' && hasSentences && isFirst) continue;
    const reason =
      one.unit === 'sentence' && !hasSentences ? 'no-place' : isFirst ? 'token-edges' : 'one-only';
    lose({ thing: 'segmentation', reason, record: one.id, part: null, document: document.name });
  }
  return tokens;
}
