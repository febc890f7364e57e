import type { Diff, Update } from '../diff';
import type { AnnotationId, LinkId, RoleId, TypeId } from '../ids';
import type { AnnotationRecord, LinkRecord, LinkTarget } from '../model/annotation';
import { problem } from '../problem';
import { fail, ok, type Result } from '../result';
import { fillerRefusal, linkRefusal, type LinkedProject } from '../rules/link-rules';
import { endsOf, slotsOf, type Slot } from '../rules/slots';
import { findAnnotation, newAnnotation, quoted } from './annotations';
import { bookOf } from './book';
import { collect } from './build';
import type { LinkCommand, NewFiller } from './link-command';
import type { ChangeContext, ProjectView } from './project-view';

type LinkCommandOf<Name extends LinkCommand['name']> = Extract<LinkCommand, { readonly name: Name }>;

const linkedProject = (view: ProjectView): LinkedProject => ({
  type: (id) => view.find('type', id),
  role: (id) => view.find('role', id),
  linksFrom: (id) => linksFrom(view, id),
});

const linksFrom = (view: ProjectView, id: AnnotationId): LinkRecord[] =>
  view.linksOf(id).filter(({ annotation }) => annotation === id);

/** The fillers of a role in their order. */
export const fillersOf = (links: readonly LinkRecord[], role: RoleId): LinkRecord[] =>
  links
    .filter((link) => link.role === role)
    .sort((a, b) => a.position - b.position || (a.id < b.id ? -1 : 1));

/** A filler as a link can name it, and the mention that had to be made for that. */
interface Found {
  readonly target: LinkTarget;
  readonly filler: AnnotationRecord | null;
  readonly made: readonly AnnotationRecord[];
}

function find(
  filler: NewFiller,
  annotation: AnnotationRecord,
  view: ProjectView,
  context: ChangeContext,
): Result<Found> {
  switch (filler.by) {
    case 'annotation': {
      const found = findAnnotation(view, filler.annotation);
      if (!found.ok) return found;
      return ok({ target: filler, filler: found.value, made: [] });
    }
    case 'entry':
      if (!view.find('entry', filler.entry))
        return fail(problem('record-missing', { record: 'entry', id: filler.entry }));
      return ok({ target: filler, filler: null, made: [] });
    case 'span': {
      const spans = quoted(view, annotation.document, [filler.span]);
      if (!spans.ok) return spans;
      const [span] = spans.value;
      if (!span || span.start === span.end) return fail(problem('fragments-missing'));
      return ok({ target: { by: 'span', span }, filler: null, made: [] });
    }
    case 'new': {
      const made = newAnnotation(filler.mention, view, context);
      if (!made.ok) return made;
      const target = { by: 'annotation', annotation: made.value.id } as const;
      return ok({ target, filler: made.value, made: [made.value] });
    }
  }
}

function findSlot(annotation: AnnotationRecord, role: RoleId, view: ProjectView): Result<Slot> {
  const slot = slotsOf(annotation.type, bookOf(view)).find((known) => known.role.id === role);
  return slot ? ok(slot) : fail(problem('role-missing'));
}

/** Fills a role of an annotation. A relation lies in the document of its source, wherever that goes. */
export function fillRole(
  command: LinkCommandOf<'link.fill'>,
  view: ProjectView,
  context: ChangeContext,
): Result<Diff> {
  const annotation = findAnnotation(view, command.annotation);
  if (!annotation.ok) return annotation;
  const slot = findSlot(annotation.value, command.role, view);
  if (!slot.ok) return slot;
  const found = find(command.filler, annotation.value, view, context);
  if (!found.ok) return found;
  const { target, filler, made } = found.value;
  const present = fillersOf(linksFrom(view, command.annotation), command.role);
  const replaced = present.find(({ id }) => id === command.replaces);
  if (command.replaces !== null && !replaced)
    return fail(problem('record-missing', { record: 'link', id: command.replaces }));

  const isSource = slot.value.end === 'source' && filler !== null;
  const home = isSource ? { ...annotation.value, document: filler.document } : annotation.value;
  const refusal = linkRefusal(
    { annotation: home, slot: slot.value, target, filler },
    present.filter((link) => link !== replaced),
    linkedProject(view),
  );
  if (refusal) return fail(refusal);
  const moved: Update[] =
    home.document === annotation.value.document
      ? []
      : [[annotation.value, { ...home, modifiedAt: context.now }]];
  if (replaced)
    return ok({ added: made, updated: [...moved, [replaced, { ...replaced, target }]], removed: [] });
  const link = newLink(command.annotation, slot.value, nextPosition(present), target, context);
  return ok({ added: [...made, link], updated: moved, removed: [] });
}

const nextPosition = (present: readonly LinkRecord[]): number => (present.at(-1)?.position ?? -1) + 1;

/** A link that is still to be added. */
export const newLink = (
  annotation: AnnotationId,
  { role }: Slot,
  position: number,
  target: LinkTarget,
  context: ChangeContext,
): LinkRecord => ({
  record: 'link',
  id: context.newId() as LinkId,
  annotation,
  role: role.id,
  position,
  target,
  origin: null,
});

/** Takes fillers out of their roles. The ends of a relation can only be replaced: without them there is none. */
export function removeLinks(command: LinkCommandOf<'link.remove'>, view: ProjectView): Result<Diff> {
  const removed = collect([...new Set(command.links)], (id): Result<LinkRecord> => {
    const link = view.find('link', id);
    if (!link) return fail(problem('record-missing', { record: 'link', id }));
    const annotation = findAnnotation(view, link.annotation);
    if (!annotation.ok) return annotation;
    const ends = endsOf(annotation.value.type, bookOf(view));
    return ends?.some(({ role }) => role.id === link.role) ? fail(problem('relation-end')) : ok(link);
  });
  return removed.ok ? ok({ added: [], updated: [], removed: removed.value }) : removed;
}

/** Puts a filler at another place among those of its role; the others close up. */
export function moveLink({ link: id, to }: LinkCommandOf<'link.move'>, view: ProjectView): Result<Diff> {
  const link = view.find('link', id);
  if (!link) return fail(problem('record-missing', { record: 'link', id }));
  const others = fillersOf(linksFrom(view, link.annotation), link.role).filter((other) => other.id !== id);
  const updated = others
    .toSpliced(to, 0, link)
    .flatMap((one, position): Update[] => (one.position === position ? [] : [[one, { ...one, position }]]));
  return ok({ added: [], updated, removed: [] });
}

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
  const found = find(command.to, from.value, view, context);
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
    id: context.newId() as AnnotationId,
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
