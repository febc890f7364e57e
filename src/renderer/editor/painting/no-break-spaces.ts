import type { StrokeSource } from './painter';

/** Spaces that look like others and are not: no-break, figure and narrow no-break space. */
const noBreakSpaces = /[\u00a0\u2007\u202f]+/g;

/** Makes no-break spaces faintly visible, since a coder has to see what a text holds. */
export const noBreakSpaceStrokes =
  (text: string): StrokeSource =>
  ({ start, end }) =>
    Array.from(text.slice(start, end).matchAll(noBreakSpaces), ({ 0: spaces, index }) => ({
      style: { of: 'no-break-space' },
      span: { start: start + index, end: start + index + spaces.length },
    }));
