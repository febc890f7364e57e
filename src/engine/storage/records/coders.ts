import type { CoderId } from '../../../core/ids';
import type { CoderRecord } from '../../../core/model/document';
import type { Reader } from '../file/connection';
import { makeTable, originFromColumn, originToColumn } from './table';

type CoderRow = Readonly<{
  id: string;
  name: string;
  origin: string | null;
}>;

export const coders = makeTable<CoderRecord, CoderRow>({
  name: 'coder',
  columns: ['id', 'name', 'origin'],
  order: 'name, id',
  toRow: ({ id, name, origin }) => ({ id, name, origin: originToColumn(origin) }),
  fromRow: (row) => ({
    record: 'coder',
    id: row.id as CoderId,
    name: row.name,
    origin: originFromColumn(row.origin),
  }),
});

/** The coder of this name: of several, the one who came first. */
export function coderNamed(reader: Reader, name: string): CoderRecord | undefined {
  return coders.where(reader, 'name = ?', name)[0];
}

/**
 * The coders who are part of what the project holds: whose annotations or versions of the codebook are in it, and those
 * who came with an import.
 * Left out is who only did something, be it to open it: that is told by the journal.
 */
export function codersAtWork(reader: Reader): CoderRecord[] {
  return coders.where(
    reader,
    `EXISTS (SELECT 1 FROM annotation WHERE annotation.coder = coder.id)
     OR EXISTS (SELECT 1 FROM version WHERE version.coder = coder.id)
     OR NOT EXISTS (SELECT 1 FROM change WHERE change.coder = coder.id)`,
  );
}
