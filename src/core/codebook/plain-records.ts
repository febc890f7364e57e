import type { AttributeRecord, Kind, RoleRecord, TypeRecord } from '../model/codebook';

/** A type of which nothing is known but what it is called, and what else is told. */
export const plainType = (
  known: Pick<TypeRecord, 'id' | 'kind' | 'position' | 'names' | 'hue' | 'origin'> & Partial<TypeRecord>,
): TypeRecord => ({
  record: 'type',
  parent: null,
  guidelines: {},
  examples: [],
  key: null,
  symmetric: false,
  ...known,
});

/**
 * A role of which nothing is known but what it is called: no rule tells what may fill it. `kind` is that of its
 * type: the ends of a relation are filled once, other roles as often as one likes, or not at all.
 */
export const plainRole = (
  kind: Kind,
  known: Pick<RoleRecord, 'id' | 'type' | 'position' | 'names' | 'origin'>,
): RoleRecord => ({
  record: 'role',
  key: null,
  min: kind === 'relation' ? 1 : 0,
  max: kind === 'relation' ? 1 : null,
  fillers: { kinds: [], types: [], entries: false, spans: false },
  acrossDocuments: false,
  acyclic: false,
  sticky: false,
  ...known,
});

/** An attribute of which nothing is known but what it is called, what it is of and what it takes. */
export const plainAttribute = (
  known: Pick<AttributeRecord, 'id' | 'owner' | 'position' | 'names' | 'domain' | 'origin'>,
): AttributeRecord => ({ record: 'attribute', key: null, required: false, default: null, ...known });
