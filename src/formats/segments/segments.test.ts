import { describe, expect, it } from 'vitest';
import type { AnnotationId, CoderId, DocumentId, Timestamp, TypeId } from '../../core/ids';
import { codePoint } from '../../core/offsets';
import { csvSegments } from './csv';
import { jsonSegments } from './json';
import type { ExportedSegment, SerializeSegments } from './row';

const at = '2026-11-22T10:00:00.000Z' as Timestamp;

const segment: ExportedSegment = {
  annotation: {
    record: 'annotation',
    id: 'a1' as AnnotationId,
    document: 'd1' as DocumentId,
    type: 'person' as TypeId,
    coder: 'anna' as CoderId,
    version: null,
    fragments: [
      { start: codePoint(3), end: codePoint(8), quote: 'С. "И"' },
      { start: codePoint(12), end: codePoint(14), quote: 'он' },
    ],
    entry: null,
    attributes: {},
    status: 'draft',
    note: 'две\nстроки',
    createdAt: at,
    modifiedAt: at,
    origin: null,
  },
  documentName: 'Новость, первая',
  kind: 'entity',
  typeNames: { ru: 'персона', en: 'person' },
  coderName: 'Анна',
  entryName: null,
  sentence: 'С. "И" сказал, что он',
  values: { certainty: 'high' },
};

function written(serialize: SerializeSegments, segments: readonly ExportedSegment[]): string {
  const { begin, row, end } = serialize(['certainty', 'stance']);
  return begin + segments.map((one, index) => row(one, index === 0)).join('') + end;
}

describe('rows of the table as CSV', () => {
  it('have a heading, quotes where a value needs them, and a column for each attribute', () => {
    const [heading, ...rest] = written(csvSegments, [segment]).split('\r\n');
    expect(heading).toMatch(/^\ufeffannotation,document,.*,modified at,certainty,stance$/u);
    expect(rest.join('\r\n')).toContain('"Новость, первая",3 | 12,8 | 14,"С. ""И"" | он",');
    expect(rest.join('\r\n')).toContain('"две\nстроки"');
    expect(rest.join('\r\n')).toMatch(/,high,\r\n$/u);
  });
});

describe('rows of the table as JSON', () => {
  it('are one document, with or without rows', () => {
    const parsed = JSON.parse(written(jsonSegments, [segment, segment])) as { rows: { sentence: string }[] };
    expect(parsed.rows).toHaveLength(2);
    expect(parsed.rows[0]?.sentence).toBe(segment.sentence);
    expect(JSON.parse(written(jsonSegments, []))).toMatchObject({ rows: [] });
  });
});
