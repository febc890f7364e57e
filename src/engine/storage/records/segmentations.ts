import type { DocumentId, SegmentationId } from '../../../core/ids';
import type { SegmentationRecord } from '../../../core/model/document';
import type { Reader } from '../file/connection';
import { makeTable, originFromColumn, originToColumn } from './table';

type SegmentationRow = Readonly<{
  id: string;
  document: string;
  unit: string;
  origin: string | null;
  spans: string;
}>;

/** Layers of tokens and sentences as they were imported. */
export const segmentations = makeTable<SegmentationRecord, SegmentationRow>({
  name: 'segmentation',
  columns: ['id', 'document', 'unit', 'origin', 'spans'],
  order: 'document, unit, id',
  toRow: ({ id, document, unit, spans, origin }) => ({
    id,
    document,
    unit,
    origin: originToColumn(origin),
    spans: JSON.stringify(spans),
  }),
  fromRow: (row) => ({
    record: 'segmentation',
    id: row.id as SegmentationId,
    document: row.document as DocumentId,
    unit: row.unit as SegmentationRecord['unit'],
    spans: JSON.parse(row.spans) as SegmentationRecord['spans'],
    origin: originFromColumn(row.origin),
  }),
});

/** The segmentations of a document. */
export function segmentationsOf(reader: Reader, document: DocumentId): SegmentationRecord[] {
  return segmentations.where(reader, 'document = ?', document);
}
