import { describe, expect, it } from 'vitest';
import type { TypeId } from '../../../core/ids';
import type { AttributeRecord, TypeRecord } from '../../../core/model/codebook';
import { attributeRows } from './attribute-rows';

const type = (id: string, position: number): TypeRecord =>
  ({ record: 'type', id, names: { en: id }, position, parent: null }) as unknown as TypeRecord;

const attribute = (id: string, owner: string, name: string, kind = 'number'): AttributeRecord =>
  ({
    record: 'attribute',
    id,
    owner: owner === 'document' ? { of: 'document' } : { of: 'type', type: owner },
    names: { en: name },
    domain: { kind },
    position: 0,
  }) as unknown as AttributeRecord;

const rows = (...attributes: readonly AttributeRecord[]) =>
  attributeRows(
    {
      types: new Map(['visit', 'meeting'].map((id, index) => [id as TypeId, type(id, index)])),
      attributes: new Map(attributes.map((one) => [one.id, one])),
    },
    'en',
  ).map(({ label, detail }) => [label, detail]);

describe('the attributes to choose one from for all of a selection', () => {
  it('stand in the order of the types, each with the type that it belongs to', () => {
    expect(rows(attribute('a', 'meeting', 'Size'), attribute('b', 'visit', 'Days'))).toEqual([
      ['Days', 'Visit'],
      ['Size', 'Meeting'],
    ]);
  });

  it('are one where they are called alike and take the same, and two where they take something else', () => {
    expect(rows(attribute('a', 'visit', 'Size'), attribute('b', 'meeting', 'Size'))).toEqual([
      ['Size', 'Visit, Meeting'],
    ]);
    expect(rows(attribute('a', 'visit', 'Size'), attribute('b', 'meeting', 'Size', 'text'))).toHaveLength(2);
  });

  it('are those of annotations only', () => {
    expect(rows(attribute('a', 'document', 'Genre'))).toEqual([]);
  });
});
