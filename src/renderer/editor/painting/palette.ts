import type { Kind } from '../../../core/model/codebook';

export type Theme = 'light' | 'dark';

/** A colour in OKLCH: lightness from 0 to 1, chroma from 0 to 0.4, hue in degrees, opacity from 0 to 1. */
export interface Colour {
  readonly lightness: number;
  readonly chroma: number;
  readonly hue: number;
  readonly opacity: number;
}

/** A colour as CSS writes it. */
export const css = ({ lightness, chroma, hue, opacity }: Colour): string =>
  `oklch(${lightness} ${chroma} ${hue} / ${opacity})`;

const colour = (lightness: number, chroma: number, hue: number, opacity = 1): Colour => ({
  lightness,
  chroma,
  hue,
  opacity,
});

/** What the text is written on. */
export const paperOf = (theme: Theme): Colour =>
  theme === 'light' ? colour(0.99, 0.004, 85) : colour(0.2, 0.008, 270);

/** What the text is written in. Annotations never change it. */
export const inkOf = (theme: Theme): Colour =>
  theme === 'light' ? colour(0.24, 0.012, 60) : colour(0.92, 0.008, 85);

/** A tint of a hue that lies on the paper under the words. */
const wash = (theme: Theme, hue: number, opacity: number): Colour =>
  theme === 'light' ? colour(0.8, 0.14, hue, opacity) : colour(0.47, 0.13, hue, opacity);

/** How much of its hue a kind lays under the words: much at a trigger, hardly any under a whole sentence. */
const strength: Record<Kind, number> = { entity: 0.28, event: 0.46, statement: 0.08, relation: 0 };

/** What an annotation lays under its words. A doubtful one is hollow: it has only its line. */
export const tint = (theme: Theme, kind: Kind, hue: number, isDoubtful: boolean): Colour =>
  wash(theme, hue, isDoubtful ? 0 : strength[kind]);

/** What is laid on top of that for an annotation under the pointer, and for the selected one. */
export const emphasis = (theme: Theme, hue: number, state: 'hovered' | 'selected'): Colour =>
  wash(theme, hue, state === 'hovered' ? 0.2 : 0.32);

/** What is laid on top of annotations that belong together, such as the mentions of one person: one colour for all. */
export const together = (theme: Theme): Colour => wash(theme, 195, 0.36);

/** Lines, outlines and handles: strong enough to be told from the paper, and by hue from each other. */
export const line = (theme: Theme, hue: number): Colour => colour(theme === 'light' ? 0.5 : 0.75, 0.16, hue);

/** The hits of a search. */
export const findColour = (theme: Theme, isCurrent: boolean): Colour =>
  theme === 'light'
    ? colour(0.9, 0.17, 100, isCurrent ? 1 : 0.5)
    : colour(0.47, 0.11, 100, isCurrent ? 0.95 : 0.5);

/** The selection, with the keyboard in the text or elsewhere. */
export const selection = (theme: Theme): Colour =>
  theme === 'light' ? colour(0.78, 0.09, 250, 0.55) : colour(0.5, 0.1, 250, 0.65);

/** What shows that a space is not an ordinary one. */
export const mark = (theme: Theme): Colour => colour(theme === 'light' ? 0.5 : 0.8, 0, 0, 0.09);
