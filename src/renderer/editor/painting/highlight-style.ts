import type { Kind } from '../../../core/model/codebook';
import { css, emphasis, findColour, line, mark, selection, tint, together, type Theme } from './palette';

/** What decides how a stretch of text is painted. There is one named highlight for each that is in use. */
export type HighlightStyle =
  | {
      readonly of: 'annotation';
      readonly kind: Kind;
      readonly hue: number;
      readonly isDoubtful: boolean;
      /** The height of the line under the words, from 0. */
      readonly lane: number;
    }
  | { readonly of: 'emphasis'; readonly state: 'hovered' | 'selected'; readonly hue: number }
  | { readonly of: 'together' }
  | { readonly of: 'find'; readonly isCurrent: boolean }
  | { readonly of: 'selection' }
  | { readonly of: 'no-break-space' };

/** Lanes from this one on do not fit under the words; the overlay draws them. */
export const lanesUnderText = 4;

/** The three kinds are told apart by their lines even without colour. */
const lineStyle: Record<Kind, string> = {
  entity: 'solid 0.11em',
  event: 'double 0.06em',
  statement: 'dashed 0.085em',
  relation: 'none',
};

/** From the baseline to a lane's line, in em. The line height in editor.css has room for four. */
const laneOffset = (lane: number): number => 0.2 + lane * 0.24;

/** The CSS declarations that paint a style in a theme. */
export function declarationsOf(style: HighlightStyle, theme: Theme): string {
  switch (style.of) {
    case 'annotation': {
      const background = `background-color: ${css(tint(theme, style.kind, style.hue, style.isDoubtful))}`;
      if (style.lane >= lanesUnderText) return background;
      const stroke = `${lineStyle[style.kind]} ${css(line(theme, style.hue))}`;
      const offset = `${laneOffset(style.lane).toFixed(3)}em`;
      return `${background}; text-decoration: underline ${stroke}; text-underline-offset: ${offset}`;
    }
    case 'emphasis':
      return `background-color: ${css(emphasis(theme, style.hue, style.state))}`;
    case 'together':
      return `background-color: ${css(together(theme))}`;
    case 'find':
      return `background-color: ${css(findColour(theme, style.isCurrent))}`;
    case 'selection':
      return `background-color: ${css(selection(theme))}`;
    case 'no-break-space':
      return `background-color: ${css(mark(theme))}`;
  }
}

/** Which highlight lies on top where several meet, as `Highlight.priority` wants it. */
export function priorityOf(style: HighlightStyle): number {
  switch (style.of) {
    case 'no-break-space':
      return 0;
    case 'annotation':
      return 1 + style.lane;
    case 'emphasis':
      return style.state === 'hovered' ? 100 : 101;
    case 'together':
      return 99;
    case 'find':
      return style.isCurrent ? 201 : 200;
    case 'selection':
      return 300;
  }
}
