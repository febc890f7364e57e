import type { Diff, Update } from '../diff';
import type { AnnotationId, RoleId } from '../ids';
import type { AnnotationRecord, LinkRecord, LinkTarget } from '../model/annotation';
import { problem } from '../problem';
import { fail, ok, type Result } from '../result';
import { linkRefusal, type LinkedProject } from '../rules/link-rules';
import { endsOf, slotsOf, type Slot } from '../rules/slots';
import { findAnnotation, newAnnotation, quoted } from './annotations';
import { bookOf } from './book';
import { collect } from './build';
import type { LinkCommand, NewFiller } from './link-command';
import type { ChangeContext, ProjectView } from './project-view';
import { isTieTaken } from './taken-ties';

export type LinkCommandOf<Name extends LinkCommand['name']> = Extract<LinkCommand, { readonly name: Name }>;

/** A project as the rules of links look at it. */
export const linkedProject = (view: ProjectView): LinkedProject => ({
  type: (id) => view.find('type', id),
  role: (id) => view.find('role', id),
  linksFrom: (id) => linksFrom(view, id),
});

/** The links that an annotation has. */
export const linksFrom = (view: ProjectView, id: AnnotationId): LinkRecord[] =>
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

/** What a filler is; a new mention is made, and words get their quote. */
export function findFiller(
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
  const found = findFiller(command.filler, annotation.value, view, context);
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
  const end = slot.value.end;
  if (end && filler && isTieTaken(home, { [end]: filler.id }, view)) return fail(problem('relation-twice'));
  const moved: Update[] =
    home.document === annotation.value.document
      ? []
      : [[annotation.value, { ...home, modifiedAt: context.now }]];
  if (replaced)
    return ok({ added: made, updated: [...moved, [replaced, { ...replaced, target }]], removed: [] });
  const link = newLink(command.annotation, slot.value, nextPosition(present), target, context);
  return ok({ added: [...made, link], updated: moved, removed: [] });
}

/** The place behind those that fill a role. */
export const nextPosition = (present: readonly LinkRecord[]): number => (present.at(-1)?.position ?? -1) + 1;

/** A link that is still to be added. */
export const newLink = (
  annotation: AnnotationId,
  { role }: Slot,
  position: number,
  target: LinkTarget,
  context: ChangeContext,
): LinkRecord => ({
  record: 'link',
  id: context.newId(),
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
