import { type Diff, emptyDiff, joined } from '../diff';
import { compose } from '../history/compose';
import type { TypeId } from '../ids';
import { problem } from '../problem';
import { fail, ok, type Result } from '../result';
import { mayFill } from '../rules/codebook-rules';
import { createAnnotations, type CommandOf } from './annotations';
import type { TypeUse } from './codebook/command';
import { decideCodebook } from './codebook/decide';
import { fillRole } from './links';
import type { ChangeContext, ProjectView } from './project-view';
import { createRelation } from './relations';
import { retypeAnnotations } from './retype';
import { findAttribute, setValue } from './values';
import { ProjectAfter } from './view-after';

/** Makes a type and uses it at once, in one change. */
export function createAndUseType(
  { use, ...command }: CommandOf<'type.create'>,
  view: ProjectView,
  context: ChangeContext,
): Result<Diff> {
  const made = decideCodebook(command, view, context);
  if (!made.ok || !use) return made;
  const known = new Set(view.codebook().types.map(({ id }) => id));
  const type = made.value.added.find((record) => record.record === 'type' && !known.has(record.id));
  if (!type) return made;
  const after = new ProjectAfter(view, made.value);
  const widened = widenRole(type.id as TypeId, use, after.view, context);
  if (!widened.ok) return widened;
  after.apply(widened.value);
  const used = useType(type.id as TypeId, use, after.view, context);
  return used.ok ? ok(compose([made.value, widened.value, used.value])) : used;
}

/**
 * Lets the role that is filled take the new type, where it names the types of that kind that it takes. A role that takes
 * nothing of the kind stays as it is, and refuses.
 */
function widenRole(type: TypeId, use: TypeUse, view: ProjectView, context: ChangeContext): Result<Diff> {
  const role = use.by === 'filling' ? view.find('role', use.role) : undefined;
  const kind = view.find('type', type)?.kind;
  const find = (id: TypeId) => view.find('type', id);
  if (
    !role ||
    mayFill(role.fillers, 'annotation', type, find) ||
    !role.fillers.types.some((id) => find(id)?.kind === kind)
  )
    return ok(emptyDiff);
  const fillers = { ...role.fillers, types: [...role.fillers.types, type] };
  return decideCodebook(
    { name: 'role.change', role: role.id, change: { fillers }, retype: null },
    view,
    context,
  );
}

/** What follows for annotations from the use of a type that is there by now. */
function useType(type: TypeId, use: TypeUse, view: ProjectView, context: ChangeContext): Result<Diff> {
  switch (use.by) {
    case 'tagging':
      return createAnnotations(
        { name: 'annotation.create', annotations: [{ ...use.annotation, type }] },
        view,
        context,
      );
    case 'retyping':
      return retypeAnnotations(
        { name: 'annotation.retype', annotations: use.annotations, type },
        view,
        context,
      );
    case 'filling': {
      const { annotation, role, replaces, mention } = use;
      const filler = { by: 'new', mention: { ...mention, type } } as const;
      return fillRole({ name: 'link.fill', annotation, role, filler, replaces }, view, context);
    }
    case 'relating': {
      const to = { by: 'new', mention: { ...use.mention, type } } as const;
      return createRelation(
        { name: 'relation.create', type: use.relation, from: use.from, to },
        view,
        context,
      );
    }
  }
}

/** Adds a choice to an attribute and gives it to records, in one change. */
export function addChoice(
  { attribute: id, choice, for: target }: CommandOf<'choice.add'>,
  view: ProjectView,
  context: ChangeContext,
): Result<Diff> {
  const attribute = findAttribute(view, id);
  if (!attribute.ok) return attribute;
  const { domain } = attribute.value;
  if (domain.kind !== 'one-of' && domain.kind !== 'several-of')
    return fail(problem('value-refused', { attribute: id }));
  const change = { domain: { ...domain, choices: [...domain.choices, choice] } };
  const made = decideCodebook({ name: 'attribute.change', attribute: id, change, values: [] }, view, context);
  if (!made.ok) return made;
  const value = domain.kind === 'one-of' ? choice.value : [choice.value];
  const given = setValue(
    { name: 'value.set', target, attribute: id, value },
    new ProjectAfter(view, made.value).view,
    context,
  );
  return given.ok ? ok(joined(made.value, given.value)) : given;
}
