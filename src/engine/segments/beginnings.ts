import type { Reader } from '../storage/file/connection';
import { countHeaded, headLength, headsOf, rowsHeaded } from '../storage/queries/heads';
import { beginningLength, beginningOf, mostLookedAt } from './headings';
import type { Lot, RowNumber } from './lots';

/** Annotations whose words begin alike, whatever the case: not counted yet. */
type Beginning = Pick<Lot, 'key' | 'rows' | 'heads'>;

/**
 * The beginnings of everything that is annotated, in the order of the alphabet, and relations, which cover nothing, at
 * their end. Found by an index, without reading the annotations.
 */
export function beginningsOf(reader: Reader, descending: boolean): readonly Beginning[] {
  const byKey = new Map<string, { readonly heads: string[]; readonly rows: RowNumber[] }>();
  const at = (key: string) => {
    const known = byKey.get(key) ?? { heads: [], rows: [] };
    byKey.set(key, known);
    return known;
  };
  const heads = headsOf(reader);
  for (const head of heads) if (!isCut(head)) at(beginningOf(head)).heads.push(head);
  for (const { row, quote } of rowsHeaded(reader, heads.filter(isCut), mostLookedAt))
    at(beginningOf(quote)).rows.push(row);
  const sorted = Array.from(byKey, ([key, found]): Beginning => ({ key, ...found })).sort((a, b) =>
    (a.key ?? '') < (b.key ?? '') ? -1 : 1,
  );
  const inOrder = [...sorted, { key: null, heads: [], rows: relationRows(reader) }];
  return descending ? inOrder.reverse() : inOrder;
}

/** The lot of a beginning, counted. */
export const lotOf = (reader: Reader, { key, rows, heads }: Beginning): Lot => ({
  ...{ group: null, key, document: null, rows, heads },
  count: rows.length + (heads.length === 0 ? 0 : countHeaded(reader, heads)),
});

/** Whether a head is so full of quotation marks and the like that what it is sorted by goes on behind it. */
const isCut = (head: string): boolean =>
  Array.from(head).length === headLength && Array.from(beginningOf(head)).length < beginningLength;

const relationRows = (reader: Reader): readonly RowNumber[] =>
  reader
    .query<{ row: RowNumber }>(
      `SELECT rowid AS row FROM annotation WHERE type IN (SELECT id FROM type WHERE kind = 'relation')`,
    )
    .all()
    .map(({ row }) => row);
