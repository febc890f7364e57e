import type { Loss, Lose } from '../../core/exchange/losses';
import { escapeXml } from '../xml/escape';

/** Characters that XML 1.0 cannot hold, however they are written. */
// eslint-disable-next-line no-control-regex -- These are the characters that XML 1.0 does not allow.
const unheld = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/u;

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
    return !unheld.test(text);
  }

  /** Between tags. */
  text(text: string, about: About | null = null): string {
    if (about && unheld.test(text)) this.#lose({ ...about, reason: 'xml-character' });
    return escapeXml(text);
  }

  /** In an attribute, where a parser takes line breaks and tabs for blanks unless they are written by number. */
  attribute(text: string, about: About | null = null): string {
    return this.text(text, about).replaceAll('\n', '&#10;').replaceAll('\t', '&#9;');
  }
}
