import { problem, type Problem } from '../../../core/problem';
import type { AnnotationDraft, DocumentDraft, LinkDraft } from '../../../formats/exchange/drafts';

const isRelation = ({ fragments }: AnnotationDraft): boolean => fragments.length === 0;

/** Annotations with the relations last: whether their ends were taken is known then. */
export const relationsLast = (annotations: readonly AnnotationDraft[]): readonly AnnotationDraft[] => [
  ...annotations.filter((one) => !isRelation(one)),
  ...annotations.filter(isRelation),
];

/** The ids of the relations among some annotations. */
export const relationIds = (annotations: readonly AnnotationDraft[]): ReadonlySet<string> =>
  new Set(annotations.filter(isRelation).map(({ id }) => id));

/**
 * Why a relation is to be left out: an end of it that should stand in its own document was not taken, by the ids of the
 * file, of which `taken` were taken and `relations` are relations. Empty for relations that can be taken, and for everything
 * else.
 */
export function untied(
  relation: AnnotationDraft,
  { key, name }: Pick<DocumentDraft, 'key' | 'name'>,
  taken: ReadonlyMap<string, unknown>,
  relations: ReadonlySet<string>,
): readonly Problem[] {
  if (!isRelation(relation)) return [];
  const faults = relation.links.flatMap(({ role, target }: LinkDraft): readonly Problem[] => {
    if (target.by !== 'annotation' || (target.document !== null && target.document !== key)) return [];
    const { annotation: missing } = target;
    if (taken.has(missing) || relations.has(missing)) return [];
    return [problem('import-link-left-out', { document: name, id: relation.id, role, missing })];
  });
  return faults.length === 0
    ? []
    : [...faults, problem('import-relation-untied', { document: name, id: relation.id })];
}
