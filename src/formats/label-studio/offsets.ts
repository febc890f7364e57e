import { makeOffsetTable, codePoint } from '../../core/offsets';
import { isObject, type JsonObject } from '../json-lines/json';
import type { OffsetUnit } from '../json-lines/span-reader';

/** The quoted text of a region, in which line breaks stand as `\n` in two characters. */
export const quoteIn = (value: JsonObject): string | undefined =>
  typeof value['text'] === 'string' ? value['text'].replaceAll('\\n', '\n') : undefined;

/**
 * In what the regions of a task count. Label Studio has written code points since its editor converts them
 * (`charsToCodePoints` in web/libs/editor/src/utils/selection-tools.js, HumanSignal/label-studio-frontend pull request
 * 308); before, it wrote the UTF-16 units of JavaScript's strings (HumanSignal/label-studio issues 539, 1008, 1347). The
 * quoted texts tell: whichever reading agrees with more of them.
 */
export function unitOf(text: string, results: readonly JsonObject[]): OffsetUnit {
  const offsets = makeOffsetTable(text);
  if (offsets.codePoints === offsets.utf16Units) return 'code-points';
  let balance = 0;
  for (const { value } of results) {
    if (!isObject(value)) continue;
    const { start, end } = value;
    const quote = quoteIn(value);
    if (quote === undefined || typeof start !== 'number' || typeof end !== 'number') continue;
    if (text.slice(start, end) === quote) balance -= 1;
    if (text.slice(offsets.toUtf16(codePoint(start)), offsets.toUtf16(codePoint(end))) === quote)
      balance += 1;
  }
  return balance < 0 ? 'utf-16' : 'code-points';
}
