import type { AnnotationId, DocumentId, EntryId } from '../../core/ids';
import type { AnnotationRecord, EntryRecord, LinkRecord } from '../../core/model/annotation';
import { longestCompared } from '../../core/registry/mention-text';
import { annotationsWhere } from './annotations';
import type { Reader } from './connection';
import { links } from './links';
import { entries } from './registry';

/** Every annotation that refers to an entry, in the order of ids. */
export const mentionsOf = (reader: Reader, entry: EntryId): AnnotationRecord[] =>
  annotationsWhere(reader, '% IN (SELECT id FROM annotation WHERE entry = ?)', entry);

/** The roles that an entry fills. */
export const linksToEntry = (reader: Reader, entry: EntryId): LinkRecord[] =>
  links.where(reader, 'target_entry = ?', entry);

/** The events that took place at an entry. */
export const eventsAt = (reader: Reader, place: EntryId): EntryRecord[] =>
  entries.where(reader, '% IN (SELECT id FROM entry WHERE place = ?)', place);

/** How many mentions each entry has; those without any are not in the answer. */
export function countMentions(reader: Reader): readonly (readonly [EntryId, number])[] {
  return reader
    .query<{ entry: string; mentions: number }>(
      'SELECT entry, count(*) AS mentions FROM annotation WHERE entry IS NOT NULL GROUP BY entry',
    )
    .all()
    .map(({ entry, mentions }) => [entry as EntryId, mentions]);
}

/** Where the mentions of an entry are, in the order of documents and of the text; `most` of them after the first `from`. */
export function chainOf(
  reader: Reader,
  entry: EntryId,
  from = 0,
  most = -1,
): readonly { readonly annotation: AnnotationId; readonly document: DocumentId }[] {
  return reader
    .query<{ annotation: AnnotationId; document: DocumentId }>(
      `SELECT a.id AS annotation, a.document
       FROM annotation AS a
       JOIN document AS d ON d.id = a.document
       LEFT JOIN fragment AS f ON f.annotation = a.id AND f.position = 0
       WHERE a.entry = ?
       ORDER BY d.position, d.id, f.start, f."end" DESC, a.id
       LIMIT ? OFFSET ?`,
    )
    .all(entry, most, from);
}

/** What the mentions of each entry are called, and how many are called so. */
export function mentionTexts(
  reader: Reader,
): IterableIterator<{ readonly entry: EntryId; readonly text: string; readonly mentions: number }> {
  return reader
    .query<{ entry: EntryId; text: string; mentions: number }>(
      `SELECT entry, text, count(*) AS mentions FROM (
         SELECT a.entry, substr(group_concat(f.quote, ' ' ORDER BY f.position), 1, ${longestCompared}) AS text
         FROM annotation AS a JOIN fragment AS f ON f.annotation = a.id
         WHERE a.entry IS NOT NULL
         GROUP BY a.id)
       GROUP BY entry, text`,
    )
    .each();
}
