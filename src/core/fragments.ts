import type { Span } from './model/annotation';
import type { CodePointOffset } from './offsets';

/** Spans in the order of the text: of two with the same start the shorter first. */
export const compareSpans = (a: Span, b: Span): number => a.start - b.start || a.end - b.end;

/** Fragments with a further one. What overlaps it or touches it grows together with it; one of no width adds nothing. */
export function withFragment(fragments: readonly Span[], added: Span): readonly Span[] {
  if (added.start === added.end) return fragments;
  const meets = ({ start, end }: Span): boolean => start <= added.end && added.start <= end;
  const met = fragments.filter(meets);
  const grown: Span = {
    start: Math.min(added.start, ...met.map(({ start }) => start)) as CodePointOffset,
    end: Math.max(added.end, ...met.map(({ end }) => end)) as CodePointOffset,
  };
  return [...fragments.filter((span) => !meets(span)), grown].sort(compareSpans);
}

/** The length of all fragments together, in the units of their offsets. */
export const totalLength = (fragments: readonly { readonly start: number; readonly end: number }[]): number =>
  fragments.reduce((sum, { start, end }) => sum + end - start, 0);

/** Fragments without one; the same where it is none of them. */
export const withoutFragment = (fragments: readonly Span[], { start, end }: Span): readonly Span[] =>
  fragments.filter((span) => span.start !== start || span.end !== end);
