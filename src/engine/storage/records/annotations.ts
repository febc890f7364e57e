import { isDeepStrictEqual } from 'node:util';
import type {
  AnnotationId,
  CoderId,
  DocumentId,
  EntryId,
  Timestamp,
  TypeId,
  VersionId,
} from '../../../core/ids';
import type { AnnotationRecord, Fragment } from '../../../core/model/annotation';
import type { AttributeValues } from '../../../core/model/codebook';
import type { Status } from '../../../core/model/document';
import { codePoint } from '../../../core/offsets';
import {
  attributeValuesOf,
  attributeValuesWhere,
  insertAttributeValues,
  updateAttributeValues,
} from './attribute-values';
import type { Reader, SqlValue, Writer } from '../file/connection';
import { originFromColumn, originToColumn, type Repository } from './table';

type AnnotationRow = Readonly<{
  id: string;
  document: string;
  type: string;
  coder: string;
  version: string | null;
  entry: string | null;
  status: string;
  note: string;
  created_at: string;
  modified_at: string;
  origin: string | null;
}>;

/** An annotation with one of its fragments; one without any comes once, with nothing in the last columns. */
type FragmentRow = AnnotationRow &
  Readonly<{ start: number | null; end: number | null; quote: string | null }>;

const select = `
  SELECT a.id, a.document, a.type, a.coder, a.version, a.entry, a.status, a.note, a.created_at, a.modified_at, a.origin,
    f.start, f."end", f.quote
  FROM annotation AS a LEFT JOIN fragment AS f ON f.annotation = a.id`;

const toRow = (annotation: AnnotationRecord): AnnotationRow => ({
  id: annotation.id,
  document: annotation.document,
  type: annotation.type,
  coder: annotation.coder,
  version: annotation.version,
  entry: annotation.entry,
  status: annotation.status,
  note: annotation.note,
  created_at: annotation.createdAt,
  modified_at: annotation.modifiedAt,
  origin: originToColumn(annotation.origin),
});

const fromRow = (
  row: AnnotationRow,
  fragments: readonly Fragment[],
  attributes: AttributeValues,
): AnnotationRecord => ({
  record: 'annotation',
  id: row.id as AnnotationId,
  document: row.document as DocumentId,
  type: row.type as TypeId,
  coder: row.coder as CoderId,
  version: row.version as VersionId | null,
  fragments,
  entry: row.entry as EntryId | null,
  attributes,
  status: row.status as Status,
  note: row.note,
  createdAt: row.created_at as Timestamp,
  modifiedAt: row.modified_at as Timestamp,
  origin: originFromColumn(row.origin),
});

/** Joins rows of the same annotation, which follow each other. */
function gather(
  rows: readonly FragmentRow[],
  attributes: ReadonlyMap<string, AttributeValues>,
): AnnotationRecord[] {
  const gathered: AnnotationRecord[] = [];
  let fragments: Fragment[] = [];
  let id: string | null = null;
  for (const row of rows) {
    if (row.id !== id) {
      id = row.id;
      fragments = [];
      gathered.push(fromRow(row, fragments, attributes.get(id) ?? {}));
    }
    if (row.start !== null && row.end !== null && row.quote !== null)
      fragments.push({ start: codePoint(row.start), end: codePoint(row.end), quote: row.quote });
  }
  return gathered;
}

function insertFragments(writer: Writer, { id, fragments }: AnnotationRecord): void {
  const insert = writer.statement('INSERT INTO fragment VALUES (?, ?, ?, ?, ?)');
  fragments.forEach(({ start, end, quote }, position) => insert.run(id, position, start, end, quote));
}

