import type { SegmentCount, SegmentGroup } from '../../contract/segments';
import { isEverySegment, type SegmentQuery } from '../../core/segments/filter';
import { makeBreath } from '../jobs/breath';
import type { Reader } from '../storage/file/connection';
import { beginningsOf, lotOf } from './beginnings';
import type { Condition } from './condition';
import { conditionOf, type CodebookParts } from './conditions';
import { firstByText } from './first-by-text';
import { beginningOf, columnsOf, compareGroups, compareKeys } from './headings';
import { rowsByText, rowsInDocument, type Lot, type RowNumber } from './lots';

interface Counted {
  readonly group: string | null;
  readonly key: string | null;
  readonly count: number;
}

interface Found {
  readonly group: string | null;
  readonly key: string | null;
  readonly row: RowNumber;
}

/** Rows that have the beginning of their words in common, until all are known. */
interface Filed {
  readonly group: string | null;
  readonly key: string | null;
  readonly rows: RowNumber[];
}

/** How many rows of lots that were looked at are kept in order. */
const mostKept = 200_000;

/**
 * The order of the annotations that a query asks for, in one state of the project. It is made of lots that are only
 * counted, document by document, and put in order when they are looked at: a million annotations are counted in less
 * time than it takes to read them. Where the table is in the order of the corpus, or that of all documents in that of
 * the alphabet, its beginning is known at once.
 */
export class Arrangement {
  readonly #reader: Reader;
  readonly #query: SegmentQuery;
  readonly #documents: readonly string[];
  readonly #condition: Condition;
  readonly #compare: (a: Lot, b: Lot) => number;
  /** Whether the lots come in their order as the documents are counted. */
  readonly #comesInOrder: boolean;
  /** Where everything is sorted by text: its beginnings, which are counted instead of documents. */
  readonly #beginnings: ReturnType<typeof beginningsOf> | null;
  readonly #lots: Lot[] = [];
  readonly #kept = new Map<Lot, readonly RowNumber[]>();
  readonly #byBeginning = new Map<string, Filed>();
  #partsCounted = 0;
  #total = 0;

