import type { AttributeId, RoleId, TermId, TypeId } from '../ids';
import type { AttributeOwner, AttributeRecord, RoleRecord, TermRecord, TypeRecord } from '../model/codebook';
import type { Origin } from '../model/origin';
import { areNamesakes } from '../rules/namesakes';
import { inTreeOrder, type Codebook } from './codebook';
import { foldedName } from './folded-name';
import { endsOf, lookupIn, type Lookup } from './lookup';

interface Named {
  readonly id: string;
  readonly names: Readonly<Record<string, string>>;
  readonly origin: Origin | null;
}

/** 3 for what a file says outright to be this; 2 for what came from the same place under the same name, or has the same id; 1 for a namesake; else 0. */
function likeness(a: Named, b: Named): number {
  // A file may call things by the ids that they have here, or name these beside.
  if (a.id === b.id || a.origin?.id === b.id) return 2;
  if (a.origin?.fields['record'] === b.id) return 3;
  if (a.origin && a.origin.id !== null && a.origin.format === b.origin?.format && a.origin.id === b.origin.id)
    return 2;
  return areNamesakes(a, b) ? 1 : 0;
}

/** The one of some that is most like a thing, and at least so much; undefined where none is. */
function likest<Item extends Named>(thing: Named, among: readonly Item[], least = 1): Item | undefined {
  let best: Item | undefined;
  let most = least - 1;
  for (const one of among) {
    const like = likeness(thing, one);
    if (like > most) [best, most] = [one, like];
  }
  return best;
}

/**
 * Pairs things with what stands for them: first what has the same id or origin, then namesakes. One that is surely
 * another thing of the same owner already is nobody's namesake: that one got another name, and this one its old name.
 */
function paired<Thing extends Named, Item extends Named>(
  things: readonly Thing[],
  ownerOf: (thing: Thing) => string,
  among: (thing: Thing) => readonly Item[],
): Map<Thing['id'], Item['id']> {
  const found = new Map<Thing['id'], Item['id']>();
  const taken = new Set<string>();
  const keyOf = (thing: Thing, id: string): string => JSON.stringify([ownerOf(thing), id]);
  for (const thing of things) {
    const same = likest(thing, among(thing), 2);
    if (!same) continue;
    found.set(thing.id, same.id);
    taken.add(keyOf(thing, same.id));
  }
  for (const thing of things) {
    if (found.has(thing.id)) continue;
    const namesake = likest(
      thing,
      among(thing).filter(({ id }) => !taken.has(keyOf(thing, id))),
    );
    if (namesake) found.set(thing.id, namesake.id);
  }
  return found;
}

/** What of one codebook stands for what of another. */
export interface CodebookMatch {
  readonly types: ReadonlyMap<TypeId, TypeId>;
  readonly roles: ReadonlyMap<RoleId, RoleId>;
  readonly attributes: ReadonlyMap<AttributeId, AttributeId>;
  readonly terms: ReadonlyMap<TermId, TermId>;
}

/** What was found for types and attributes of the same codebook before. */
interface Known {
  of<Id extends string>(id: Id): Id | undefined;
}

/**
 * Finds for the types, roles, attributes and terms of a codebook that came from elsewhere those of mine that mean the
 * same: of the same id or origin, else namesakes in any language. Types have to be of one kind, attributes of one
 * domain, or theirs a text that spells what mine takes; what a type of mine inherits counts as its own, and the ends of
 * relations are told by their order. Their codebook may be a piece: `known` has the rest.
 */
export function matchCodebook(theirs: Codebook, mine: Codebook, known?: Known): CodebookMatch {
  const lookup = lookupIn(mine);
  const types = matchTypes(theirs, mine, known);
  const typeOf = (id: TypeId): TypeId | undefined => types.get(id) ?? known?.of(id);
  const roles = paired(
    theirs.roles,
    ({ type }) => type,
    ({ type }) => rolesOf(typeOf(type), lookup),
  );
  matchEnds(theirs, typeOf, lookup, roles);
  const candidates = ({ owner }: AttributeRecord) => attributesOf(owner, typeOf, mine, lookup);
  const attributes = paired(
    theirs.attributes,
    ({ owner }) => (owner.of === 'type' ? owner.type : owner.of),
    (attribute) => candidates(attribute).filter(({ domain }) => domain.kind === attribute.domain.kind),
  );
  for (const attribute of theirs.attributes.filter(isSpelled)) {
    const found = attributes.has(attribute.id) ? undefined : likest(attribute, candidates(attribute));
    if (found) attributes.set(attribute.id, found.id);
  }
  const attributeOf = (id: AttributeId): AttributeId | undefined => attributes.get(id) ?? known?.of(id);
  return { types, roles, attributes, terms: matchTerms(theirs.terms, mine.terms, attributeOf) };
}

/**
 * Types of one codebook that stand for types of another: what has the same id or origin, then namesakes. Of several
 * namesakes that one is meant which stands below the same type; two types that stand below different ones are never
 * taken for one because of their names, nor is one that is surely another type of theirs.
 */
