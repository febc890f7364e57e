import { quoteOf, type AnnotationRecord, type LinkTarget } from '../../../core/model/annotation';
import { endsOf } from '../../../core/rules/slots';
import { isShownBeside } from '../../../core/shown-coders';
import { hiddenCoders } from '../coders';
import { fillersIn, linkIndex, roleBook } from './link-index';
import type { Workspace } from './workspace';

const anyAnnotation = ({ open }: Workspace, id: AnnotationRecord['id']): AnnotationRecord | undefined =>
  open?.annotations.get(id) ?? open?.linked.get(id);

/**
 * An annotation that the workspace knows and that is to be seen: one of the open document, or one that it is linked
 * with elsewhere. Whatever quotes, names or draws what fills a role looks it up here.
 */
export function knownAnnotation(
  workspace: Workspace,
  id: AnnotationRecord['id'],
): AnnotationRecord | undefined {
  const found = anyAnnotation(workspace, id);
  return found && isShownBeside(hiddenCoders(), found) ? found : undefined;
}

/** Whether a target is an annotation of a coder whose annotations are hidden. */
export function isHiddenTarget(workspace: Workspace, target: LinkTarget): boolean {
  const found = target.by === 'annotation' ? anyAnnotation(workspace, target.annotation) : undefined;
  return found !== undefined && !isShownBeside(hiddenCoders(), found);
}

/** The two ends of a relation, as far as they are there. */
export function endsIn(workspace: Workspace, relation: AnnotationRecord): readonly (LinkTarget | null)[] {
  const { open } = workspace;
  const ends = endsOf(relation.type, roleBook(workspace));
  if (!open || !ends) return [];
  return ends.map(({ role }) => fillersIn(linkIndex(open.links), relation.id, role.id)[0]?.target ?? null);
}

/** What a target says: the words of an annotation or a span, the name of an entry; nothing where it is not known. */
export function quoteOfTarget(workspace: Workspace, target: LinkTarget): string {
  switch (target.by) {
    case 'annotation': {
      const annotation = knownAnnotation(workspace, target.annotation);
      return annotation ? quoteIn(workspace, annotation) : '';
    }
    case 'entry':
      return workspace.registry.get(target.entry)?.name ?? '';
    case 'span':
      return target.span.quote;
  }
}

/** What an annotation is known by in a list: its words, or the words of the two that a relation ties together. */
export function quoteIn(workspace: Workspace, annotation: AnnotationRecord): string {
  if (annotation.fragments.length > 0) return quoteOf(annotation);
  const sign = workspace.types.get(annotation.type)?.symmetric === true ? ' ↔ ' : ' → ';
  const ends = endsIn(workspace, annotation);
  // A relation may tie relations together, but never itself: words are looked for one step deep.
  const words = ends.map((end) => {
    if (end?.by !== 'annotation') return '…';
    const known = knownAnnotation(workspace, end.annotation);
    const quote = known ? quoteOf(known) : '';
    return quote === '' ? '…' : quote;
  });
  return words.join(sign);
}
