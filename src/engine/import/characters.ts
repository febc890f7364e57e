import { problem } from '../../core/problem';
import type { Bytes } from './open-file';
import { makeDecoder } from './encodings/decoder';
import type { Encoding } from './encodings/names';
import { demand, Refusal } from './refusal';

/** A stretch of a text, with its length in code points. */
export interface Stretch {
  readonly text: string;
  readonly codePoints: number;
}

/** Counts code points; the text may have no lone surrogates. */
export function countCodePoints(text: string): number {
  let pairs = 0;
  for (let index = 0; index < text.length; index += 1)
    if ((text.charCodeAt(index) & 0xfc00) === 0xd800) pairs += 1;
  return text.length - pairs;
}

/**
 * The characters of a file, stretch by stretch. Throws a `Refusal` where they are not valid in the encoding, and for
 * U+0000, which SQLite takes for the end of a text; its `offset` counts code points.
 */
export async function* readCharacters(
  file: Bytes,
  encoding: Encoding,
  markLength: number,
): AsyncGenerator<Stretch> {
  const decoder = makeDecoder(encoding, markLength);
  let read = 0;
  const check = (text: string): Stretch => {
    const nul = text.indexOf('\0');
    if (nul >= 0)
      throw new Refusal(problem('text-nul', { offset: read + countCodePoints(text.slice(0, nul)) }));
    const codePoints = countCodePoints(text);
    read += codePoints;
    return { text, codePoints };
  };
  let first = true;
  for await (const piece of file.pieces()) {
    yield check(demand(decoder.write(first ? piece.subarray(markLength) : piece)));
    first = false;
  }
  yield check(demand(decoder.end()));
}
