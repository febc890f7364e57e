import type { TypeRecord } from '../../core/model/codebook';
import type { SegmentGrouping, SegmentOrder, SegmentQuery } from '../../core/segments/filter';
import type { Reader } from '../storage/file/connection';

/** What annotations of one document are told apart by, before their order in it: SQL on the annotation `a`. */
const groupColumns: Readonly<Record<SegmentGrouping, string>> = {
  none: 'NULL',
  document: 'a.document',
  type: 'a.type',
  entry: 'a.entry',
};

/** How much of a text is looked at for its beginning: what stands before its first letter is hardly ever longer. */
export const mostLookedAt = 60;

/** Of a text, the beginning decides into which lot it comes; each lot is put in order when it is looked at. */
const orderColumns: Readonly<Record<SegmentOrder, string>> = {
  document: 'NULL',
  type: 'a.type',
  coder: 'a.coder',
  time: 'substr(a.created_at, 1, 16)',
  text: `(SELECT substr(f.quote, 1, ${mostLookedAt}) FROM fragment AS f WHERE f.annotation = a.id AND f.position = 0)`,
};

/** By which SQL expressions the rows of a query are grouped and ordered. */
export const columnsOf = ({
  grouping,
  order,
}: SegmentQuery): { readonly group: string; readonly order: string } => ({
  group: groupColumns[grouping],
  order: orderColumns[order],
});

/** Texts as they are sorted: in the order of the alphabet, whatever their case, «ё» with «е». */
export const sortKey = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replace(/^[^\p{L}\p{N}]+/u, '');

export const beginningLength = 3;

/** What decides in which lot a text comes: enough to part many, and to keep those together that are alike. */
export const beginningOf = (text: string): string =>
  Array.from(sortKey(text)).slice(0, beginningLength).join('');

/** Tells of two keys which stands first. What has no key stands last. */
export type Compare = (a: string | null, b: string | null) => number;

const nullsLast =
  (compare: (a: string, b: string) => number): Compare =>
  (a, b) =>
    a === null || b === null ? Number(a === null) - Number(b === null) : compare(a, b);

const byCodeUnits = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

const byRank = (ids: readonly string[]): Compare => {
  const rank = new Map(ids.map((id, index) => [id, index]));
  return nullsLast((a, b) => (rank.get(a) ?? Infinity) - (rank.get(b) ?? Infinity) || byCodeUnits(a, b));
};

/** Types in the order of the codebook: those below a type follow it. */
function inTree(types: readonly TypeRecord[]): readonly string[] {
  const sorted = [...types].sort((a, b) => a.position - b.position || byCodeUnits(a.id, b.id));
  const under = (parent: string | null): string[] =>
    sorted.filter((type) => type.parent === parent).flatMap(({ id }) => [id, ...under(id)]);
  return under(null);
}

const idsByName = (reader: Reader, table: 'entry' | 'coder'): readonly string[] =>
  reader
    .query<{ id: string; name: string }>(`SELECT id, name FROM ${table}`)
    .all()
    .map(({ id, name }) => ({ id, key: sortKey(name) }))
    .sort((a, b) => byCodeUnits(a.key, b.key) || byCodeUnits(a.id, b.id))
    .map(({ id }) => id);

/** How the headings of a grouping follow each other; `documents` stand in the order of the queue. */
export function compareGroups(
  grouping: SegmentGrouping,
  reader: Reader,
  types: readonly TypeRecord[],
  documents: readonly string[],
): Compare {
  switch (grouping) {
    case 'none':
      return () => 0;
    case 'document':
      return byRank(documents);
    case 'type':
      return byRank(inTree(types));
    case 'entry':
      return byRank(idsByName(reader, 'entry'));
  }
}

/** How what annotations are sorted by follows each other, before their place in the corpus. */
export function compareKeys(order: SegmentOrder, reader: Reader, types: readonly TypeRecord[]): Compare {
  switch (order) {
    case 'document':
      return () => 0;
    case 'type':
      return byRank(inTree(types));
    case 'coder':
      return byRank(idsByName(reader, 'coder'));
    case 'time':
    case 'text':
      return nullsLast(byCodeUnits);
  }
}
