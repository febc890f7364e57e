import type { Interval } from '../intervals';

const segmenter = new Intl.Segmenter(undefined, { granularity: 'sentence' });

/** How far around a place sentences are looked for in a very long line, in UTF-16 units. */
const reach = 10_000;

/** Abbreviations that stand before a name or a number, so that the capital after them begins no sentence. */
const beforeNames = new Set(
  'г гр им ул пр пл д с п пос обл ст см рис табл тов акад проф доц д-р гн ген адм полк mr mrs ms dr prof st gen col no vs'.split(
    ' ',
  ),
);

/**
 * Unicode's rules end a sentence at every full stop before a capital. Not so after an initial («В. Путин») and
 * after an abbreviation («в г. Бишкеке») that no number stands before: in «в 2023 г. Он» the sentence ends.
 */
function goesOn(sentence: string): boolean {
  const [last = '', before = ''] = sentence.trimEnd().split(/\s+/u).reverse();
  const abbreviation = /^[(«"“„]?(?:\p{L}\.)*([\p{L}-]+)\.$/u.exec(last)?.[1];
  if (abbreviation === undefined) return false;
  const isInitial = /^\p{Lu}$/u.test(abbreviation);
  return isInitial || (beforeNames.has(abbreviation.toLowerCase()) && !/^\p{N}+$/u.test(before));
}

/** The sentences of a line, without the spaces between them; offsets are UTF-16. A very long line is cut around `near`. */
export function sentencesOf(text: string, line: Interval, near: number): Interval[] {
  const start = Math.max(line.start, near - reach);
  const end = Math.min(line.end, near + reach);
  const sentences: Interval[] = [];
  let open: number | null = null;
  for (const { segment, index } of segmenter.segment(text.slice(start, end))) {
    const from: number = open ?? start + index;
    const to = start + index + segment.length;
    const whole = text.slice(from, to);
    if (to < end && goesOn(whole)) {
      open = from;
      continue;
    }
    open = null;
    const lead = whole.length - whole.trimStart().length;
    const body = { start: from + lead, end: from + whole.trimEnd().length };
    if (body.start < body.end) sentences.push(body);
  }
  return sentences;
}
