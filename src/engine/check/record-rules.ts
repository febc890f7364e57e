import { isDeepStrictEqual } from 'node:util';
import {
  type AnyRecord,
  type FindRecord,
  recordKey,
  type RecordName,
  recordNames,
} from '../../core/model/records';
import { misfitsOf } from '../../core/rules/misfits';
import { recordSchemas } from '../../formats/json/schema';
import { storedAs } from '../storage/records/apply-row';
import type { Reader } from '../storage/file/connection';
import { repositories } from '../storage/records/repositories';
import { fault, type Finding, type Rule } from './rule';

/** What each record looks like, as exports have it; a document's text is looked at on its own. */
const shapes = { ...recordSchemas, document: recordSchemas.document.omit({ text: true }) } as const;

/** A record as the file has it; the reason where its columns do not make one. */
function read(reader: Reader, name: RecordName, id: string): AnyRecord | string {
  try {
    const record = storedAs(reader, { record: name, id });
    if (!record) return 'cannot be found by its id';
    const fields = Object.fromEntries(Object.entries(record).filter(([field]) => field !== 'record'));
    const issue = shapes[name].safeParse(fields).error?.issues[0];
    return issue ? `${issue.path.join('.')}: ${issue.message}` : record;
  } catch (error) {
    return String(error);
  }
}

/** The state in which the last change left a record; null where that removed it, undefined where none knows it. */
function lastImage(reader: Reader, name: RecordName, id: string): string | null | undefined {
  return reader
    .query<{ after: string | null }>(
      'SELECT after FROM change_record WHERE id = ? AND record = ? ORDER BY change DESC, position DESC LIMIT 1',
    )
    .first(id, name)?.after;
}

function compare(reader: Reader, record: AnyRecord): Finding {
  const where = recordKey(record);
  const image = lastImage(reader, record.record, record.id);
  if (image === undefined) return fault('journal.record', where, 'no change added it');
  if (image === null) return fault('journal.record', where, 'is there, though a change removed it');
  return isDeepStrictEqual(JSON.parse(image), record)
    ? null
    : fault('journal.record', where, 'is not as the last change left it');
}

/** Every record is well formed, fits the codebook, and is as the last change of it left it. */
export const records: Rule = function* (reader) {
  const find: FindRecord = (name, id) => repositories[name].find(reader, id);
  for (const name of recordNames)
    for (const { id } of reader.query<{ id: string }>(`SELECT id FROM "${name}"`).each()) {
      const where = recordKey({ record: name, id });
      const record = read(reader, name, id);
      if (typeof record === 'string') yield fault('record.shape', where, record);
      else {
        for (const { rule, detail } of misfitsOf(record, find)) yield fault(rule, where, detail);
        yield compare(reader, record);
      }
    }
};
