import type { CountsByCoder } from '../../../contract/engine-answers';
import type { Queued } from '../../../core/documents/queue';
import type { DocumentId, Timestamp } from '../../../core/ids';
import type { AttributeValues } from '../../../core/model/codebook';
import type { DocumentRecord, Status } from '../../../core/model/document';
import {
  attributeValuesOf,
  attributeValuesWhere,
  insertAttributeValues,
  updateAttributeValues,
} from './attribute-values';
import type { Reader, Writer } from '../file/connection';
import { originFromColumn, originToColumn, type Repository } from './table';
import { keepText, releaseText } from './texts';

type DocumentRow = Readonly<{
  id: string;
  name: string;
  position: number;
  status: string;
  note: string;
  metadata: string;
  sha256: string;
  length: number;
  encoding: string;
  byte_order_mark: number;
  added_at: string;
  origin: string | null;
}>;

const columns = `id, name, position, status, note, metadata, sha256, length, encoding, byte_order_mark, added_at,
  origin`;
const values = `@id, @name, @position, @status, @note, @metadata, @sha256, @length, @encoding, @byte_order_mark,
  @added_at, @origin`;

const toRow = (document: DocumentRecord): DocumentRow => ({
  id: document.id,
  name: document.name,
  position: document.position,
  status: document.status,
  note: document.note,
  metadata: JSON.stringify(document.metadata),
  sha256: document.sha256,
  length: document.length,
  encoding: document.encoding,
  byte_order_mark: Number(document.byteOrderMark),
  added_at: document.addedAt,
  origin: originToColumn(document.origin),
});

const fromRow = (row: DocumentRow, attributes: AttributeValues): DocumentRecord => ({
  record: 'document',
  id: row.id as DocumentId,
  name: row.name,
  position: row.position,
  status: row.status as Status,
  note: row.note,
  metadata: JSON.parse(row.metadata) as Readonly<Record<string, string>>,
  attributes,
  sha256: row.sha256,
  length: row.length,
  encoding: row.encoding,
  byteOrderMark: row.byte_order_mark === 1,
  addedAt: row.added_at as Timestamp,
  origin: originFromColumn(row.origin),
});

interface DocumentRepository extends Repository<DocumentRecord> {
  /** In the order of the queue. */
  ids(reader: Reader): DocumentId[];
  /** In the order of the queue. */
  all(reader: Reader): DocumentRecord[];
  /**
   * Adds a document with its text; without one, with the text of its sha256 that the file holds already: staged
   * by an import, of a removed document, or of another one.
   */
  insert(writer: Writer, document: DocumentRecord, text?: string): void;
}

/** Documents without their texts, which `texts.ts` reads. A text is never updated. */
export const documents: DocumentRepository = {
  find: (reader, id) => {
    const row = reader.query<DocumentRow>(`SELECT ${columns} FROM document WHERE id = ?`).first(id);
    return row && fromRow(row, attributeValuesOf(reader, 'document', id));
  },
  ids: (reader) =>
    reader
      .query<{ id: DocumentId }>('SELECT id FROM document ORDER BY position, id')
      .all()
      .map(({ id }) => id),
  all: (reader) => {
    const attributes = attributeValuesWhere(reader, 'document', 'true');
    return reader
      .query<DocumentRow>(`SELECT ${columns} FROM document ORDER BY position, id`)
      .all()
      .map((row) => fromRow(row, attributes.get(row.id) ?? {}));
  },
  insert: (writer, document, text) => {
    const added =
      text === undefined
        ? writer.statement(insertHeldText).run(toRow(document))
        : writer.statement(insertText).run({ ...toRow(document), text });
    if (added !== 1) throw new Error(`The file holds no text ${document.sha256} for document ${document.id}`);
    releaseText(writer, document.sha256);
    insertAttributeValues(writer, 'document', document.id, document.attributes);
  },
  update: (writer, before, after) => {
    writer
      .statement(
        `UPDATE document SET name = @name, position = @position, status = @status, note = @note,
           metadata = @metadata, sha256 = @sha256, length = @length, encoding = @encoding,
           byte_order_mark = @byte_order_mark, added_at = @added_at, origin = @origin
         WHERE id = @id`,
      )
      .run(toRow(after));
    updateAttributeValues(writer, 'document', after.id, before.attributes, after.attributes);
  },
  remove: (writer, document) => {
    keepText(writer, document.id);
    writer.statement('DELETE FROM document WHERE id = ?').run(document.id);
  },
};

const insertText = `INSERT INTO document (${columns}, text) VALUES (${values}, @text)`;

const insertHeldText = `
  INSERT INTO document (${columns}, text)
  SELECT ${values}, text FROM (
    SELECT text FROM document_text WHERE sha256 = @sha256
    UNION ALL
    SELECT text FROM document WHERE sha256 = @sha256
    LIMIT 1)`;

/** How many annotations each document has of each coder; those without any are not in the answer. */
export function countAnnotations(reader: Reader): ReadonlyMap<DocumentId, CountsByCoder> {
  const rows = reader
    .query<{ document: DocumentId; coder: string; annotations: number }>(
      'SELECT document, coder, count(*) AS annotations FROM annotation GROUP BY document, coder',
    )
    .all();
  const counts = new Map<DocumentId, Record<string, number>>();
  for (const { document, coder, annotations } of rows)
    counts.set(document, { ...counts.get(document), [coder]: annotations });
  return counts;
}

/** The name of a document with each text, by the text's sha256: of several, the first of the queue. */
export function namesByText(reader: Reader): ReadonlyMap<string, string> {
  const rows = reader
    .query<{ sha256: string; name: string }>(
      'SELECT sha256, name FROM document ORDER BY position DESC, id DESC',
    )
    .all();
  return new Map(rows.map(({ sha256, name }) => [sha256, name]));
}

/** A document with this text; of several, the first in the queue. */
export function documentWithText(reader: Reader, sha256: string): DocumentRecord | undefined {
  const row = reader
    .query<{ id: DocumentId }>('SELECT id FROM document WHERE sha256 = ? ORDER BY position, id LIMIT 1')
    .first(sha256);
  return row && documents.find(reader, row.id);
}

/** The last place in the queue that a document has; -1 where there is none. */
export function lastPosition(reader: Reader): number {
  const row = reader
    .query<{ last: number }>('SELECT coalesce(max(position), -1) AS last FROM document')
    .first();
  return row?.last ?? -1;
}

/** The documents' places in the queue, in its order. */
export const queueOf = (reader: Reader): Queued[] =>
  reader.query<Queued>('SELECT id, position FROM document ORDER BY position, id').all();
