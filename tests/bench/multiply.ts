import Database from 'better-sqlite3';

/**
 * Copies every document of a closed project with its annotations, so that there are so many times as many of both.
 * An import would write them into the journal too, which nobody measures here.
 */
export function multiply(project: string, times: number): void {
  const database = new Database(project);
  const columnsOf = (table: string): string[] =>
    database
      .prepare<[], { name: string }>(`SELECT name FROM pragma_table_info('${table}')`)
      .all()
      .map(({ name }) => name);
  /** Copies a table; what stands in `changed` gets the copy's number. */
  const copy = (table: string, changed: readonly string[]): void => {
    const columns = columnsOf(table);
    const values = columns.map((column) => {
      if (!changed.includes(column)) return `"${column}"`;
      return column === 'position' ? `"${column}" + copy.n * 1000` : `"${column}" || '-' || copy.n`;
    });
    database.exec(`
      WITH RECURSIVE copy (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM copy WHERE n < ${times - 1})
      INSERT INTO "${table}" (${columns.map((column) => `"${column}"`).join(', ')})
      SELECT ${values.join(', ')} FROM copy CROSS JOIN (SELECT * FROM "${table}") ORDER BY copy.n`);
  };
  try {
    database.pragma('synchronous = OFF');
    database.transaction(() => {
      copy('document', ['id', 'name', 'position']);
      copy('annotation', ['id', 'document']);
      copy('fragment', ['annotation']);
    })();
  } finally {
    database.close();
  }
}
