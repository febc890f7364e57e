import { childrenOf, type Codebook } from '../../codebook/codebook';
import { doublesAfter, joinDoubles } from '../../codebook/doubles';
import { endsOf, lookupIn } from '../../codebook/lookup';
import { planOf, type Plan } from '../../codebook/plan';
import type { TypeId } from '../../ids';
import { kinds, type RoleRecord, type TypeRecord } from '../../model/codebook';
import { problem } from '../../problem';
import { fail, ok, type Result } from '../../result';
import type { ChangeContext } from '../project-view';
import { bequeath } from './bequeath';
import type { CodebookCommandOf } from './command';
import { hasName } from './names';
import { renumbered, takeOut } from './take-out';

const missing = (id: string) => fail(problem('type-missing', { id }));

/** The two ends that every relation has. */
const newEnds = (type: TypeId, context: ChangeContext): RoleRecord[] =>
  [
    { en: 'from', ru: 'от кого' },
    { en: 'to', ru: 'к кому' },
  ].map((names, position) => ({
    record: 'role',
    id: context.newId(),
    type,
    position,
    names,
    key: null,
    min: 1,
    max: 1,
    fillers: { kinds: kinds.filter((kind) => kind !== 'relation'), types: [], entries: false, spans: false },
    sticky: false,
    acyclic: false,
    acrossDocuments: false,
    origin: null,
  }));

/** Makes a type, the last one. A relation at the top of the tree gets its two ends with it. */
export function createType(
  command: CodebookCommandOf<'type.create'>,
  codebook: Codebook,
  context: ChangeContext,
): Result<Plan> {
  const { kind, parent, type: fields } = command;
  if (!hasName(fields.names)) return fail(problem('codebook-name-missing'));
  const above = parent && lookupIn(codebook).type(parent);
  if (parent && !above) return missing(parent);
  if (above && above.kind !== kind) return fail(problem('codebook-parent-unfit'));
  const type: TypeRecord = {
    record: 'type',
    id: context.newId(),
    kind,
    parent,
    position: codebook.types.length,
    ...fields,
    symmetric: kind === 'relation' && fields.symmetric,
    origin: null,
  };
  const ends = kind === 'relation' && parent === null ? newEnds(type.id, context) : [];
  return ok(
    planOf({
      ...codebook,
      types: renumbered([...codebook.types, type]),
      roles: [...codebook.roles, ...ends],
    }),
  );
}

/** Changes what a type is called, looks like and means; its place in the tree is changed by moving it. */
export function changeType(command: CodebookCommandOf<'type.change'>, codebook: Codebook): Result<Plan> {
  const before = lookupIn(codebook).type(command.type);
  if (!before) return missing(command.type);
  const type = { ...before, ...command.change };
  if (!hasName(type.names)) return fail(problem('codebook-name-missing'));
  const types = codebook.types.map((other) => (other.id === type.id ? type : other));
  return ok(planOf({ ...codebook, types }));
}

