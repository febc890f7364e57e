import type { CoderId } from './ids';
import type { AnnotationRecord } from './model/annotation';

/** Whose annotations a person wants to see. */
export interface Visibility {
  /** Those whose annotations are hidden. */
  readonly hidden: readonly CoderId[];
  /** Coding blind: only one's own annotations are to be seen, whoever else comes. */
  readonly isBlind: boolean;
}

/** The coders whose annotations are hidden from one of them. */
export function hiddenFrom(
  me: CoderId,
  coders: Iterable<CoderId>,
  { hidden, isBlind }: Visibility,
): ReadonlySet<CoderId> {
  const known = [...coders];
  if (isBlind) return new Set(known.filter((coder) => coder !== me));
  return new Set(known.filter((coder) => hidden.includes(coder)));
}

/** Whether an annotation is to be seen where some coders' are hidden. */
export const isShownBeside = (
  hidden: ReadonlySet<CoderId>,
  { coder }: Pick<AnnotationRecord, 'coder'>,
): boolean => !hidden.has(coder);
