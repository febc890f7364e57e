import type { Diff, Update } from '../diff';
import type { FindRecord } from '../model/records';
import { isSame } from '../same';
import type { AnnotationId, AttributeId } from '../ids';
import type { AnnotationRecord, LinkRecord } from '../model/annotation';
import type { AttributeRecord, AttributeValue, RoleRecord } from '../model/codebook';
import { problem } from '../problem';
import { fail, ok, type Result } from '../result';
import { lineageOf, type FindType } from '../rules/codebook-rules';
import { misfitsOf } from '../rules/misfits';
import { isAttributeOf, isNamesakeAttribute, takesValue } from '../rules/value-rules';
import type { ChangeContext, ProjectView } from './project-view';
import { update } from './build';

/** Something of an annotation that another one has no place for: its identity, a value, or what fills a role. */
export interface LeftOut {
  readonly what: 'entry' | 'attribute' | 'role';
  /** Of the entry, the attribute or the role. */
  readonly id: string;
}

export interface PastedCoding {
  readonly diff: Diff;
  /** Each once, however many annotations it did not fit. */
  readonly leftOut: readonly LeftOut[];
}

/**
 * Gives annotations the identity, the values and the role fillers of another one: what fits the type of each. Values
 * take the place of those that are there; fillers come beside others as far as the role has room. What does not
 * fit is left out and told.
 */
export function pasteCoding(
  from: AnnotationId,
  to: readonly AnnotationId[],
  view: ProjectView,
  context: ChangeContext,
): Result<PastedCoding> {
  const model = view.find('annotation', from);
  if (!model) return fail(problem('record-missing', { record: 'annotation', id: from }));
  const leftOut = new Map<string, LeftOut>();
  const leave: Leave = (what, id) => leftOut.set(`${what} ${id}`, { what, id });
  const updated: Update[] = [];
  const added: LinkRecord[] = [];
  for (const id of new Set(to)) {
    const annotation = view.find('annotation', id);
    if (!annotation) return fail(problem('record-missing', { record: 'annotation', id }));
    if (id === from) continue;
    const fields = {
      ...identityFor(model, annotation, view, leave),
      ...valuesFor(model, annotation, view, leave),
    };
    const change = update<AnnotationRecord>(annotation, fields, { modifiedAt: context.now });
    if (change) updated.push(change);
    added.push(...linksFor(model, annotation, view, context, leave));
  }
  return ok({ diff: { added, updated, removed: [] }, leftOut: [...leftOut.values()] });
}

type Leave = (what: LeftOut['what'], id: string) => unknown;

const findType =
  (view: ProjectView): FindType =>
  (id) =>
    view.find('type', id);

function identityFor(
  { entry }: AnnotationRecord,
  annotation: AnnotationRecord,
  view: ProjectView,
  leave: Leave,
): Partial<AnnotationRecord> {
  if (entry === null) return {};
  if (view.find('entry', entry)?.kind === view.find('type', annotation.type)?.kind) return { entry };
  leave('entry', entry);
  return {};
}

function valuesFor(
  model: AnnotationRecord,
  annotation: AnnotationRecord,
  view: ProjectView,
  leave: Leave,
): Partial<AnnotationRecord> {
  const attributes: Record<string, AttributeValue> = { ...annotation.attributes };
  for (const [id, value] of Object.entries(model.attributes)) {
    const attribute = attributeIn(annotation, id as AttributeId, view);
    if (attribute && takesValue(attribute, value, { term: (term) => view.find('term', term) }))
      attributes[attribute.id] = value;
    else leave('attribute', id);
  }
  return { attributes };
}

/** The attribute of an annotation's type that stands for one of another type: the same one, or its namesake. */
function attributeIn(
  { type }: AnnotationRecord,
  id: AttributeId,
  view: ProjectView,
): AttributeRecord | undefined {
  const attribute = view.find('attribute', id);
  if (!attribute || isAttributeOf(attribute, type, findType(view))) return attribute;
  return lineageOf(type, findType(view))
    .flatMap((ancestor) => view.attributesOf(ancestor.id))
    .find((own) => isNamesakeAttribute(own, attribute));
}

function linksFor(
  model: AnnotationRecord,
  annotation: AnnotationRecord,
  view: ProjectView,
  context: ChangeContext,
  leave: Leave,
): readonly LinkRecord[] {
  const find: FindRecord = (name, id) => view.find(name, id);
  const own = view.linksOf(annotation.id).filter((link) => link.annotation === annotation.id);
  const added: LinkRecord[] = [];
  for (const link of view.linksOf(model.id)) {
    if (link.annotation !== model.id) continue;
    const role = roleIn(annotation, link, view);
    const fillers = [...own, ...added].filter((other) => other.role === role?.id);
    if (fillers.some(({ target }) => isSame(target, link.target))) continue;
    const position = Math.max(-1, ...fillers.map((filler) => filler.position)) + 1;
    const copy = role && copyOf(link, annotation, role, position, context);
    const hasRoom = role !== undefined && fillers.length < (role.max ?? Infinity);
    if (copy && hasRoom && isHere(copy, model, annotation) && [...misfitsOf(copy, find)].length === 0)
      added.push(copy);
    else leave('role', link.role);
  }
  return added;
}

/** The role of an annotation's type that stands for that of a link: the same one, or its namesake. */
function roleIn(
  { type }: AnnotationRecord,
  { role: id }: LinkRecord,
  view: ProjectView,
): RoleRecord | undefined {
  const role = view.find('role', id);
  if (!role) return undefined;
  const roles = lineageOf(type, findType(view)).flatMap((ancestor) => view.rolesOf(ancestor.id));
  return (
    roles.find((own) => own.id === id) ??
    roles.find((own) => Object.entries(role.names).some(([language, name]) => own.names[language] === name))
  );
}

const copyOf = (
  { target }: LinkRecord,
  { id }: AnnotationRecord,
  role: RoleRecord,
  position: number,
  context: ChangeContext,
): LinkRecord => ({
  record: 'link',
  id: context.newId(),
  annotation: id,
  role: role.id,
  position,
  target,
  origin: null,
});

/** A bare span lies in the document of whose role it fills; and nothing fills a role of its own. */
const isHere = (
  { target }: LinkRecord,
  model: AnnotationRecord,
  { id, document }: AnnotationRecord,
): boolean =>
  (target.by !== 'span' || model.document === document) &&
  (target.by !== 'annotation' || target.annotation !== id);
