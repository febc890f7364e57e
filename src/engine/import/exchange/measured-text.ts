import { compareSpans } from '../../../core/fragments';
import type { Fragment, Span } from '../../../core/model/annotation';
import { longestDocument } from '../../../core/model/document';
import { hasLoneSurrogate, makeOffsetTable, type OffsetTable } from '../../../core/offsets';
import { countCodePoints } from '../characters';

/** A text whose stretches can be quoted by their offsets in code points. */
export class MeasuredText {
  readonly #text: string;
  readonly #offsets: OffsetTable;

  constructor(text: string) {
    this.#text = text;
    this.#offsets = makeOffsetTable(text);
  }

  /** In code points. */
  get length(): number {
    return this.#offsets.codePoints;
  }

  /** Spans in the order of the text, with their quotes; undefined where one reaches outside of it. */
  fragments(spans: readonly Span[]): readonly Fragment[] | undefined {
    if (!spans.every(({ start, end }) => start <= end && end <= this.length)) return undefined;
    return [...spans].sort(compareSpans).map(({ start, end }) => {
      const quote = this.#text.slice(this.#offsets.toUtf16(start), this.#offsets.toUtf16(end));
      return { start, end, quote };
    });
  }
}

/** Why a text cannot be a document's; undefined where it can. */
export function unfitText(text: string): { readonly reason: string } | undefined {
  if (!/\S/u.test(text)) return { reason: 'empty' };
  if (text.includes('\0')) return { reason: 'U+0000' };
  if (hasLoneSurrogate(text)) return { reason: 'lone surrogate' };
  return text.length > longestDocument && countCodePoints(text) > longestDocument
    ? { reason: `> ${longestDocument}` }
    : undefined;
}
