import { totalLength } from '../../../core/fragments';
import type { AnnotationRecord } from '../../../core/model/annotation';

const startOf = ({ fragments }: AnnotationRecord): number => fragments[0]?.start ?? Infinity;

/** The annotations at a place, the shortest first. A caret at an edge is at the annotation. */
export const annotationsAt = (
  inOrder: readonly AnnotationRecord[],
  offset: number,
): readonly AnnotationRecord[] =>
  inOrder
    .filter(({ fragments }) => fragments.some(({ start, end }) => start <= offset && offset <= end))
    .sort((a, b) => totalLength(a.fragments) - totalLength(b.fragments));

/**
 * The annotation after or before the selected one in the order of the text; where none is selected, the first
 * that starts at or after the caret, or the last that starts before it. After the last one comes the first again.
 */
export function neighbour(
  inOrder: readonly AnnotationRecord[],
  selected: AnnotationRecord | undefined,
  caret: number,
  direction: 1 | -1,
): AnnotationRecord | undefined {
  const index = selected ? inOrder.findIndex(({ id }) => id === selected.id) : -1;
  if (index >= 0) return inOrder.at((index + direction) % inOrder.length);
  const following = inOrder.findIndex((annotation) => startOf(annotation) >= caret);
  const next = following < 0 ? inOrder.length : following;
  return direction === 1 ? inOrder[next % inOrder.length] : inOrder.at(next - 1);
}
