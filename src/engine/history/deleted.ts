import {
  restorable,
  type DeletedPage,
  type DeletedRecord,
  type Label,
  type Restorable,
} from '../../contract/history';
import type { Diff } from '../../core/diff';
import { grouped } from '../../core/grouped';
import { labelOf } from '../../core/history/labels';
import { tiesLostIn } from '../../core/history/lost-ties';
import { restorationOf } from '../../core/history/restore';
import type { ChangeNumber, CoderId, LinkId } from '../../core/ids';
import type { AnyRecord, FindRecord } from '../../core/model/records';
import { problem } from '../../core/problem';
import { fail, type Result } from '../../core/result';
import { readDiff } from '../storage/journal/changes';
import type { Reader } from '../storage/file/connection';
import { recordFromImage } from '../storage/journal/images';
import { lastKnown } from './labels';
import { heading } from './page';
import { TiedThen } from './tied-then';

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
    const ties = new TiedThen(reader, new Set(filter.hidden));
    let total = 0;
    for (const { image, ...change } of rows) {
      const isInPart = total >= offset && total < offset + limit;
      // Where nothing is looked for, what is not asked for need not be read.
      const record = wanted !== '' || isInPart ? recordFromImage(image) : null;
      const removal = record && {
        record,
        change,
        label: labelOf(record) ?? ties.words(record, change.number),
      };
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
  find: FindRecord,
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
      records.push(recordFromImage(removal.image));
      changes.add(removal.change);
    }
    const removals = [...changes].map((change) => readDiff(reader, change));
    return restorationOf(records, [...removals, ...earlierLosses(reader, removals, changes)], find);
  });
}

/**
 * What went before some removals because another end of it did: what those removals took may have been the last that it
 * waits for.
 */
function earlierLosses(
  reader: Reader,
  removals: readonly Diff[],
  changes: ReadonlySet<ChangeNumber>,
): readonly Diff[] {
  const ends = removals.flatMap(({ removed }) =>
    removed.flatMap(({ record, id }) => (record === 'annotation' || record === 'entry' ? [id] : [])),
  );
  if (ends.length === 0) return [];
  const lost = reader
    .query<{ change: ChangeNumber; id: LinkId }>(
      `SELECT max(change) AS change, id FROM change_record
       WHERE record = 'link' AND after IS NULL AND id NOT IN (SELECT id FROM link)
       GROUP BY id HAVING ${['annotation', 'target.annotation', 'target.entry']
         .map((field) => `before ->> '$.${field}' IN (SELECT value FROM json_each(@ends))`)
         .join(' OR ')}`,
    )
    .all({ ends: JSON.stringify(ends) })
    .filter(({ change }) => !changes.has(change));
  return [...grouped(lost, ({ change }) => change)].map(([change, links]) =>
    tiesLostIn(readDiff(reader, change), new Set(links.map(({ id }) => id))),
  );
}
