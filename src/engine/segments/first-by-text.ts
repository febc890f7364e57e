import { makeBreath } from '../jobs/breath';
import type { Reader } from '../storage/file/connection';
import { rowsHeaded } from '../storage/queries/heads';
import { beginningsOf, lotOf } from './beginnings';
import type { Condition } from './condition';
import { rowsByText, type Lot, type RowNumber } from './lots';

/** How many annotations are looked at for the first rows. Where more would be, it takes less to read all that fit. */
const mostLookedAt = 40_000;

/**
 * The first rows in the order of the alphabet that a condition lets through, at least so many where there are; null where
 * too few of those that come first fit.
 */
export async function firstByText(
  reader: Reader,
  condition: Condition,
  descending: boolean,
  wanted: number,
): Promise<readonly RowNumber[] | null> {
  const breathe = makeBreath();
  const rows: RowNumber[] = [];
  let lookedAt = 0;
  for (const beginning of beginningsOf(reader, descending)) {
    await breathe();
    const lot = lotOf(reader, beginning);
    lookedAt += lot.count;
    if (lookedAt > mostLookedAt) return null;
    rows.push(...rowsByText(reader, fittingOf(reader, lot, condition), descending));
    if (rows.length >= wanted) break;
  }
  return rows;
}

/** What of a lot a condition lets through. */
function fittingOf(reader: Reader, lot: Lot, condition: Condition): Lot {
  const { rows, heads } = lot;
  const all = heads.length === 0 ? rows : [...rows, ...rowsHeaded(reader, heads, 0).map(({ row }) => row)];
  const found = reader
    .query<{ row: RowNumber }>(
      `SELECT a.rowid AS row FROM annotation AS a
       WHERE a.rowid IN (SELECT value FROM json_each(?)) AND ${condition.sql}`,
    )
    .all(JSON.stringify(all), ...condition.values)
    .map(({ row }) => row);
  return { ...lot, rows: found, heads: [], count: found.length };
}
