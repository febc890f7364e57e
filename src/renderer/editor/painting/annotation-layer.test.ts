import { describe, expect, it } from 'vitest';
import { plainType } from '../../../core/codebook/plain-records';
import type { AnnotationId, CoderId, DocumentId, Timestamp, TypeId } from '../../../core/ids';
import type { AnnotationRecord } from '../../../core/model/annotation';
import type { Kind, TypeRecord } from '../../../core/model/codebook';
import { codePoint, makeOffsetTable } from '../../../core/offsets';
import { makeAnnotationLayer } from './annotation-layer';

const text = 'a😀b word 🇷🇺 end';
const id = (value: string): AnnotationId => value as AnnotationId;

const type = (kind: Kind): TypeRecord =>
  plainType({ id: kind as string as TypeId, kind, position: 0, names: {}, hue: 0, origin: null });

const types = new Map([type('entity'), type('relation')].map((record) => [record.id, record]));

const annotation = (
  name: string,
  spans: readonly [number, number][],
  kind: Kind = 'entity',
): AnnotationRecord => ({
  record: 'annotation',
  id: id(name),
  document: 'document' as DocumentId,
  type: kind as string as TypeId,
  coder: 'coder' as CoderId,
  version: null,
  fragments: spans.map(([start, end]) => ({ start: codePoint(start), end: codePoint(end), quote: '' })),
  entry: null,
  attributes: {},
  status: 'draft',
  note: '',
  createdAt: '2026-11-22T09:30:00.000Z' as Timestamp,
  modifiedAt: '2026-11-22T09:30:00.000Z' as Timestamp,
  origin: null,
});

const mapOf = (...records: AnnotationRecord[]): Map<AnnotationId, AnnotationRecord> =>
  new Map(records.map((record) => [record.id, record]));

describe('the layer of annotations', () => {
  it('turns code points into UTF-16, past characters that take two units', () => {
    const layer = makeAnnotationLayer(makeOffsetTable(text));
    layer.update(mapOf(annotation('word', [[4, 8]])), types);
    const [fragment] = layer.get(id('word'))?.fragments ?? [];
    expect(fragment && text.slice(fragment.start, fragment.end)).toBe('word');
  });

  it('names exactly what is new, gone or different', () => {
    const layer = makeAnnotationLayer(makeOffsetTable(text));
    const [a, b, c] = [annotation('a', [[0, 1]]), annotation('b', [[2, 3]]), annotation('c', [[4, 8]])];
    expect(layer.update(mapOf(a, b, c), types)).toEqual(new Set(['a', 'b', 'c']));
    const moved = annotation('b', [[4, 8]]);
    expect(layer.update(mapOf(a, moved, annotation('d', [[0, 1]])), types)).toEqual(new Set(['b', 'c', 'd']));
    expect(layer.get(id('c'))).toBeNull();
    expect(layer.update(mapOf(), types)).toEqual(new Set(['a', 'b', 'd']));
  });

  it('names the annotations of a type that looks different now', () => {
    const layer = makeAnnotationLayer(makeOffsetTable(text));
    const annotations = mapOf(annotation('a', [[0, 1]]));
    layer.update(annotations, types);
    expect(layer.update(annotations, types).size).toBe(0);
    const recoloured = new Map([...types.values()].map((record) => [record.id, { ...record, hue: 120 }]));
    expect(layer.update(annotations, recoloured)).toEqual(new Set(['a']));
    expect(layer.get(id('a'))?.type.hue).toBe(120);
  });

  it('finds the innermost first', () => {
    const layer = makeAnnotationLayer(makeOffsetTable(text));
    layer.update(mapOf(annotation('outer', [[0, 10]]), annotation('inner', [[4, 8]])), types);
    expect(layer.overlapping({ start: 6, end: 7 })).toEqual(['inner', 'outer']);
  });

  it('has no place for what has no fragment, for relations, and for types that are not there', () => {
    const layer = makeAnnotationLayer(makeOffsetTable(text));
    const stray = { ...annotation('stray', [[0, 1]]), type: 'gone' as TypeId };
    layer.update(mapOf(annotation('none', []), annotation('relation', [[0, 1]], 'relation'), stray), types);
    expect(layer.touching({ start: 0, end: text.length })).toEqual([]);
    expect(layer.get(id('relation'))).toBeNull();
    expect(layer.get(id('stray'))).toBeNull();
  });
});
