import { type AnyRecord, type RecordName, recordNames } from '../../../core/model/records';
import { recordRanks } from '../../../core/model/records';
import { ok, type Result } from '../../../core/result';
import { openScratch, type Writer } from '../file/connection';
import { recordFromColumn, recordToColumn } from '../journal/images';
import { recordOf, type Slot, type Slots } from './slots';

/** How many rows are fetched at once. */
const pageSize = 500;

const script = /* sql */ `
  CREATE TABLE shelved (
    place INTEGER NOT NULL PRIMARY KEY, name INTEGER NOT NULL, id TEXT NOT NULL, owner TEXT,
    line INTEGER NOT NULL, before TEXT, after TEXT);
  CREATE UNIQUE INDEX shelved_by_id ON shelved (name, id);
  CREATE INDEX shelved_by_owner ON shelved (name, owner, place) WHERE owner IS NOT NULL;`;

const put = `
  INSERT INTO shelved VALUES (@place, @name, @id, @owner, @line, @before, @after)
  ON CONFLICT (name, id) DO UPDATE SET owner = excluded.owner, line = excluded.line, before = excluded.before,
    after = excluded.after`;

const placesPerName = 2 ** 40;

/** The first of the places that records of a name may have. */
export const firstPlace = (name: RecordName): number => recordRanks[name] * placesPerName;

interface ShelvedRow {
  readonly place: number;
  readonly owner: string | null;
  readonly line: number;
  readonly before: string | null;
  readonly after: string | null;
}

const fromRow = ({ place, line, before, after }: ShelvedRow): Slot => ({
  place,
  line,
  before: recordFromColumn(before),
  after: recordFromColumn(after),
});

/** The record that one is read together with others of. */
function ownerOf(record: AnyRecord): string | null {
  if (record.record === 'annotation') return record.document;
  return record.record === 'link' ? record.annotation : null;
}

/** Shelved records in a temporary file. */
export class ShelfFile {
  readonly #file: Writer = openScratch(script);

  find(name: RecordName, id: string): Slot | undefined {
    const row = this.#file
      .query<ShelvedRow>('SELECT * FROM shelved WHERE name = ? AND id = ?')
      .first(recordRanks[name], id);
    return row && fromRow(row);
  }

  linksOf(annotation: string): Slot[] {
    return this.#file
      .query<ShelvedRow>('SELECT * FROM shelved WHERE name = ? AND owner = ? ORDER BY place')
      .all(recordRanks.link, annotation)
      .map(fromRow);
  }

  count(name: RecordName): { readonly all: number; readonly added: number; readonly removed: number } {
    const counted = this.#file
      .query<Record<'all' | 'added' | 'removed', number>>(
        `SELECT count(*) AS "all", count(*) FILTER (WHERE before IS NULL) AS added,
           count(*) FILTER (WHERE after IS NULL) AS removed FROM shelved WHERE name = ?`,
      )
      .first(recordRanks[name]);
    return counted ?? { all: 0, added: 0, removed: 0 };
  }

  /** All of a name: annotations document by document, others by their places. */
  *each(name: RecordName): Generator<Slot> {
    const start = firstPlace(name);
    const end = start + placesPerName;
    if (name !== 'annotation') yield* this.#pages('place > @last AND place < @end', { last: start - 1, end });
    else
      for (let owner = this.#ownerAfter(name, ''); owner !== null; owner = this.#ownerAfter(name, owner))
        yield* this.#pages('name = @name AND owner = @owner AND place > @last', {
          last: -1,
          name: recordRanks[name],
          owner,
        });
  }

  #ownerAfter(name: RecordName, owner: string): string | null {
    return (
      this.#file
        .query<{ next: string | null }>('SELECT min(owner) AS next FROM shelved WHERE name = ? AND owner > ?')
        .first(recordRanks[name], owner)?.next ?? null
    );
  }

  /** What a condition holds for, by place. Others may write between the pages. */
  *#pages(
    condition: string,
    bound: Readonly<Record<string, string | number>> & { readonly last: number },
  ): Generator<Slot> {
    const page = this.#file.query<ShelvedRow>(
      `SELECT * FROM shelved WHERE ${condition} ORDER BY place LIMIT ${pageSize}`,
    );
    for (let rows = page.all(bound); rows.length > 0;) {
      for (const row of rows) yield fromRow(row);
      const last = rows.at(-1)?.place ?? bound.last;
      rows = rows.length < pageSize ? [] : page.all({ ...bound, last });
    }
  }

  write(slots: Slots): Result<null> {
    return this.#file.transaction(() => {
      const insert = this.#file.statement(put);
      const remove = this.#file.statement('DELETE FROM shelved WHERE name = ? AND id = ?');
      for (const name of recordNames)
        for (const [id, slot] of slots.entries(name)) {
          if (!slot) remove.run(recordRanks[name], id);
          else
            insert.run({
              place: slot.place,
              name: recordRanks[name],
              id,
              owner: ownerOf(recordOf(slot)),
              line: slot.line,
              before: recordToColumn(slot.before),
              after: recordToColumn(slot.after),
            });
        }
      return ok(null);
    });
  }

  close(): void {
    this.#file.close();
  }
}