/** Annotations with their fragments and attribute values. */
export const annotations: Repository<AnnotationRecord> = {
  find: (reader, id) => {
    const rows = reader.query<FragmentRow>(`${select} WHERE a.id = ? ORDER BY f.position`).all(id);
    if (rows.length === 0) return undefined;
    return gather(rows, new Map([[id, attributeValuesOf(reader, 'annotation', id)]]))[0];
  },
  insert: (writer, annotation) => {
    writer
      .statement(
        `INSERT INTO annotation VALUES
           (@id, @document, @type, @coder, @entry, @status, @note, @created_at, @modified_at, @origin, @version)`,
      )
      .run(toRow(annotation));
    insertFragments(writer, annotation);
    insertAttributeValues(writer, 'annotation', annotation.id, annotation.attributes);
  },
  update: (writer, before, after) => {
    writer
      .statement(
        `UPDATE annotation SET document = @document, type = @type, coder = @coder, version = @version, entry = @entry,
           status = @status, note = @note, created_at = @created_at, modified_at = @modified_at, origin = @origin
         WHERE id = @id`,
      )
      .run(toRow(after));
    if (!isDeepStrictEqual(before.fragments, after.fragments)) {
      writer.statement('DELETE FROM fragment WHERE annotation = ?').run(after.id);
      insertFragments(writer, after);
    }
    updateAttributeValues(writer, 'annotation', after.id, before.attributes, after.attributes);
  },
  remove: (writer, annotation) => {
    writer.statement('DELETE FROM annotation WHERE id = ?').run(annotation.id);
  },
};

/** The annotations whose ids an SQL condition with `%` for the id's column holds for, in the order of ids. */
export function annotationsWhere(
  reader: Reader,
  condition: string,
  ...bound: SqlValue[]
): AnnotationRecord[] {
  const attributes = attributeValuesWhere(
    reader,
    'annotation',
    condition.replace('%', 'annotation'),
    ...bound,
  );
  const rows = reader
    .query<FragmentRow>(`${select} WHERE ${condition.replace('%', 'a.id')} ORDER BY a.id, f.position`)
    .all(...bound);
  return gather(rows, attributes);
}

/** Every annotation of a document, in the order of ids: that in which Postil made them. */
export const annotationsOf = (reader: Reader, document: DocumentId): AnnotationRecord[] =>
  annotationsWhere(reader, '% IN (SELECT id FROM annotation WHERE document = ?)', document);

const idInRows = 'SELECT id FROM annotation WHERE rowid IN (SELECT value FROM json_each(?))';

/** The ids of the annotations in some rows of the table, in no particular order; a row that is gone is left out. */
export const annotationIdsInRows = (reader: Reader, rows: readonly number[]): AnnotationId[] =>
  reader
    .query<{ id: AnnotationId }>(idInRows)
    .all(JSON.stringify(rows))
    .map(({ id }) => id);

/** The row of the table in which an annotation is, and its document. */
export const rowOfAnnotation = (
  reader: Reader,
  id: AnnotationId,
): { readonly row: number; readonly document: DocumentId } | undefined =>
  reader
    .query<{ row: number; document: DocumentId }>(
      'SELECT rowid AS row, document FROM annotation WHERE id = ?',
    )
    .first(id);

/** The annotations in some rows of the table, in the order of the rows; a row that is gone is left out. */
export function annotationsInRows(reader: Reader, rows: readonly number[]): AnnotationRecord[] {
  const wanted = JSON.stringify(rows);
  const attributes = attributeValuesWhere(reader, 'annotation', `annotation IN (${idInRows})`, wanted);
  const found = reader
    .query<FragmentRow & { readonly row: number }>(
      `${select.replace('a.id,', 'a.rowid AS row, a.id,')} WHERE a.id IN (${idInRows}) ORDER BY a.id, f.position`,
    )
    .all(wanted);
  const rowOf = new Map(found.map(({ row, id }) => [id, row]));
  const byRow = new Map(
    gather(found, attributes).map((annotation) => [rowOf.get(annotation.id), annotation]),
  );
  return rows.map((row) => byRow.get(row)).filter((annotation) => annotation !== undefined);
}

/** The annotations of these ids that there are, wherever they lie. */
export const annotationsAmong = (reader: Reader, ids: readonly AnnotationId[]): AnnotationRecord[] =>
  ids.length === 0
    ? []
    : annotationsWhere(reader, '% IN (SELECT value FROM json_each(?))', JSON.stringify(ids));
