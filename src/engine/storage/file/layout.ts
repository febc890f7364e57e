import Database from 'better-sqlite3';
import type { Reader } from './connection';
import { layoutScripts } from '../migrations/migrate';

/** A column of a table. */
interface Column {
  readonly table: string;
  readonly column: string;
}

/** A table, an index or a trigger, with the SQL that made it. */
interface Part {
  readonly type: string;
  readonly name: string;
  readonly sql: string;
}

const columns = /* sql */ `
  SELECT tables.name AS "table", columns.name AS "column"
  FROM sqlite_schema AS tables JOIN pragma_table_info(tables.name) AS columns
  WHERE tables.type = 'table'`;

const parts = 'SELECT type, name, sql FROM sqlite_schema WHERE sql IS NOT NULL';

/** Asks something of an empty database of the layout that this program writes. */
function askOwnLayout<Answer>(ask: (database: Database.Database) => Answer): Answer {
  const database = new Database(':memory:');
  try {
    for (const script of layoutScripts) database.exec(script);
    return ask(database);
  } finally {
    database.close();
  }
}

/**
 * True where a file of a newer version still has every table and column that this program reads. Later versions may
 * add to the layout; where they change what a column means, they give it another name (see `Migration`).
 */
export function hasOwnLayout(reader: Reader): boolean {
  const nameOf = ({ table, column }: Column): string => `${table}.${column}`;
  const there = new Set(reader.query<Column>(columns).all().map(nameOf));
  const own = askOwnLayout((database) => database.prepare<[], Column>(columns).all());
  return own.every((column) => there.has(nameOf(column)));
}

/** The tables, indexes and triggers of our layout that a file lacks, or has in another form. */
export function missingLayout(reader: Reader): readonly Part[] {
  const there = new Map(
    reader
      .query<Part>(parts)
      .all()
      .map((part) => [part.name, part.sql]),
  );
  const own = askOwnLayout((database) => database.prepare<[], Part>(parts).all());
  return own.filter((part) => there.get(part.name) !== part.sql);
}
