import type { AnnotationId } from '../ids';
import type { AnnotationRecord } from '../model/annotation';
import { isSameTie, tiedBy, type Tied } from '../rules/relation-rules';
import type { RoleBook } from '../rules/slots';
import { bookOf } from './book';
import type { ProjectView } from './project-view';

/**
 * Whether the coder of a relation has another one of its type between the same two, its ends being as given and for the
 * rest as they are. Another coder's says nothing: two may read the same out of a text. `id` is null of one to be made.
 */
export function isTieTaken(
  { id, type, coder }: Pick<AnnotationRecord, 'type' | 'coder'> & { readonly id: AnnotationId | null },
  ends: { readonly source?: AnnotationId; readonly target?: AnnotationId },
  view: ProjectView,
): boolean {
  const book = bookOf(view);
  const before = id && tiedBy({ id, type }, view.linksOf(id), book);
  const [source, target] = [ends.source ?? before?.[0], ends.target ?? before?.[1]];
  if (!source || !target) return false;
  const twins = twinsOf({ id, type, coder }, [source, target], view, book);
  return twins.length > 0;
}

/** The other relations of a coder that are of one type and tie the same two together. */
export function twinsOf(
  { id, type, coder }: Pick<AnnotationRecord, 'type' | 'coder'> & { readonly id: AnnotationId | null },
  tied: Tied,
  view: ProjectView,
  book: RoleBook,
): readonly AnnotationRecord[] {
  const symmetric = book.type(type)?.symmetric ?? false;
  const others = new Set(view.linksOf(tied[0]).map(({ annotation }) => annotation));
  return [...others].flatMap((other) => {
    const relation = other === id ? undefined : view.find('annotation', other);
    if (relation?.type !== type || relation.coder !== coder) return [];
    const theirs = tiedBy(relation, view.linksOf(other), book);
    return theirs !== null && isSameTie(theirs, tied, symmetric) ? [relation] : [];
  });
}
