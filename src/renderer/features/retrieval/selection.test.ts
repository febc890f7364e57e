import { describe, expect, it } from 'vitest';
import type { AnnotationId } from '../../../core/ids';
import { everySegment } from '../../../core/segments/filter';
import { asCalled, countSelected, everything, isSelected, nothing, toggled, withMore } from './selection';

const [a, b] = ['a', 'b'] as AnnotationId[] as [AnnotationId, AnnotationId];

describe('the selection of the table', () => {
  it('is some rows, one by one or several at once', () => {
    const one = toggled(nothing, a);
    expect(isSelected(one, a)).toBe(true);
    expect(isSelected(toggled(one, a), a)).toBe(false);
    expect(countSelected(withMore(one, [a, b]), 10)).toBe(2);
    expect(asCalled(one, everySegment)).toEqual({ by: 'ids', annotations: [a] });
  });

  it('is all rows, whether they were read or not, but those that were taken out', () => {
    const rest = toggled(everything, a);
    expect(isSelected(rest, a)).toBe(false);
    expect(isSelected(rest, b)).toBe(true);
    expect(countSelected(rest, 1000)).toBe(999);
    expect(isSelected(withMore(rest, [a]), a)).toBe(true);
    expect(asCalled(rest, everySegment)).toEqual({ by: 'filter', filter: everySegment, except: [a] });
  });
});
