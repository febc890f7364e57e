import type { ChangeDetail, ChangeHeading, RecordHistory, RecordTouch } from '../../contract/history';
import type { ProjectView } from '../../core/commands/project-view';
import { differencesOf } from '../../core/history/differences';
import type { ChangeNumber } from '../../core/ids';
import type { AnyRecord, RecordName } from '../../core/model/records';
import { placeOf } from '../journal/place';
import type { Reader } from '../storage/connection';
import { labelFor, LabelBook } from './labels';
import { heading } from './page';

interface ImageRow {
  readonly before: string | null;
  readonly after: string | null;
}

const read = (image: string | null): AnyRecord | null =>
  image === null ? null : (JSON.parse(image) as AnyRecord);

function touchOf(reader: Reader, view: ProjectView, book: LabelBook, row: ImageRow): RecordTouch | null {
  const [before, after] = [read(row.before), read(row.after)];
  const record = after ?? before;
  if (!record) return null;
  const differences = differencesOf(before, after);
  book.learn(record.record, differences);
  return {
    record: record.record,
    id: record.id,
    how: before === null ? 'added' : after === null ? 'removed' : 'updated',
    label: labelFor(reader, record),
    differences,
    place: placeOf({ added: [record], updated: [], removed: [] }, view),
  };
}

/** The records of a change, in the order in which they were recorded. */
export function detailOf(
  reader: Reader,
  view: ProjectView,
  change: ChangeNumber,
  { offset, limit }: { readonly offset: number; readonly limit: number },
): ChangeDetail {
  return reader.snapshot(() => {
    const count = reader
      .query<{ total: number }>('SELECT count(*) AS total FROM change_record WHERE change = ?')
      .first(change);
    const rows = reader
      .query<ImageRow>(
        `SELECT before, after FROM change_record WHERE change = ? ORDER BY position LIMIT ? OFFSET ?`,
      )
      .all(change, limit, offset);
    const book = new LabelBook(reader);
    const touches = rows.map((row) => touchOf(reader, view, book, row)).filter((touch) => touch !== null);
    return { total: count?.total ?? 0, touches, labels: book.labels };
  });
}

/** How much of a record's life is told: one that was changed more often has its earliest days left out. */
const mostSteps = 500;

/** Everything that ever happened to a record, and to the roles of an annotation, the newest first. */
export function historyOf(reader: Reader, view: ProjectView, record: RecordName, id: string): RecordHistory {
  return reader.snapshot(() => {
    const rows = reader
      .query<ChangeHeading & ImageRow>(
        `SELECT ${heading}, touched.before, touched.after
         FROM change_record AS touched JOIN change ON change.number = touched.change
         WHERE (touched.id = @id AND touched.record = @record) OR touched.rowid IN (
           SELECT rowid FROM change_record
           WHERE record = 'link' AND coalesce(after, before) ->> 'annotation' = @id)
         ORDER BY change.number DESC, touched.position LIMIT @most`,
      )
      .all({ id, record, most: mostSteps });
    const book = new LabelBook(reader);
    const steps = rows.flatMap(({ before, after, ...change }) => {
      const touch = touchOf(reader, view, book, { before, after });
      return touch ? [{ change, touch }] : [];
    });
    return { steps, labels: book.labels };
  });
}
