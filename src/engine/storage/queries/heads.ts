import type { Reader } from '../file/connection';

/** How many characters, in code points, a head has at most. */
export const headLength = 6;

/** The first characters of what an annotation covers, as the index of fragments has them. */
const head = `substr(quote, 1, ${headLength})`;

/** Every head that there is, each found from the one before it: as many steps as there are heads, not annotations. */
export const headsOf = (reader: Reader): readonly string[] =>
  reader
    .query<{ head: string }>(
      `WITH RECURSIVE found (head) AS (
         SELECT min(${head}) FROM fragment WHERE position = 0
         UNION ALL
         SELECT (SELECT min(${head}) FROM fragment WHERE position = 0 AND ${head} > found.head)
         FROM found WHERE found.head IS NOT NULL)
       SELECT head FROM found WHERE head IS NOT NULL`,
    )
    .all()
    .map((row) => row.head);

const isHeaded = `position = 0 AND ${head} IN (SELECT value FROM json_each(?))`;

/** How many annotations begin with one of these heads. */
export const countHeaded = (reader: Reader, heads: readonly string[]): number =>
  reader
    .query<{ count: number }>(`SELECT count(*) AS count FROM fragment WHERE ${isHeaded}`)
    .first(JSON.stringify(heads))?.count ?? 0;

/** The rows of `annotation` that begin with one of these heads, with so many characters of what they cover. */
export const rowsHeaded = (
  reader: Reader,
  heads: readonly string[],
  length: number,
): readonly { readonly row: number; readonly quote: string }[] =>
  reader
    .query<{ row: number; quote: string }>(
      `SELECT a.rowid AS row, substr(quote, 1, ${length}) AS quote
       FROM fragment JOIN annotation AS a ON a.id = fragment.annotation WHERE ${isHeaded}`,
    )
    .all(JSON.stringify(heads));
