import { csvLine, defused } from '../tables/cells';
import type { ExportedSegment, SerializeSegments } from './row';

const fixed = [
  'annotation',
  'document',
  'document name',
  'start',
  'end',
  'text',
  'sentence',
  'type',
  'type name',
  'kind',
  'entry',
  'entry name',
  'coder',
  'status',
  'note',
  'created at',
  'modified at',
] as const;

/** This table is for spreadsheets. */
const line = (values: readonly string[]): string => csvLine(values.map(defused));

/** Of several fragments, all starts, all ends and all texts, parted by « | ». */
function valuesOf({ annotation, ...names }: ExportedSegment): readonly string[] {
  const each = (pick: (index: number) => string): string =>
    annotation.fragments.map((_, index) => pick(index)).join(' | ');
  return [
    annotation.id,
    annotation.document,
    names.documentName,
    each((index) => String(annotation.fragments[index]?.start)),
    each((index) => String(annotation.fragments[index]?.end)),
    each((index) => annotation.fragments[index]?.quote ?? ''),
    names.sentence,
    annotation.type,
    names.typeNames['en'] ?? Object.values(names.typeNames)[0] ?? '',
    names.kind ?? '',
    annotation.entry ?? '',
    names.entryName ?? '',
    names.coderName,
    annotation.status,
    annotation.note,
    annotation.createdAt,
    annotation.modifiedAt,
  ];
}

/**
 * Rows as CSV (RFC 4180), in UTF-8 with the mark that spreadsheets recognise it by. Offsets are code points, half-open;
 * each attribute has a column of its own.
 */
export const csvSegments: SerializeSegments = (columns) => ({
  begin: `\ufeff${line([...fixed, ...columns])}`,
  row: (segment) => line([...valuesOf(segment), ...columns.map((column) => segment.values[column] ?? '')]),
  end: '',
});
