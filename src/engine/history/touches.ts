import type { ChangeDetail, ChangeHeading, RecordHistory, RecordTouch } from '../../contract/history';
import type { ProjectView } from '../../core/commands/project-view';
import { differencesOf } from '../../core/history/differences';
import type { ChangeNumber, CoderId } from '../../core/ids';
import type { RecordName } from '../../core/model/records';
import { placeOf } from '../journal/place';
import type { Reader } from '../storage/file/connection';
import { recordFromColumn } from '../storage/journal/images';
import { isConcealed, labelFor, LabelBook } from './labels';
import { heading } from './page';

interface ImageRow {
  readonly before: string | null;
  readonly after: string | null;
}

/** Where the records are looked up that a change touched, and whose annotations are not quoted. */
interface Source {
  readonly reader: Reader;
  readonly view: ProjectView;
  readonly hidden: ReadonlySet<CoderId>;
}

function touchOf({ reader, view, hidden }: Source, book: LabelBook, row: ImageRow): RecordTouch | null {
  const [before, after] = [recordFromColumn(row.before), recordFromColumn(row.after)];
  const record = after ?? before;
  if (!record) return null;
  const how = before === null ? 'added' : after === null ? 'removed' : 'updated';
  const { record: name, id } = record;
  if (isConcealed(reader, record, hidden))
    return { record: name, id, how, label: null, differences: [], place: null };
  const differences = differencesOf(before, after);
  book.learn(name, differences);
  return {
    ...{ record: name, id, how },
    label: labelFor(reader, record),
    differences,
    place: placeOf({ added: [record], updated: [], removed: [] }, view),
  };
}

/** The records of a change, in the order in which they were recorded. */
export function detailOf(
  source: Source,
  change: ChangeNumber,
  { offset, limit }: { readonly offset: number; readonly limit: number },
): ChangeDetail {
  const { reader, hidden } = source;
  return reader.snapshot(() => {
    const count = reader
      .query<{ total: number }>('SELECT count(*) AS total FROM change_record WHERE change = ?')
      .first(change);
    const rows = reader
      .query<ImageRow>(
        `SELECT before, after FROM change_record WHERE change = ? ORDER BY position LIMIT ? OFFSET ?`,
      )
      .all(change, limit, offset);
    const book = new LabelBook(reader, hidden);
    const touches = rows.map((row) => touchOf(source, book, row)).filter((touch) => touch !== null);
    return { total: count?.total ?? 0, touches, labels: book.labels };
  });
}

/** How much of a record's life is told: one that was changed more often has its earliest days left out. */
const mostSteps = 500;

/** Everything that coders who are not hidden ever did to a record, and to the roles of an annotation, the newest first. */
export function historyOf(source: Source, record: RecordName, id: string): RecordHistory {
  const { reader, hidden } = source;
  return reader.snapshot(() => {
    const rows = reader
      .query<ChangeHeading & ImageRow>(
        `SELECT ${heading}, touched.before, touched.after
         FROM change_record AS touched JOIN change ON change.number = touched.change
         WHERE ((touched.id = @id AND touched.record = @record) OR touched.rowid IN (
             SELECT rowid FROM change_record
             WHERE record = 'link' AND coalesce(after, before) ->> 'annotation' = @id))
           AND change.coder NOT IN (SELECT value FROM json_each(@hidden))
         ORDER BY change.number DESC, touched.position LIMIT @most`,
      )
      .all({ id, record, hidden: JSON.stringify([...hidden]), most: mostSteps });
    const book = new LabelBook(reader, hidden);
    const steps = rows.flatMap(({ before, after, ...change }) => {
      const touch = touchOf(source, book, { before, after });
      return touch ? [{ change, touch }] : [];
    });
    return { steps, labels: book.labels };
  });
}