function matchTypes(theirs: Codebook, mine: Codebook, known?: Known): ReadonlyMap<TypeId, TypeId> {
  const types = new Map<TypeId, TypeId>();
  /** By the id of one of mine, where what stands for it stands in theirs. */
  const theirParentOf = new Map<TypeId, TypeId | null>();
  const parentOf = ({ parent }: TypeRecord): TypeId | null | undefined =>
    parent === null ? null : (types.get(parent) ?? known?.of(parent));
  const match = (type: TypeRecord, isMeant: (one: TypeRecord) => boolean, least?: number): void => {
    const found = likest(
      type,
      mine.types.filter((one) => one.kind === type.kind && isMeant(one)),
      least,
    );
    if (!found) return;
    types.set(type.id, found.id);
    theirParentOf.set(found.id, type.parent);
  };
  const ordered = inTreeOrder(theirs.types);
  for (const type of ordered) match(type, () => true, 2);
  const sure = new Set(types.values());
  for (const type of ordered)
    if (!types.has(type.id)) match(type, (one) => !sure.has(one.id) && parentOf(type) === one.parent);
  const isFree = ({ id }: TypeRecord, { parent }: TypeRecord): boolean =>
    !sure.has(id) && (!theirParentOf.has(id) || theirParentOf.get(id) === parent);
  for (const type of ordered) if (!types.has(type.id)) match(type, (one) => isFree(one, type));
  return types;
}

/** True where a file has no types of values, so that its text may spell what an attribute of another domain takes. */
const isSpelled = ({ domain, origin }: AttributeRecord): boolean =>
  domain.kind === 'text' && origin?.fields['spelled'] === true;

/** The ends of a relation are told by their order, whatever they are called. */
function matchEnds(
  theirs: Codebook,
  typeOf: (id: TypeId) => TypeId | undefined,
  mine: Lookup,
  roles: Map<RoleId, RoleId>,
): void {
  const lookup = lookupIn(theirs);
  for (const { id, kind } of theirs.types) {
    const type = typeOf(id);
    if (kind !== 'relation' || type === undefined) continue;
    const ends = endsOf(type, mine);
    const taken = new Set(lookup.rolesOf(id).map((role) => roles.get(role.id)));
    endsOf(id, lookup).forEach((end, index) => {
      const same = ends[index]?.id;
      if (same === undefined || roles.has(end.id) || taken.has(same)) return;
      roles.set(end.id, same);
    });
  }
}

const rolesOf = (type: TypeId | undefined, lookup: Lookup): readonly RoleRecord[] =>
  type === undefined ? [] : lookup.rolesOf(type);

function attributesOf(
  owner: AttributeOwner,
  typeOf: (id: TypeId) => TypeId | undefined,
  mine: Codebook,
  lookup: Lookup,
): readonly AttributeRecord[] {
  if (owner.of !== 'type') return mine.attributes.filter((one) => one.owner.of === owner.of);
  const type = typeOf(owner.type);
  return type === undefined ? [] : lookup.attributesOf(type);
}

/**
 * Terms within what their attributes stand for: of the same id and name, since terms may be namesakes; else of the same
 * name, since formats that tell names only make ids of them; else of the same id. A term that got another name leaves
 * its old one to others.
 */
function matchTerms(
  theirs: readonly TermRecord[],
  mine: readonly TermRecord[],
  attributeOf: (id: AttributeId) => AttributeId | undefined,
): ReadonlyMap<TermId, TermId> {
  const byMark = new Map(
    mine.flatMap((term) => marksOf(term, term.attribute).map((mark) => [mark, term.id] as const)),
  );
  const found = new Map<TermId, TermId>();
  const renamed = new Set<TermId>();
  const marked = theirs.map((term): readonly [TermRecord, Readonly<Record<Mark, TermId | undefined>>] => {
    const attribute = attributeOf(term.attribute);
    const marks = attribute === undefined ? [] : marksOf(term, attribute);
    const [both, name, folded, id] = marks.map((mark) => byMark.get(mark));
    return [term, { both, name: name ?? folded, id }];
  });
  for (const [term, { both, name, id }] of marked) {
    const sure = both ?? (name === undefined ? id : undefined);
    if (sure === undefined) continue;
    found.set(term.id, sure);
    if (both === undefined) renamed.add(sure);
  }
  for (const [term, { name }] of marked)
    if (!found.has(term.id) && name !== undefined && !renamed.has(name)) found.set(term.id, name);
  return found;
}

type Mark = 'both' | 'name' | 'id';

/** What a term of an attribute is known by: its id and name, its name, its name however it is written, and its id. */
function marksOf({ id, name }: TermRecord, attribute: AttributeId): readonly string[] {
  const folded = foldedName(name);
  return [
    ['both', id, folded],
    ['name', name],
    ['folded', folded],
    ['id', id],
  ].map((mark) => JSON.stringify([attribute, ...mark]));
}

/** The choice of a domain that a value stands for: the same, else one that is written or named so. */
export function choiceFor(domain: AttributeRecord['domain'], value: string): string | undefined {
  if (!('choices' in domain)) return undefined;
  const found =
    domain.choices.find((choice) => choice.value === value) ??
    domain.choices.find((choice) =>
      [choice.value, ...Object.values(choice.names)].some((name) => foldedName(name) === foldedName(value)),
    );
  return found?.value;
}
