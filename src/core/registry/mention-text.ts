import type { AnnotationRecord } from '../model/annotation';

/** No more of a long mention is compared with others, in code points. */
export const longestCompared = 200;

/** What a mention is called where it is compared with others: its fragments with spaces between them. */
export const mentionText = ({ fragments }: Pick<AnnotationRecord, 'fragments'>): string =>
  Array.from(fragments.map(({ quote }) => quote).join(' '))
    .slice(0, longestCompared)
    .join('');

/** Quotation marks around all of it, and stops behind it, are no part of a name. */
const around = /^[\s«»„“”"'‘’]+|[\s«»„“”"'‘’.,;:!?]+$/gu;

/** The name that an entry made of a mention gets: what it covers, with single spaces and without the marks around it. */
export function nameOfMention(mention: Pick<AnnotationRecord, 'fragments'>): string {
  const text = mentionText(mention).replace(/\s+/gu, ' ').trim();
  return text.replace(around, '') || text;
}
