import Database from 'better-sqlite3';
import type { Reader } from './connection';
import { layoutScripts } from './migrations/migrate';

interface Column {
  readonly table: string;
  readonly column: string;
}

const columns = /* sql */ `
  SELECT tables.name AS "table", columns.name AS "column"
  FROM sqlite_schema AS tables JOIN pragma_table_info(tables.name) AS columns
  WHERE tables.type = 'table'`;

/** Every column of the layout that this program writes. */
function ownColumns(): readonly Column[] {
  const database = new Database(':memory:');
  try {
    for (const script of layoutScripts) database.exec(script);
    return database.prepare<[], Column>(columns).all();
  } finally {
    database.close();
  }
}

/**
 * True where a file of a newer version still has every table and column that this program reads. Later versions may
 * add to the layout; where they change what a column means, they give it another name (see `Migration`).
 */
export function hasOwnLayout(reader: Reader): boolean {
  const there = new Set(
    reader
      .query<Column>(columns)
      .all()
      .map(({ table, column }) => `${table}.${column}`),
  );
  return ownColumns().every(({ table, column }) => there.has(`${table}.${column}`));
}
