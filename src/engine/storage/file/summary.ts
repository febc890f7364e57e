import type { Reader } from './connection';

/** What is told of a project without opening it, and what tells two states of it apart. */
export interface Summary {
  readonly documents: number;
  readonly annotations: number;
  /** The last change and its moment; null in a file without any. */
  readonly lastChange: string | null;
}

/** Counts what a project holds. */
export function summaryOf(reader: Reader): Summary {
  const row = reader
    .query<Summary>(
      `SELECT (SELECT count(*) FROM document) AS documents,
              (SELECT count(*) FROM annotation) AS annotations,
              (SELECT number || ' ' || at FROM change ORDER BY number DESC LIMIT 1) AS lastChange`,
    )
    .first();
  return row ?? { documents: 0, annotations: 0, lastChange: null };
}
