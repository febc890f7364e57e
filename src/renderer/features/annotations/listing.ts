import type { AnnotationRecord } from '../../../core/model/annotation';
import type { Kind, TypeRecord } from '../../../core/model/codebook';
import type { TypeId } from '../../../core/ids';
import type { Status } from '../../../core/model/document';

export const orders = ['text', 'type', 'coder', 'newest'] as const;

/** What the list of annotations is sorted by; within a type or a coder in the order of the text. */
export type Order = (typeof orders)[number];

export interface Listing {
  readonly text: string;
  readonly kind: Kind | null;
  readonly status: Status | null;
  readonly order: Order;
  /** What an annotation is known by: its words, or those of the ends of a relation. */
  readonly quoteOf: (annotation: AnnotationRecord) => string;
  /** Whether an annotation is to be left out; null leaves none out. */
  readonly isLeftOut: ((annotation: AnnotationRecord) => boolean) | null;
  readonly nameOfType: (type: TypeRecord) => string;
  readonly nameOfCoder: (coder: AnnotationRecord['coder']) => string;
  readonly language: string;
}

/** The annotations that a listing shows, in its order. They come in the order of the text. */
export function listed(
  annotations: readonly AnnotationRecord[],
  types: ReadonlyMap<TypeId, TypeRecord>,
  { text, kind, status, order, quoteOf, isLeftOut, nameOfType, nameOfCoder, language }: Listing,
): readonly AnnotationRecord[] {
  const wanted = text.trim().toLocaleLowerCase(language);
  const holds = (where: string): boolean => where.toLocaleLowerCase(language).includes(wanted);
  const isShown = (annotation: AnnotationRecord): boolean => {
    const type = types.get(annotation.type);
    if (kind !== null && type?.kind !== kind) return false;
    if (status !== null && annotation.status !== status) return false;
    if (isLeftOut?.(annotation) === true) return false;
    return (
      wanted === '' ||
      holds(quoteOf(annotation)) ||
      holds(annotation.note) ||
      (type !== undefined && holds(nameOfType(type)))
    );
  };
  const isWhole = kind === null && status === null && wanted === '' && isLeftOut === null;
  const found = isWhole ? [...annotations] : annotations.filter(isShown);
  const placeOf = ({ type }: AnnotationRecord): number => types.get(type)?.position ?? Infinity;
  switch (order) {
    case 'text':
      return found;
    case 'type':
      return found.sort((a, b) => placeOf(a) - placeOf(b));
    case 'coder':
      return found.sort((a, b) => nameOfCoder(a.coder).localeCompare(nameOfCoder(b.coder), language));
    case 'newest':
      return found.sort((a, b) => (a.createdAt < b.createdAt ? 1 : a.createdAt > b.createdAt ? -1 : 0));
  }
}
