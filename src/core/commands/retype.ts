import type { Diff, Update } from '../diff';
import type { AnnotationId, TypeId } from '../ids';
import type { AnnotationRecord, LinkRecord } from '../model/annotation';
import type { RoleRecord, TypeRecord } from '../model/codebook';
import { problem } from '../problem';
import { fail, ok, type Result } from '../result';
import { inheritsFrom, lineageOf, type FindType } from '../rules/codebook-rules';
import { fillerFault, leadsTo } from '../rules/link-rules';
import { areNamesakes } from '../rules/namesakes';
import { endsOf } from '../rules/slots';
import { changeEach, relationOfEnd, removalOf, type CommandOf } from './annotations';
import { bookOf } from './book';
import { linksFrom } from './links';
import { joinRelations, relationsRetypedBy } from './join-relations';
import type { ChangeContext, ProjectView } from './project-view';
import { valuesUnder } from './type-values';

/**
 * Gives annotations another type. A span cannot become a relation, which has none, nor the reverse. Links and
 * values move to the role or the attribute of the same name where the new type has one. What it has no place for goes, and undo brings it back:
 * values that no attribute of its own takes, a registry entry of another kind, links that do not fit, relations that
 * lose an end. Relations that come to say the same become one.
 */
export function retypeAnnotations(
  command: CommandOf<'annotation.retype'>,
  view: ProjectView,
  context: ChangeContext,
): Result<Diff> {
  const type = view.find('type', command.type);
  if (!type) return fail(problem('type-missing', { id: command.type }));
  const retyped = changeEach(command.annotations, view, context, (annotation) => {
    const isRelation = annotation.fragments.length === 0;
    if (isRelation !== (type.kind === 'relation'))
      return fail(problem('type-kind-mismatch', { kind: type.kind }));
    // One that has the type already keeps all that it has.
    return ok(annotation.type === type.id ? {} : { type: type.id, ...whatFits(annotation, type, view) });
  });
  if (!retyped.ok) return retyped;
  const { updated, removed } = settleLinks(new Set(idsOf(retyped.value)), type.id, view);
  // A relation that loses an end is none any more.
  const relations = removed.flatMap((link) => relationOfEnd(link, view) ?? []);
  const gone = [
    ...removed,
    ...removalOf([...new Map(relations.map((one) => [one.id, one])).values()], view).removed,
  ];
  const isGone = new Set(gone.map(({ id }) => id));
  const staying = [...retyped.value.updated, ...updated].filter(([, { id }]) => !isGone.has(id));
  const diff: Diff = {
    added: [],
    updated: staying,
    removed: [...new Map(gone.map((one) => [one.id, one])).values()],
  };
  return ok(joinRelations(diff, relationsRetypedBy(diff), view, bookOf(view), context.now).diff);
}

const idsOf = (diff: Diff): AnnotationId[] => diff.updated.map(([, after]) => after.id as AnnotationId);

const findType =
  (view: ProjectView): FindType =>
  (id) =>
    view.find('type', id);

/** The entry and the attribute values that an annotation can keep under a type. */
function whatFits(
  { entry, attributes }: AnnotationRecord,
  type: TypeRecord,
  view: ProjectView,
): Pick<AnnotationRecord, 'entry' | 'attributes'> {
  return {
    entry: entry && view.find('entry', entry)?.kind === type.kind ? entry : null,
    attributes: valuesUnder(type.id, attributes, view),
  };
}

/** What becomes of the links from and to annotations once they have another type. */
function settleLinks(
  retyped: ReadonlySet<AnnotationId>,
  type: TypeId,
  view: ProjectView,
): { readonly updated: Update[]; readonly removed: LinkRecord[] } {
  const find = findType(view);
  const book = bookOf(view);
  const typeOf = (id: AnnotationId): TypeId | null =>
    retyped.has(id) ? type : (view.find('annotation', id)?.type ?? null);

  /** The role that a link can have now: its own, or the namesake among those of the new type. */
  function roleFor(link: LinkRecord): RoleRecord | undefined {
    const role = view.find('role', link.role);
    const from = typeOf(link.annotation);
    if (!role || !from) return undefined;
    if (inheritsFrom(from, role.type, find)) return role;
    const before = view.find('annotation', link.annotation)?.type;
    const end = before && endsOf(before, book)?.findIndex((slot) => slot.role.id === role.id);
    // The ends of a relation stay its ends, whatever they are called.
    if (end === 0 || end === 1) return endsOf(from, book)?.[end].role;
    return lineageOf(from, find)
      .flatMap(({ id }) => view.rolesOf(id))
      .find((other) => areNamesakes(other, role));
  }

  /** Whether a role takes what a link leads to, beside what fills it. */
  function takes(role: RoleRecord, link: LinkRecord): boolean {
    const { annotation: from, target } = link;
    const annotation = view.find('annotation', from);
    const filler = target.by === 'annotation' ? view.find('annotation', target.annotation) : null;
    if (!annotation || filler === undefined) return false;
    const retypedFiller = filler && { ...filler, type: typeOf(filler.id) ?? filler.type };
    if (fillerFault({ annotation, role, target, filler: retypedFiller }, find) !== null) return false;
    const closesCircle =
      role.acyclic &&
      role.id !== link.role &&
      filler !== null &&
      leadsTo(
        filler.id,
        from,
        (id) => linksFrom(view, id),
        (id) => view.find('role', id),
      );
    return !closesCircle;
  }

  const links = new Map<string, LinkRecord>();
  for (const id of retyped) for (const link of view.linksOf(id)) links.set(link.id, link);

  const fillers = new Map<string, number>();
  const updated: Update[] = [];
  const removed: LinkRecord[] = [];
  for (const link of links.values()) {
    const role = roleFor(link);
    const place = `${link.annotation} ${role?.id ?? ''}`;
    const before = fillers.get(place) ?? 0;
    if (!role || before >= (role.max ?? Infinity) || !takes(role, link)) {
      removed.push(link);
      continue;
    }
    fillers.set(place, before + 1);
    if (role.id !== link.role) updated.push([link, { ...link, role: role.id }]);
  }
  return { updated, removed };
}
