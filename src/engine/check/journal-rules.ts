import { createHash } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { recordNames, type RecordName } from '../../core/model/records';
import type { Reader } from '../storage/file/connection';
import { fault, forbid, type Finding, type Rule } from './rule';
import { undoStacks } from './undo-stacks';

const numbers = forbid(
  'journal.number',
  `SELECT 'change ' || number AS place, 'follows change ' || before AS detail
   FROM (SELECT number, lag(number, 1, 0) OVER (ORDER BY number) AS before FROM change)
   WHERE number <> before + 1`,
);

const entries = forbid(
  'journal.entry',
  `SELECT 'change ' || number AS place, 'is no entry: ' || concat_ws(', ', name, cause, "of", at, state) AS detail
   FROM change
   WHERE name = '' OR at NOT GLOB '????-??-??T??:??:??.???Z' OR cause NOT IN ('do', 'undo', 'redo')
     OR (cause = 'do') <> ("of" IS NULL) OR (cause = 'do') <> (state IS NOT NULL)`,
);

const contents = forbid(
  'journal.position',
  `SELECT 'change ' || number AS place, count(position) || ' records, not in positions 0, 1, 2, …' AS detail
   FROM change LEFT JOIN change_record ON change_record.change = change.number
   GROUP BY number HAVING count(position) = 0 OR max(position) <> count(position) - 1`,
);

interface ImageRow {
  readonly change: number;
  readonly record: string;
  readonly id: string;
  readonly before: string | null;
  readonly after: string | null;
}

const isRecordName = (name: string): name is RecordName => recordNames.some((known) => known === name);

/** An image is JSON of the record that its row names. */
function isImageOf(row: ImageRow, image: string | null): boolean {
  if (image === null) return true;
  try {
    const { record, id } = JSON.parse(image) as { readonly record?: unknown; readonly id?: unknown };
    return isRecordName(row.record) && record === row.record && id === row.id;
  } catch {
    return false;
  }
}

const isSame = (one: string | null, other: string | null): boolean =>
  one === other || (one !== null && other !== null && isDeepStrictEqual(JSON.parse(one), JSON.parse(other)));

function isThere(reader: Reader, row: ImageRow): boolean {
  return reader.query(`SELECT 1 FROM "${row.record}" WHERE id = ?`).first(row.id) !== undefined;
}

/** The history of every record: each change takes it up where the one before left it, and the last leaves it as it is. */
const history: Rule = function* (reader) {
  const rows = reader
    .query<ImageRow>(
      'SELECT change, record, id, before, after FROM change_record ORDER BY id, record, change, position',
    )
    .each();
  let last: ImageRow | null = null;
  let isBroken = false;
  for (const row of rows) {
    const isFirst = last?.id !== row.id || last.record !== row.record;
    if (last && isFirst && !isBroken) yield lost(reader, last);
    if (isFirst) isBroken = false;
    // What follows on an image that is none cannot be judged.
    if (!isBroken) {
      const found = judge(row, isFirst ? null : (last?.after ?? null));
      isBroken = found?.rule === 'journal.image';
      yield found;
    }
    last = row;
  }
  if (last && !isBroken) yield lost(reader, last);
};

function judge(row: ImageRow, before: string | null): Finding {
  const where = `change ${row.change}, ${row.record} ${row.id}`;
  if (!isImageOf(row, row.before) || !isImageOf(row, row.after))
    return fault('journal.image', where, 'is not a record of this name and id');
  return isSame(before, row.before)
    ? null
    : fault('journal.chain', where, 'does not begin where the change before it ended');
}

/** A record that the journal last saw alive, and that is not there. */
function lost(reader: Reader, row: ImageRow): Finding {
  return row.after !== null && !isThere(reader, row)
    ? fault('journal.record', `${row.record} ${row.id}`, 'is gone, though no change removed it')
    : null;
}

/** Texts that no document holds are what they are kept for: undo brings their documents back. */
const keptTexts: Rule = function* (reader) {
  const rows = reader.query<{ sha256: string; bytes: Uint8Array }>(
    'SELECT sha256, CAST(text AS BLOB) AS bytes FROM document_text',
  );
  for (const { sha256, bytes } of rows.each())
    yield createHash('sha256').update(bytes).digest('hex') === sha256
      ? null
      : fault('text.kept', `kept text ${sha256}`, 'is not what its sha256 says');
};

const lostTexts = forbid(
  'text.lost',
  `SELECT 'document ' || id AS place, 'its text is not kept, so that undo cannot bring it back' AS detail
   FROM change_record AS gone
   WHERE record = 'document' AND after IS NULL
     AND NOT EXISTS (SELECT 1 FROM document WHERE document.id = gone.id)
     AND NOT EXISTS (SELECT 1 FROM document WHERE sha256 = gone.before ->> 'sha256')
     AND NOT EXISTS (SELECT 1 FROM document_text WHERE sha256 = gone.before ->> 'sha256')
   GROUP BY id`,
);

/** What holds for the journal: that it tells, without a gap, how the project came to be as it is. */
export const journalRules: readonly Rule[] = [
  numbers,
  entries,
  contents,
  history,
  undoStacks,
  keptTexts,
  lostTexts,
];
