import { describe, expect, it } from 'vitest';
import type { AttributeId, TypeId } from '../../../core/ids';
import { everySegment } from '../../../core/segments/filter';
import { idOfPart, partOf, partsOf, toggledPart, type FilterPart } from './filters';

const type: FilterPart = { name: 'types', value: 'a type' as TypeId };
const attribute: FilterPart = {
  name: 'attributes',
  value: { attribute: 'a' as AttributeId, test: { by: 'presence', has: 'none' } },
};

describe('the conditions of a filter', () => {
  it('are added and taken away one by one', () => {
    const filter = { ...everySegment, ...toggledPart(everySegment, type) };
    const both = { ...filter, ...toggledPart(filter, attribute) };
    expect(partsOf(both)).toEqual([type, attribute]);
    expect(partsOf({ ...both, ...toggledPart(both, type) })).toEqual([attribute]);
  });

  it('have ids that stand for them', () => {
    for (const part of [type, attribute, { name: 'entries', value: null } as const])
      expect(partOf(idOfPart(part))).toEqual(part);
  });
});
