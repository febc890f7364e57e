import type { AnnotationId } from '../../../core/ids';
import type { AnnotationRecord } from '../../../core/model/annotation';

const startOf = ({ fragments }: AnnotationRecord): number => fragments[0]?.start ?? Infinity;
const endOf = ({ fragments }: AnnotationRecord): number => fragments.at(-1)?.end ?? Infinity;

/** The order of the text: by where an annotation starts, the longer before those inside it; relations at the end. */
function compareInText(a: AnnotationRecord, b: AnnotationRecord): number {
  if (a === b) return 0;
  // Infinity minus Infinity is not a number, and falls through to the next rule.
  return startOf(a) - startOf(b) || endOf(b) - endOf(a) || (a.id < b.id ? -1 : 1);
}

/** All annotations in the order of the text. */
export const sortedInText = (annotations: Iterable<AnnotationRecord>): readonly AnnotationRecord[] =>
  [...annotations].sort(compareInText);

/**
 * The list after some annotations came (new ones, and the later side of those that changed) and some went. Costs
 * one pass, so that tagging among 10,000 stays instant.
 */
export function mergedInText(
  list: readonly AnnotationRecord[],
  came: readonly AnnotationRecord[],
  went: ReadonlySet<AnnotationId>,
): readonly AnnotationRecord[] {
  const renewed = new Set(came.map(({ id }) => id));
  const coming = sortedInText(came);
  const merged: AnnotationRecord[] = [];
  let next = 0;
  for (const annotation of list) {
    if (went.has(annotation.id) || renewed.has(annotation.id)) continue;
    for (let first = coming[next]; first && compareInText(first, annotation) < 0; first = coming[next]) {
      merged.push(first);
      next += 1;
    }
    merged.push(annotation);
  }
  return [...merged, ...coming.slice(next)];
}
