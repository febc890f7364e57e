import type { Loss, Lose } from '../../../core/exchange/losses';
import { isXml } from '../../xml/characters';
import { escapeXml } from '../../xml/escape';

/** What a text belongs to. */
export type About = Omit<Loss, 'reason'>;

/** Writes texts into XML, and tells of those that it cannot hold as they are. */
export class Pen {
  readonly #lose: Lose;

  constructor(lose: Lose) {
    this.#lose = lose;
  }

  /** Whether XML can hold a text as it is. */
  holds(text: string): boolean {
    return isXml(text);
  }

  /** Between tags. */
  text(text: string, about: About | null = null): string {
    if (about && !isXml(text)) this.#lose({ ...about, reason: 'xml-character' });
    return escapeXml(text);
  }

  /** In an attribute, where a parser takes line breaks and tabs for blanks unless they are written by number. */
  attribute(text: string, about: About | null = null): string {
    return this.text(text, about).replaceAll('\n', '&#10;').replaceAll('\t', '&#9;');
  }
}
