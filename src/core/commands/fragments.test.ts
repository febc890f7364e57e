import { describe, expect, it } from 'vitest';
import { memoryView } from '../../../tests/support/memory-view';
import { changeContext } from '../../../tests/support/records';
import type { AnnotationId } from '../ids';
import type { Span } from '../model/annotation';
import type { AnyRecord } from '../model/records';
import { codePoint } from '../offsets';
import { decide } from './decide';

const text = 'Силы 🇰🇿 насчитывают 3800 человек';
const span = (start: number, end: number): Span => ({ start: codePoint(start), end: codePoint(end) });

const annotation = (id: string, fragments: readonly object[]): AnyRecord =>
  ({ record: 'annotation', id, document: 'd', type: 't', coder: 'anna', fragments, attributes: {} }) as never;

const view = memoryView(
  [
    { record: 'document', id: 'd' } as never,
    annotation('a', [{ ...span(0, 4), quote: 'Силы' }]),
    annotation('relation', []),
  ],
  text,
);

function ask(name: 'annotation.addFragment' | 'annotation.removeFragment', id: string, fragment: Span) {
  return decide({ name, annotation: id as AnnotationId, fragment }, view, changeContext());
}

describe('a further fragment', () => {
  it('has the text that it covers, counted in code points, and one change holds it', () => {
    const decided = ask('annotation.addFragment', 'a', span(8, 19));
    expect(decided.ok && decided.value.updated[0]?.[1]).toMatchObject({
      fragments: [{ quote: 'Силы' }, { start: 8, end: 19, quote: 'насчитывают' }],
      modifiedAt: '2026-11-22T10:00:00.000Z',
    });
  });

  it('that is covered already changes nothing', () => {
    const decided = ask('annotation.addFragment', 'a', span(1, 3));
    expect(decided).toEqual({ ok: true, value: { added: [], updated: [], removed: [] } });
  });

  it('is refused to a relation, and outside of the text', () => {
    expect(ask('annotation.addFragment', 'relation', span(0, 4))).toMatchObject({
      problem: { code: 'fragments-missing' },
    });
    expect(ask('annotation.addFragment', 'a', span(8, 900))).toMatchObject({
      problem: { code: 'offsets-outside-text' },
    });
  });

  it('can be removed, but not the last one', () => {
    expect(ask('annotation.removeFragment', 'a', span(0, 4))).toMatchObject({
      problem: { code: 'fragments-missing' },
    });
  });
});
