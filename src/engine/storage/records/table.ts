import type { AnyRecord } from '../../../core/model/records';
import type { Origin } from '../../../core/model/origin';
import type { Reader, SqlValue, SqlValues, Writer } from '../file/connection';

export type Row = Readonly<Record<string, SqlValue>>;

/** How records of one name are kept in one table: its columns, and the way there and back. */
export interface TableLayout<Stored extends AnyRecord, Columns extends Row> {
  readonly name: string;
  readonly columns: readonly (keyof Columns & string)[];
  /** The order of `all`, as SQL. */
  readonly order: string;
  toRow: (record: Stored) => Columns;
  fromRow: (row: Columns) => Stored;
}

/** Reads and writes the records of one name. Whoever writes has checked them. */
export interface Repository<Stored extends AnyRecord> {
  find(reader: Reader, id: Stored['id']): Stored | undefined;
  insert(writer: Writer, record: Stored): void;
  /** Both sides have the same id. */
  update(writer: Writer, before: Stored, after: Stored): void;
  remove(writer: Writer, record: Stored): void;
}

export interface Table<Stored extends AnyRecord> extends Repository<Stored> {
  all(reader: Reader): Stored[];
  /** The records that an SQL condition holds for, in the table's order. */
  where(reader: Reader, condition: string, ...bound: SqlValues): Stored[];
}

const quoted = (column: string): string => `"${column}"`;

/** The repository of records that fill one table and no other. */
export function makeTable<Stored extends AnyRecord, Columns extends Row>(
  layout: TableLayout<Stored, Columns>,
): Table<Stored> {
  const { name, columns, order, toRow, fromRow } = layout;
  const select = `SELECT ${columns.map(quoted).join(', ')} FROM ${quoted(name)}`;
  const values = columns.map((column) => `@${column}`).join(', ');
  const insert = `INSERT INTO ${quoted(name)} (${columns.map(quoted).join(', ')}) VALUES (${values})`;
  const assignments = columns
    .filter((column) => column !== 'id')
    .map((column) => `${quoted(column)} = @${column}`)
    .join(', ');
  const update = `UPDATE ${quoted(name)} SET ${assignments} WHERE id = @id`;
  const remove = `DELETE FROM ${quoted(name)} WHERE id = ?`;

  return {
    find: (reader, id) => {
      const row = reader.query<Columns>(`${select} WHERE id = ?`).first(id);
      return row && fromRow(row);
    },
    all: (reader) => reader.query<Columns>(`${select} ORDER BY ${order}`).all().map(fromRow),
    where: (reader, condition, ...bound) =>
      reader
        .query<Columns>(`${select} WHERE ${condition} ORDER BY ${order}`)
        .all(...bound)
        .map(fromRow),
    insert: (writer, record) => writer.statement(insert).run(toRow(record)),
    update: (writer, _before, after) => writer.statement(update).run(toRow(after)),
    remove: (writer, record) => writer.statement(remove).run(record.id),
  };
}

/** Where a record came from, as it stands in a column. */
export const originToColumn = (origin: Origin | null): string | null =>
  origin ? JSON.stringify(origin) : null;

/** Where a record came from, by what stands in the column. */
export const originFromColumn = (column: string | null): Origin | null =>
  column === null ? null : (JSON.parse(column) as Origin);