/** Puts a type, with all below it, below another one of its kind, or elsewhere among those it stands with. */
export function moveType(
  command: CodebookCommandOf<'type.move'>,
  codebook: Codebook,
  context: ChangeContext,
): Result<Plan> {
  const now = lookupIn(codebook);
  const type = now.type(command.type);
  if (!type) return missing(command.type);
  const parent = command.parent === null ? null : now.type(command.parent);
  if (parent === undefined) return missing(command.parent ?? '');
  if (parent && (parent.kind !== type.kind || now.lineage(parent.id).includes(type)))
    return fail(problem('codebook-parent-unfit'));

  const moved: TypeRecord = { ...type, parent: command.parent };
  const siblings = childrenOf(codebook.types, command.parent).filter(({ id }) => id !== type.id);
  const ofKind = siblings.filter(({ kind }) => kind === type.kind);
  const before = ofKind[command.position];
  const at = before ? siblings.indexOf(before) : siblings.length;
  const order = new Map(siblings.toSpliced(at, 0, moved).map(({ id }, index) => [id, index]));
  const types = codebook.types.map((other) => {
    const current = other.id === type.id ? moved : other;
    const position = order.get(current.id);
    return position === undefined ? current : { ...current, position };
  });
  const ends = endsOf(type.id, now);
  // Below another relation, it has the ends of that one; at the top, it needs its own.
  const ownEnds = parent ? ends.filter((role) => role.type === type.id).map(({ id }) => id) : [];
  const roles = codebook.roles.filter(({ id }) => !ownEnds.includes(id));
  const placedThere: Codebook = { ...codebook, roles, types: renumbered(types) };
  const hasEnds = endsOf(type.id, lookupIn(placedThere)).length >= ends.length;
  const after = hasEnds
    ? placedThere
    : bequeath(placedThere, { roles: ends, attributes: [], terms: [] }, [type.id], false, context);
  if (!command.keep) return ok(joining(command, codebook, after));

  const then = lookupIn(after);
  const kept = new Set(then.lineage(type.id).map(({ id }) => id));
  const lost = now
    .lineage(type.id)
    .filter(({ id }) => !kept.has(id))
    .map(({ id }) => id);
  const estate = {
    roles: now.rolesOf(type.id).filter((role) => lost.includes(role.type) && !ends.includes(role)),
    attributes: now
      .attributesOf(type.id)
      .filter(({ owner }) => owner.of === 'type' && lost.includes(owner.type)),
    terms: codebook.terms,
  };
  return ok(joining(command, codebook, bequeath(after, estate, [type.id], false, context)));
}

/** The plan for a codebook whose types stand otherwise, with what they have twice then made one where that is wanted. */
function joining(
  { join }: { readonly join: boolean },
  before: Codebook,
  after: Codebook,
  wishes: Parameters<typeof planOf>[1] = {},
): Plan {
  const doubles = doublesAfter(before, after);
  if (!join) return planOf(after, { ...wishes, doubles });
  const { codebook, takenOver, values } = joinDoubles(after, doubles);
  return planOf(codebook, { ...wishes, takenOver, values, doubles });
}

/** Takes a type out. Its annotations get another type, or go with it; types below it move up. */
export function removeType(
  command: CodebookCommandOf<'type.remove'>,
  codebook: Codebook,
  context: ChangeContext,
): Result<Plan> {
  const now = lookupIn(codebook);
  const type = now.type(command.type);
  if (!type) return missing(command.type);
  const to = command.to === null ? null : now.type(command.to);
  if (to === undefined) return missing(command.to ?? '');
  const isUnfit = to && (to.id === type.id || (to.kind === 'relation') !== (type.kind === 'relation'));
  if (isUnfit) return fail(problem('codebook-target-unfit'));
  const { keep } = command;
  const after = takeOut(codebook, { type, successor: to, childrenTo: type.parent, keep }, context);
  return ok(planOf(after, { retyped: new Map([[type.id, to?.id ?? null]]) }));
}

/** Makes two types one: all that one had and was named by comes to the other. */
export function mergeTypes(
  command: CodebookCommandOf<'type.merge'>,
  codebook: Codebook,
  context: ChangeContext,
): Result<Plan> {
  const now = lookupIn(codebook);
  const type = now.type(command.type);
  const into = now.type(command.into);
  if (!type) return missing(command.type);
  if (!into) return missing(command.into);
  if (type.id === into.id || type.kind !== into.kind) return fail(problem('codebook-target-unfit'));
  const isBelow = now.lineage(into.id).includes(type);
  const childrenTo = isBelow ? type.parent : into.id;
  const after = takeOut(codebook, { type, successor: into, childrenTo, keep: command.keep }, context);
  return ok(joining(command, codebook, after, { retyped: new Map([[type.id, into.id]]) }));
}
