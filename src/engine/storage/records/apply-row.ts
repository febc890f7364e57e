import { findReferred, type AnyRecord, type RecordReference } from '../../../core/model/records';
import type { ChangeRow } from '../journal/change-rows';
import type { Reader, Writer } from '../file/connection';
import { documents } from './documents';
import { repositories } from './repositories';
import type { Repository } from './table';

/** The repository that a record belongs to: the table of repositories pairs them by name. */
const repositoryOf = <Stored extends AnyRecord>(record: Stored): Repository<Stored> =>
  repositories[record.record] as unknown as Repository<Stored>;

/** The record of the same name and id as the file has it. */
export const storedAs = (reader: Reader, reference: RecordReference): AnyRecord | undefined =>
  findReferred((name, id) => repositories[name].find(reader, id), reference);

/** Whether the file has a record of the same name and id: each is kept in the table of its name. */
export const isStored = (reader: Reader, { record, id }: RecordReference): boolean =>
  reader.query<object>(`SELECT 1 FROM "${record}" WHERE id = ?`).first(id) !== undefined;

/**
 * Does what a change does to one record, within the caller's transaction. That the file is as the row takes it to be
 * is known; references that would point nowhere are refused when the transaction commits.
 * `texts` holds those of added documents by sha256, unless the file holds them already.
 */
export function applyRow(
  writer: Writer,
  { before, after }: ChangeRow,
  texts: ReadonlyMap<string, string>,
): void {
  if (!after) {
    if (before) repositoryOf(before).remove(writer, before);
  } else if (before) repositoryOf(after).update(writer, before, after);
  else if (after.record === 'document') documents.insert(writer, after, texts.get(after.sha256));
  else repositoryOf(after).insert(writer, after);
}
