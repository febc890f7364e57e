import { problem, type Problem } from '../../../core/problem';
import type { AnnotationDraft, DocumentDraft, LinkDraft } from '../../../formats/exchange/drafts';

const isRelation = ({ fragments }: AnnotationDraft): boolean => fragments.length === 0;

/** Annotations with the relations last: whether their ends were taken is known then. */
export const relationsLast = (annotations: readonly AnnotationDraft[]): readonly AnnotationDraft[] => [
  ...annotations.filter((one) => !isRelation(one)),
  ...annotations.filter(isRelation),
];

/**
 * Why a relation is to be left out: an end of it that should stand in its own document was not taken, by the ids of the
 * file. Empty for relations that can be taken, and for everything else.
 */
export function untied(
  relation: AnnotationDraft,
  { key, name, annotations }: DocumentDraft,
  taken: ReadonlyMap<string, unknown>,
): readonly Problem[] {
  if (!isRelation(relation)) return [];
  const isLater = (id: string): boolean => annotations.some((one) => one.id === id && isRelation(one));
  const faults = relation.links.flatMap(({ role, target }: LinkDraft): readonly Problem[] => {
    if (target.by !== 'annotation' || (target.document !== null && target.document !== key)) return [];
    const { annotation: missing } = target;
    if (taken.has(missing) || isLater(missing)) return [];
    return [problem('import-link-left-out', { document: name, id: relation.id, role, missing })];
  });
  return faults.length === 0
    ? []
    : [...faults, problem('import-relation-untied', { document: name, id: relation.id })];
}
