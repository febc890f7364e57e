import {
  restorable,
  type DeletedPage,
  type DeletedRecord,
  type Label,
  type Restorable,
} from '../../contract/history';
import type { Diff } from '../../core/diff';
import { labelOf } from '../../core/history/labels';
import { restorationOf } from '../../core/history/restore';
import type { ChangeNumber, CoderId } from '../../core/ids';
import type { LinkRecord } from '../../core/model/annotation';
import type { AnyRecord } from '../../core/model/records';
import { problem } from '../../core/problem';
import { fail, type Result } from '../../core/result';
import type { Find } from '../../core/rules/misfits';
import { readDiff } from '../storage/changes';
import type { Reader } from '../storage/connection';
import { isConcealed, labelFor, lastKnown } from './labels';
import { heading } from './page';

/** Which deleted things are looked for. */
export interface DeletedFilter {
  readonly record: Restorable | null;
  /** Words that what it is called has to have, in any case. */
  readonly text: string;
  /** Whether also what went because its making was undone. */
  readonly withUndone: boolean;
  /** Coders whose annotations are left out. */
  readonly hidden: readonly CoderId[];
}

type Row = DeletedRecord['change'] & { readonly image: string };

/** The last removal of each record of a name that is not in the project. */
const removals = (record: Restorable): string => `
  SELECT ${heading}, gone.before AS image
  FROM change_record AS gone JOIN change ON change.number = gone.change
  WHERE gone.record = '${record}' AND gone.after IS NULL
    AND NOT EXISTS (SELECT 1 FROM "${record}" WHERE "${record}".id = gone.id)
    AND gone.change = (
      SELECT max(later.change) FROM change_record AS later
      WHERE later.id = gone.id AND later.record = gone.record AND later.after IS NULL)
    AND (@withUndone OR change.cause <> 'undo')
    AND coalesce(gone.before ->> 'coder', '') NOT IN (SELECT value FROM json_each(@hidden))`;

/** What was deleted and is not back, the last first. */
export function deletedIn(
  reader: Reader,
  filter: DeletedFilter,
  { offset, limit }: { readonly offset: number; readonly limit: number },
): DeletedPage {
  return reader.snapshot(() => {
    const names = restorable.filter((name) => filter.record === null || filter.record === name);
    const rows = reader
      .query<Row>(`${names.map(removals).join(' UNION ALL ')} ORDER BY number DESC`)
      .each({ withUndone: Number(filter.withUndone), hidden: JSON.stringify(filter.hidden) });
    const found: Removal[] = [];
    const wanted = filter.text.trim().toLocaleLowerCase();
    const hidden = new Set(filter.hidden);
    let total = 0;
    for (const { image, ...change } of rows) {
      const isInPart = total >= offset && total < offset + limit;
      // Where nothing is looked for, what is not asked for need not be read.
      const record = wanted !== '' || isInPart ? (JSON.parse(image) as AnyRecord) : null;
      const removal = record && { record, change, label: labelThen(reader, record, change.number, hidden) };
      if (removal && !holds(removal.label, wanted)) continue;
      if (removal && isInPart) found.push(removal);
      total += 1;
    }
    return { total, rows: found.map((removal) => described(reader, removal)) };
  });
}

/** A record as it was when it was removed, and the change that did so. */
interface Removal {
  readonly record: AnyRecord;
  readonly change: DeletedRecord['change'];
  readonly label: Label;
}

/** What a record was called when a change removed it; a relation has only the words of what it tied together. */
function labelThen(
  reader: Reader,
  record: AnyRecord,
  change: ChangeNumber,
  hidden: ReadonlySet<CoderId>,
): Label {
  if (record.record !== 'annotation' || record.fragments.length > 0) return labelOf(record) ?? '';
  const type = lastKnown(reader, { record: 'type', id: record.type });
  const places = reader
    .query<{ image: string }>(
      `SELECT before AS image FROM change_record
       WHERE coalesce(after, before) ->> 'annotation' = ? AND change = ? AND record = 'link' AND after IS NULL`,
    )
    .all(record.id, change)
    .map(({ image }) => JSON.parse(image) as LinkRecord)
    .map((link) => ({ link, role: lastKnown(reader, { record: 'role', id: link.role }) }))
    .sort((a, b) => placeOf(a.role) - placeOf(b.role));
  const ends = places.slice(0, 2).map(({ link }) => {
    const label = isConcealed(reader, link, hidden) ? null : labelFor(reader, link);
    return typeof label === 'string' ? label : '…';
  });
  return ends.join(type?.record === 'type' && type.symmetric ? ' ↔ ' : ' → ');
}

const placeOf = (role: AnyRecord | undefined): number => (role?.record === 'role' ? role.position : Infinity);

const wordsOf = (label: Label): readonly string[] =>
  typeof label === 'string' ? [label] : Object.values(label);

const holds = (label: Label, wanted: string): boolean =>
  wanted === '' || wordsOf(label).some((words) => words.toLocaleLowerCase().includes(wanted));

/** A deleted record with what it is called, and of an annotation also what its type and its document are called. */
function described(reader: Reader, { record, change, label }: Removal): DeletedRecord {
  const nameOf = (name: 'type' | 'document', id: string): Label | null => {
    const found = lastKnown(reader, { record: name, id });
    return found ? labelOf(found) : null;
  };
  const isAnnotation = record.record === 'annotation';
  return {
    record: record.record as Restorable,
    id: record.id,
    label,
    type: isAnnotation || record.record === 'entry' ? record.type && nameOf('type', record.type) : null,
    document: isAnnotation ? nameOf('document', record.document) : null,
    change,
  };
}

/** The diff that brings deleted records back, as each was when it was removed last. */
export function restorationFor(
  reader: Reader,
  find: Find,
  chosen: readonly { readonly record: Restorable; readonly id: string }[],
): Result<Diff> {
  return reader.snapshot(() => {
    const records: AnyRecord[] = [];
    const changes = new Set<ChangeNumber>();
    for (const { record, id } of chosen) {
      const removal = reader
        .query<{ change: ChangeNumber; image: string }>(
          `SELECT change, before AS image FROM change_record
           WHERE id = ? AND record = ? AND after IS NULL ORDER BY change DESC LIMIT 1`,
        )
        .first(id, record);
      if (!removal) return fail(problem('record-missing', { record, id }));
      records.push(JSON.parse(removal.image) as AnyRecord);
      changes.add(removal.change);
    }
    const removals = [...changes].map((change) => readDiff(reader, change));
    return restorationOf(records, removals, find);
  });
}
