import type { AnnotationRecord, LinkRecord, LinkTarget } from '../model/annotation';
import { fillerRefusal } from '../rules/link-rules';
import { areNamesakes } from '../rules/namesakes';
import { slotsOf, type Slot } from '../rules/slots';
import { bookOf } from './book';
import type { ChangeContext, ProjectView } from './project-view';

/**
 * The links that a new annotation takes over: for each of its sticky roles, whatever the coder filled that role with
 * last in the same document, be it in an annotation of another type whose role has the same name.
 */
export function stickyLinks(
  annotation: AnnotationRecord,
  view: ProjectView,
  context: ChangeContext,
): readonly LinkRecord[] {
  const slots = slotsOf(annotation.type, bookOf(view)).filter(({ role }) => role.sticky);
  return slots.flatMap((slot) =>
    lastFillers(annotation, slot, view)
      .filter((target) => takes(annotation, slot, target, view))
      .slice(0, slot.max ?? Infinity)
      .map((target, position): LinkRecord => ({
        record: 'link',
        id: context.newId(),
        annotation: annotation.id,
        role: slot.role.id,
        position,
        target,
        origin: null,
      })),
  );
}

/** What filled a role, or its namesakes, in the annotation in which the coder filled it last. */
function lastFillers(
  { document, coder }: AnnotationRecord,
  { role }: Slot,
  view: ProjectView,
): readonly LinkTarget[] {
  const namesakes = view.roles().filter((other) => areNamesakes(other, role));
  const roles = new Set(namesakes.map(({ id }) => id));
  const last = view.lastLink(document, coder, [...roles]);
  if (!last) return [];
  return view
    .linksOf(last.annotation)
    .filter((link) => link.annotation === last.annotation && roles.has(link.role))
    .sort((a, b) => a.position - b.position)
    .map(({ target }) => target);
}

function takes(annotation: AnnotationRecord, slot: Slot, target: LinkTarget, view: ProjectView): boolean {
  // The words that introduced one statement do not introduce the next one.
  if (target.by === 'span') return false;
  const filler = target.by === 'annotation' ? (view.find('annotation', target.annotation) ?? null) : null;
  return fillerRefusal({ annotation, slot, target, filler }, (id) => view.find('type', id)) === null;
}
