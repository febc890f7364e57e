import { expect, test } from 'vitest';
import { codePoint } from '../../../core/offsets';
import type { AnnotationRecord } from '../../../core/model/annotation';
import { annotationsAt, neighbour } from './places';

const annotation = (id: string, start: number, end: number): AnnotationRecord =>
  ({
    id,
    fragments: [{ start: codePoint(start), end: codePoint(end), quote: '' }],
  }) as unknown as AnnotationRecord;

const sentence = annotation('sentence', 0, 50);
const person = annotation('person', 5, 10);
const name = annotation('name', 5, 7);
const later = annotation('later', 60, 65);
const inOrder = [sentence, person, name, later];

const idsOf = (annotations: readonly AnnotationRecord[]): readonly string[] =>
  annotations.map(({ id }) => id);

test('the annotations at a place come with the innermost first, edges included', () => {
  expect(idsOf(annotationsAt(inOrder, 6))).toEqual(['name', 'person', 'sentence']);
  expect(idsOf(annotationsAt(inOrder, 10))).toEqual(['person', 'sentence']);
  expect(idsOf(annotationsAt(inOrder, 55))).toEqual([]);
});

test('the next annotation is the one after the selected one, and after the last comes the first', () => {
  expect(neighbour(inOrder, person, 0, 1)).toBe(name);
  expect(neighbour(inOrder, later, 0, 1)).toBe(sentence);
  expect(neighbour(inOrder, sentence, 0, -1)).toBe(later);
});

test('where none is selected, the caret decides', () => {
  expect(neighbour(inOrder, undefined, 20, 1)).toBe(later);
  expect(neighbour(inOrder, undefined, 20, -1)).toBe(name);
  expect(neighbour(inOrder, undefined, 99, 1)).toBe(sentence);
  expect(neighbour([], undefined, 0, 1)).toBeUndefined();
});
