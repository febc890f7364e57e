import type { AnnotationId, CoderId, DocumentId, EntryId } from '../../../core/ids';
import type { AnnotationRecord, EntryRecord, LinkRecord } from '../../../core/model/annotation';
import { longestCompared } from '../../../core/registry/mention-text';
import { annotationsWhere } from '../records/annotations';
import type { Reader } from '../file/connection';
import { links } from '../records/links';
import { entries } from '../records/registry';

/** Every annotation that refers to an entry, in the order of ids. */
export const mentionsOf = (reader: Reader, entry: EntryId): AnnotationRecord[] =>
  annotationsWhere(reader, '% IN (SELECT id FROM annotation WHERE entry = ?)', entry);

/** The roles that an entry fills. */
export const linksToEntry = (reader: Reader, entry: EntryId): LinkRecord[] =>
  links.where(reader, 'target_entry = ?', entry);

/** The events that took place at an entry. */
export const eventsAt = (reader: Reader, place: EntryId): EntryRecord[] =>
  entries.where(reader, '% IN (SELECT id FROM entry WHERE place = ?)', place);

/** The coders whose mentions are left out, as JSON; an empty list leaves out none. */
const isShown = (coder: string): string => `${coder} NOT IN (SELECT value FROM json_each(@hidden))`;

/** How many mentions each entry has, but for those by some coders; entries without any are not in the answer. */
export function countMentions(
  reader: Reader,
  hidden: readonly CoderId[],
): readonly (readonly [EntryId, number])[] {
  // Without the coder, the index alone answers.
  const which = hidden.length === 0 ? '@hidden IS NOT NULL' : isShown('coder');
  return reader
    .query<{ entry: string; mentions: number }>(
      `SELECT entry, count(*) AS mentions FROM annotation WHERE entry IS NOT NULL AND ${which} GROUP BY entry`,
    )
    .all({ hidden: JSON.stringify(hidden) })
    .map(({ entry, mentions }) => [entry as EntryId, mentions]);
}

/** Which part of a chain is wanted. */
export interface ChainPart {
  readonly hidden: readonly CoderId[];
  readonly from?: number;
  /** How many at most. */
  readonly count?: number;
}

/** Where the mentions of an entry are, in the order of documents and of the text. */
export function chainOf(
  reader: Reader,
  entry: EntryId,
  { hidden, from = 0, count = -1 }: ChainPart,
): readonly { readonly annotation: AnnotationId; readonly document: DocumentId }[] {
  return reader
    .query<{ annotation: AnnotationId; document: DocumentId }>(
      `SELECT a.id AS annotation, a.document
       FROM annotation AS a
       JOIN document AS d ON d.id = a.document
       LEFT JOIN fragment AS f ON f.annotation = a.id AND f.position = 0
       WHERE a.entry = @entry AND ${isShown('a.coder')}
       ORDER BY d.position, d.id, f.start, f."end" DESC, a.id
       LIMIT @count OFFSET @from`,
    )
    .all({ entry, hidden: JSON.stringify(hidden), from, count });
}

/** What the mentions of each entry by each coder are called, and how many are called so. */
export function mentionTexts(reader: Reader): IterableIterator<{
  readonly entry: EntryId;
  readonly coder: CoderId;
  readonly text: string;
  readonly mentions: number;
}> {
  return reader
    .query<{ entry: EntryId; coder: CoderId; text: string; mentions: number }>(
      `SELECT entry, coder, text, count(*) AS mentions FROM (
         SELECT a.entry, a.coder, substr(group_concat(f.quote, ' ' ORDER BY f.position), 1, ${longestCompared}) AS text
         FROM annotation AS a JOIN fragment AS f ON f.annotation = a.id
         WHERE a.entry IS NOT NULL
         GROUP BY a.id)
       GROUP BY entry, coder, text`,
    )
    .each();
}
