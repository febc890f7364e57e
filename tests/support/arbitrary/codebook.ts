import fc from 'fast-check';
import type { AttributeValue, AttributeValues } from '../../../src/core/model/codebook';
import type { Records } from '../../../src/core/model/records';
import { choice, hue, ids, origin, physicalKey, pick, position, text, texts, type Draw } from './values';

/** A codebook, and values as its attributes take them. */
export interface SampleCodebook {
  readonly type: readonly Records['type'][];
  readonly role: readonly Records['role'][];
  readonly attribute: readonly Records['attribute'][];
  readonly term: readonly Records['term'][];
  /** Values of some of the attributes of an entry, a document, or an annotation of a type. */
  readonly valuesOf: (of: 'entry' | 'document' | 'type', type?: string) => AttributeValues;
}

export function drawCodebook(draw: Draw): SampleCodebook {
  const some = <Id>(prefix: string, most: number): Id[] =>
    ids<Id>(prefix, draw(fc.integer({ min: 0, max: most })));
  const typeIds = ids<Records['type']['id']>('type', draw(fc.integer({ min: 1, max: 5 })));
  const drawn = typeIds.map((id, index): Records['type'] => ({
    record: 'type',
    id,
    kind: draw(fc.constantFrom('entity', 'event', 'statement', 'relation')),
    parent: index > 0 && draw(fc.boolean()) ? pick(typeIds.slice(0, index), draw(choice)) : null,
    position: draw(position),
    names: draw(texts),
    guidelines: draw(texts),
    examples: draw(fc.array(text, { maxLength: 2 })),
    hue: draw(hue),
    key: draw(physicalKey),
    symmetric: draw(fc.boolean()),
    origin: draw(origin),
  }));
  const kindOf = new Map(drawn.map(({ id, kind }) => [id, kind]));
  // A type stands below one of its own kind only.
  const type = drawn.map((one) =>
    one.parent !== null && kindOf.get(one.parent) === one.kind ? one : { ...one, parent: null },
  );
  const role = some<Records['role']['id']>('role', 3).map((id): Records['role'] => ({
    record: 'role',
    id,
    type: pick(typeIds, draw(choice)) ?? ('type0' as Records['type']['id']),
    position: draw(position),
    names: draw(texts),
    key: draw(physicalKey),
    min: draw(fc.integer({ min: 0, max: 1 })),
    max: draw(fc.constantFrom(null, 1, 7)),
    fillers: {
      kinds: draw(fc.subarray(['entity', 'event', 'statement', 'relation'] as const)),
      types: draw(fc.subarray(typeIds)),
      entries: draw(fc.boolean()),
      spans: draw(fc.boolean()),
    },
    acrossDocuments: draw(fc.boolean()),
    acyclic: draw(fc.boolean()),
    sticky: draw(fc.boolean()),
    origin: draw(origin),
  }));
  const undecided = some<Records['attribute']['id']>('attribute', 4).map((id): Records['attribute'] => ({
    record: 'attribute',
    id,
    owner: draw(
      fc.constantFrom(
        { of: 'entry' } as const,
        { of: 'document' } as const,
        { of: 'type', type: typeIds[0] ?? ('type0' as Records['type']['id']) } as const,
      ),
    ),
    position: draw(position),
    names: draw(texts),
    key: draw(physicalKey),
    domain: draw(
      fc.oneof(
        fc.constantFrom(
          { kind: 'yes-no' } as const,
          { kind: 'number' } as const,
          { kind: 'date' } as const,
          { kind: 'text' } as const,
          { kind: 'vocabulary' } as const,
        ),
        fc.record({
          kind: fc.constantFrom('one-of' as const, 'several-of' as const),
          choices: fc.array(fc.record({ value: text, names: texts }), { maxLength: 2 }),
        }),
      ),
    ),
    required: draw(fc.boolean()),
    default: null,
    origin: draw(origin),
  }));
  const vocabulary = undecided.find(({ domain }) => domain.kind === 'vocabulary')?.id;
  const termIds = some<Records['term']['id']>('term', vocabulary ? 3 : 0);
  const term = vocabulary
    ? termIds.map((id): Records['term'] => ({
        record: 'term',
        id,
        attribute: vocabulary,
        parent: id !== termIds[0] && draw(fc.boolean()) ? (termIds[0] ?? null) : null,
        name: draw(text),
        origin: draw(origin),
      }))
    : [];

  /** A value of an attribute's domain; null where that is empty. */
  function valueFor({ id, domain }: Records['attribute']): AttributeValue | null {
    switch (domain.kind) {
      case 'yes-no':
        return draw(fc.boolean());
      case 'number':
        // Minus zero is no number of JSON.
        return draw(fc.oneof(fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true }))) + 0;
      case 'date':
        return draw(
          fc.constantFrom('2026', '2026-11-22', '2026-11/..', { edtf: '2026-11', words: 'в ноябре' }),
        );
      case 'text':
        return draw(text);
      case 'vocabulary':
        return id === vocabulary ? pick(termIds, draw(choice)) : null;
      case 'one-of':
        return pick(domain.choices, draw(choice))?.value ?? null;
      case 'several-of':
        return draw(fc.subarray([...new Set(domain.choices.map(({ value }) => value))]));
    }
  }

  const attribute = undecided.map((one) => ({ ...one, default: draw(fc.boolean()) ? valueFor(one) : null }));
  const isOwned = (
    { owner }: Records['attribute'],
    of: 'entry' | 'document' | 'type',
    ofType?: string,
  ): boolean => owner.of === of && (owner.of !== 'type' || owner.type === ofType);
  return {
    type,
    role,
    attribute,
    term,
    valuesOf: (of, ofType) =>
      Object.fromEntries(
        attribute
          .filter((one) => isOwned(one, of, ofType) && draw(fc.boolean()))
          .map((one) => [one.id, valueFor(one)] as const)
          .filter((pair): pair is readonly [(typeof pair)[0], AttributeValue] => pair[1] !== null),
      ),
  };
}
