import { describe, expect, it } from 'vitest';
import type { Hit } from '../../../contract/occurrences';
import type { AnnotationId, DocumentId } from '../../../core/ids';
import { codePoint } from '../../../core/offsets';
import { decided, everyHit, formDecided, formsOf, isChosen, type Choice } from './choice';

const hit = (form: string, tagged: string | null = null): Hit => ({
  document: 'd' as DocumentId,
  span: { start: codePoint(0), end: codePoint(1) },
  form,
  before: '',
  quote: form,
  after: '',
  tagged: tagged as AnnotationId | null,
});

const hits = [hit('Лавров'), hit('Лаврова'), hit('Лавров', 'a1'), hit('Лавров')];
const chosen = (choice: Choice): number[] =>
  hits.flatMap((one, index) => (isChosen(choice, one, index) ? [index] : []));

describe('the choice of hits', () => {
  it('is at first all that are not tagged', () => {
    expect(chosen(everyHit)).toEqual([0, 1, 3]);
  });

  it('refuses and takes single hits', () => {
    const refused = decided(everyHit, 0, false);
    expect(chosen(refused)).toEqual([1, 3]);
    expect(chosen(decided(refused, 0, true))).toEqual([0, 1, 3]);
    expect(chosen(decided(everyHit, 2, true))).toEqual([0, 1, 3]);
  });

  it('refuses a whole form, whatever was said of its hits', () => {
    const refused = formDecided(decided(everyHit, 3, true), 'Лавров', false, hits);
    expect(chosen(refused)).toEqual([1]);
    expect(chosen(decided(refused, 3, true))).toEqual([1, 3]);
    expect(chosen(formDecided(refused, 'Лавров', true, hits))).toEqual([0, 1, 3]);
  });

  it('is counted by forms, the most frequent first', () => {
    expect(formsOf(hits, decided(everyHit, 0, false))).toEqual([
      { form: 'Лавров', hits: 3, chosen: 1, tagged: 1 },
      { form: 'Лаврова', hits: 1, chosen: 1, tagged: 0 },
    ]);
  });
});
