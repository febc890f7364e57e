import type { Reader } from './connection';

/** Rows of the tables that hold data, SQLite's own left out. */
const dataTables = "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT GLOB 'sqlite_*'";

const complaintOf = (row: Readonly<Record<string, string>> | undefined): string | null => {
  const [message] = Object.values(row ?? {});
  return message === undefined || message === 'ok' ? null : message;
};

/** SQLite's first complaint about the structure of the whole file; null where there is none. Throws where it gives up. */
export const quickCheck = (reader: Reader): string | null =>
  complaintOf(reader.query<Record<string, string>>('PRAGMA quick_check(1)').first());

/** The same, table by table, for files that are too large to be checked in one go. */
export function* quickCheckByTable(reader: Reader): Generator<string | null> {
  for (const { name } of reader.query<{ name: string }>(dataTables).all()) {
    const quoted = name.replaceAll('"', '""');
    yield complaintOf(reader.query<Record<string, string>>(`PRAGMA quick_check("${quoted}")`).first());
  }
}
