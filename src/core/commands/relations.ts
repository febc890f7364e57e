import type { Diff, Update } from '../diff';
import type { TypeId } from '../ids';
import type { AnnotationRecord, LinkRecord } from '../model/annotation';
import { problem } from '../problem';
import { fail, ok, type Result } from '../result';
import { fillerRefusal } from '../rules/link-rules';
import { endsOf, type Slot } from '../rules/slots';
import { findAnnotation } from './annotations';
import { bookOf } from './book';
import { collect } from './build';
import { fillersOf, findFiller, linksFrom, newLink, type LinkCommandOf } from './links';
import type { ChangeContext, ProjectView } from './project-view';
import { isTieTaken } from './taken-ties';

/** Ties two annotations by a relation. Where its type is symmetric, the ends may come in either order. */
export function createRelation(
  command: LinkCommandOf<'relation.create'>,
  view: ProjectView,
  context: ChangeContext,
): Result<Diff> {
  const book = bookOf(view);
  const type = book.type(command.type);
  if (!type) return fail(problem('type-missing', { id: command.type }));
  const ends = endsOf(type.id, book);
  if (type.kind !== 'relation' || !ends) return fail(problem('relation-ends-missing'));
  const from = findAnnotation(view, command.from);
  if (!from.ok) return from;
  const found = findFiller(command.to, from.value, view, context);
  if (!found.ok) return found;
  const { filler: to, made } = found.value;
  if (!to) return fail(problem('relation-ends-missing'));

  const [source, target] = [from.value, to];
  const orders = type.symmetric
    ? [[source, target] as const, [target, source] as const]
    : [[source, target] as const];
  const tried = orders.map((order) => relationOf(type.id, ends, order, view, context));
  const fitting = tried.find(({ ok: fits }) => fits) ?? tried[0];
  if (!fitting?.ok) return fitting ?? fail(problem('relation-ends-missing'));
  const tied = { source: source.id, target: target.id };
  if (isTieTaken({ id: null, type: type.id, coder: context.coder }, tied, view))
    return fail(problem('relation-twice'));
  return ok({ added: [...made, ...fitting.value], updated: [], removed: [] });
}

function relationOf(
  type: TypeId,
  ends: readonly [Slot, Slot],
  between: readonly [AnnotationRecord, AnnotationRecord],
  view: ProjectView,
  context: ChangeContext,
): Result<readonly (AnnotationRecord | LinkRecord)[]> {
  const [source, target] = between;
  const relation: AnnotationRecord = {
    record: 'annotation',
    id: context.newId(),
    document: source.document,
    type,
    coder: context.coder,
    version: view.latestVersion()?.id ?? null,
    fragments: [],
    entry: null,
    attributes: {},
    status: 'draft',
    note: '',
    createdAt: context.now,
    modifiedAt: context.now,
    origin: null,
  };
  if (source.id === target.id) return fail(problem('relation-with-itself'));
  const links = collect([0, 1] as const, (index) => {
    const planned = {
      annotation: relation,
      slot: ends[index],
      target: { by: 'annotation', annotation: between[index].id },
      filler: between[index],
    } as const;
    const refusal = fillerRefusal(planned, (id) => view.find('type', id));
    return refusal ? fail(refusal) : ok(newLink(relation.id, ends[index], 0, planned.target, context));
  });
  return links.ok ? ok([relation, ...links.value]) : links;
}

/** Turns a relation round, if its codebook allows each end in the other's place. */
export function swapRelation(
  command: LinkCommandOf<'relation.swap'>,
  view: ProjectView,
  context: ChangeContext,
): Result<Diff> {
  const relation = findAnnotation(view, command.relation);
  if (!relation.ok) return relation;
  const ends = endsOf(relation.value.type, bookOf(view));
  const links = linksFrom(view, command.relation);
  const [source, target] = (ends ?? []).map(({ role }) => fillersOf(links, role.id)[0]);
  if (!ends || source?.target.by !== 'annotation' || target?.target.by !== 'annotation')
    return fail(problem('relation-ends-missing'));
  const to = findAnnotation(view, target.target.annotation);
  if (!to.ok) return to;
  const from = findAnnotation(view, source.target.annotation);
  if (!from.ok) return from;
  const swapped = { ...relation.value, document: to.value.document };
  const type = (id: TypeId) => view.find('type', id);
  const refusal =
    fillerRefusal({ annotation: swapped, slot: ends[0], target: target.target, filler: to.value }, type) ??
    fillerRefusal({ annotation: swapped, slot: ends[1], target: source.target, filler: from.value }, type);
  if (refusal) return fail(refusal);
  if (isTieTaken(relation.value, { source: to.value.id, target: from.value.id }, view))
    return fail(problem('relation-twice'));
  const moved: Update[] =
    swapped.document === relation.value.document
      ? []
      : [[relation.value, { ...swapped, modifiedAt: context.now }]];
  const turned: Update[] = [
    [source, { ...source, target: target.target }],
    [target, { ...target, target: source.target }],
  ];
  return ok({ added: [], updated: [...moved, ...turned], removed: [] });
}
