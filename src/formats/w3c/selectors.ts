import type { Span } from '../../core/model/annotation';
import { codePoint, type OffsetTable } from '../../core/offsets';
import { isObject, listIn, type JsonObject } from '../json-lines/json';
import type { Json } from '../../core/model/origin';
import type { SpanReader } from '../json-lines/span-reader';

/** How much of the text before and after a quote is told, in code points. */
const surroundings = 32;

/**
 * A stretch of text by its place and by its words. Both count code points, not code units: so the model says of its
 * TextQuoteSelector and TextPositionSelector (www.w3.org/TR/annotation-model, 4.2.4 and 4.2.5); the end is exclusive.
 */
export function selectorsOf({ start, end }: Span, text: string, offsets: OffsetTable): readonly JsonObject[] {
  const slice = (from: number, to: number): string =>
    text.slice(
      offsets.toUtf16(codePoint(Math.max(0, from))),
      offsets.toUtf16(codePoint(Math.min(to, offsets.codePoints))),
    );
  return [
    { type: 'TextPositionSelector', start, end },
    {
      type: 'TextQuoteSelector',
      prefix: slice(start - surroundings, start),
      exact: slice(start, end),
      suffix: slice(end, end + surroundings),
    },
  ];
}

/** The stretch that selectors choose; null, with a warning, where they choose none. */
export function spanOf(selectors: Json | undefined, reader: SpanReader, id: string): Span | null {
  const all = (isObject(selectors) ? [selectors] : listIn(selectors)).filter(isObject);
  const position = all.find(({ type }) => type === 'TextPositionSelector');
  const span = reader.span(position?.['start'], position?.['end'], id);
  const exact = all.find(({ type }) => type === 'TextQuoteSelector')?.['exact'];
  if (span && typeof exact === 'string' && exact !== reader.quote(span)) reader.differs(id);
  return span;
}
