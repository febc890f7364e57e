import type { Interval } from '../intervals';

/** How further occurrences of a text are recognised. */
export type OccurrenceQuery =
  | {
      readonly manner: 'literal';
      readonly text: string;
      readonly ignoreCase: boolean;
      readonly wholeWords: boolean;
    }
  /** Whole words that have a stem with those of the text in common, or are forms of the same surname. */
  | { readonly manner: 'inflected'; readonly text: string }
  /** A regular expression in the syntax of JavaScript with the flags `m` and `u`. */
  | {
      readonly manner: 'pattern';
      readonly text: string;
      readonly ignoreCase: boolean;
      readonly wholeWords: boolean;
    };

/** A place where a text was found. Offsets are UTF-16. */
export interface Occurrence extends Interval {
  /** What stands there, with one space for any white space: hits of one form are accepted or refused together. */
  readonly form: string;
}

/** Finds every occurrence in a text, in its order; none overlaps the one before it. */
export type FindOccurrences = (text: string) => Iterable<Occurrence>;

/** The occurrence of these UTF-16 offsets in a text. */
export const occurrenceAt = (text: string, start: number, end: number): Occurrence => ({
  start,
  end,
  form: text.slice(start, end).replaceAll(/\s+/gu, ' '),
});