  /** `documents` are the ids of those that the filter lets through, in the order of the queue. */
  constructor(reader: Reader, query: SegmentQuery, documents: readonly string[], codebook: CodebookParts) {
    const { order, descending, grouping } = query;
    const { types } = codebook;
    this.#reader = reader;
    this.#query = query;
    this.#documents = order === 'document' && descending ? documents.toReversed() : documents;
    this.#condition = conditionOf(query.filter, codebook);
    const isAllByText = order === 'text' && grouping === 'none' && isEverySegment(query.filter);
    this.#beginnings = isAllByText ? beginningsOf(reader, descending) : null;
    this.#comesInOrder =
      isAllByText || (order === 'document' && (grouping === 'none' || grouping === 'document'));
    const groups = compareGroups(grouping, reader, types, this.#documents);
    const keys = compareKeys(order, reader, types);
    const direction = descending ? -1 : 1;
    this.#compare = (a, b) =>
      groups(a.group, b.group) || direction * keys(a.key, b.key) || (a.document ?? 0) - (b.document ?? 0);
  }

  /** Counts everything, giving way to other work in between. */
  async count(): Promise<SegmentCount> {
    await this.#countUntil(Infinity);
    return this.#counted();
  }

  /** Counts on for so many milliseconds. Null where that is not enough to count everything. */
  async countWithin(milliseconds: number): Promise<SegmentCount | null> {
    await this.#countUntil(Infinity, performance.now() + milliseconds);
    return this.#partsCounted < this.#parts ? null : this.#counted();
  }

  #counted(): SegmentCount {
    const counts = new Map<string | null, number>();
    if (this.#query.grouping !== 'none')
      for (const { group, count } of this.#lots) counts.set(group, (counts.get(group) ?? 0) + count);
    const groups: readonly SegmentGroup[] = Array.from(counts, ([key, count]) => ({ key, count }));
    return { total: this.#total, groups };
  }

  /** The rows from `offset` on, at most `limit`. Counts no further than it has to. */
  async rows(offset: number, limit: number): Promise<readonly RowNumber[]> {
    const first = await this.#firstByText(offset + limit);
    if (first) return first.slice(offset, offset + limit);
    await this.#countUntil(this.#comesInOrder ? offset + limit : Infinity);
    const breathe = makeBreath();
    const rows: RowNumber[] = [];
    let start = 0;
    for (const lot of this.#lots) {
      if (rows.length === limit) break;
      await breathe();
      const from = Math.max(0, offset + rows.length - start);
      if (from < lot.count)
        for (const row of this.#rowsOf(lot).slice(from, from + limit - rows.length)) rows.push(row);
      start += lot.count;
    }
    return rows;
  }

  /** So many rows of a filter that is sorted by text, as long as not everything is counted; null where that takes longer. */
  async #firstByText(wanted: number): Promise<readonly RowNumber[] | null> {
    const { order, descending, grouping, filter } = this.#query;
    const isEverywhere = filter.documents.length === 0 && filter.metadata.length === 0;
    const isCounted = this.#partsCounted === this.#parts;
    if (order !== 'text' || grouping !== 'none' || !isEverywhere || isCounted || this.#beginnings)
      return null;
    return firstByText(this.#reader, this.#condition, descending, wanted);
  }

  /** Where an annotation of a document stands among all; null where the filter does not let it through. */
  async placeOf(row: RowNumber, document: string): Promise<number | null> {
    const inQueue = this.#documents.indexOf(document);
    if (inQueue < 0) return null;
    await this.#countUntil(Infinity);
    const { order } = columnsOf(this.#query);
    const key = this.#reader
      .query<{ key: string | null }>(`SELECT ${order} AS key FROM annotation AS a WHERE a.rowid = ?`)
      .first(row)?.key;
    const beginning = typeof key === 'string' ? beginningOf(key) : null;
    let start = 0;
    for (const lot of this.#lots) {
      const mayHold = lot.document === null ? lot.key === beginning : lot.document === inQueue;
      const place = mayHold ? this.#rowsOf(lot).indexOf(row) : -1;
      if (place >= 0) return start + place;
      start += lot.count;
    }
    return null;
  }

  async #countUntil(wanted: number, deadline = Infinity): Promise<void> {
    const breathe = makeBreath();
    while (this.#partsCounted < this.#parts && this.#total < wanted && performance.now() < deadline) {
      this.#countPart(this.#partsCounted);
      this.#partsCounted += 1;
      if (this.#partsCounted === this.#parts) this.#complete();
      await breathe();
    }
  }

  /** In how many parts everything is counted. */
  get #parts(): number {
    return (this.#beginnings ?? this.#documents).length;
  }

  #countPart(part: number): void {
    const beginning = this.#beginnings?.[part];
    if (beginning) this.#add(lotOf(this.#reader, beginning));
    else if (this.#query.order === 'text') this.#fileByText(part);
    else this.#countDocument(part);
  }

  #add(lot: Lot): void {
    this.#lots.push(lot);
    this.#total += lot.count;
  }

  #countDocument(document: number): void {
    const { group, order } = columnsOf(this.#query);
    const counted = this.#reader
      .query<Counted>(
        `SELECT ${group} AS "group", ${order} AS key, count(*) AS count
         FROM annotation AS a WHERE a.document = ? AND ${this.#condition.sql} GROUP BY 1, 2`,
      )
      .all(this.#documents[document] ?? '', ...this.#condition.values);
    for (const lot of counted) this.#add({ ...lot, document, rows: [], heads: [] });
  }

  /** Files what stands in a document by the beginnings of its words: in the order of texts, documents mix. */
  #fileByText(document: number): void {
    const { group, order } = columnsOf(this.#query);
    const found = this.#reader
      .query<Found>(
        `SELECT ${group} AS "group", ${order} AS key, a.rowid AS row
         FROM annotation AS a WHERE a.document = ? AND ${this.#condition.sql}`,
      )
      .all(this.#documents[document] ?? '', ...this.#condition.values);
    for (const { group: heading, key, row } of found) {
      const beginning = key === null ? null : beginningOf(key);
      const name = JSON.stringify([heading, beginning]);
      const lot = this.#byBeginning.get(name) ?? { group: heading, key: beginning, rows: [] };
      lot.rows.push(row);
      this.#byBeginning.set(name, lot);
      this.#total += 1;
    }
  }

  #complete(): void {
    for (const lot of this.#byBeginning.values())
      this.#lots.push({ ...lot, document: null, count: lot.rows.length, heads: [] });
    this.#byBeginning.clear();
    if (!this.#comesInOrder) this.#lots.sort(this.#compare);
  }

  #rowsOf(lot: Lot): readonly RowNumber[] {
    const known = this.#kept.get(lot);
    this.#kept.delete(lot);
    const rows =
      known ??
      (lot.document === null
        ? rowsByText(this.#reader, lot, this.#query.descending)
        : rowsInDocument(
            this.#reader,
            this.#query,
            this.#condition,
            lot,
            this.#documents[lot.document] ?? '',
          ));
    this.#kept.set(lot, rows);
    if (!known) this.#dropOldest();
    return rows;
  }

  #dropOldest(): void {
    let kept = 0;
    for (const rows of this.#kept.values()) kept += rows.length;
    for (const [lot, rows] of this.#kept) {
      if (kept <= mostKept || this.#kept.size === 1) return;
      this.#kept.delete(lot);
      kept -= rows.length;
    }
  }
}
