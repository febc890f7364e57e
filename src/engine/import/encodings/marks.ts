import type { Encoding } from './names';

const marks: readonly { readonly encoding: Encoding; readonly bytes: readonly number[] }[] = [
  { encoding: 'utf-8', bytes: [0xef, 0xbb, 0xbf] },
  { encoding: 'utf-16le', bytes: [0xff, 0xfe] },
  { encoding: 'utf-16be', bytes: [0xfe, 0xff] },
];

/** The byte-order mark that a file begins with, and how many bytes it takes; undefined where there is none. */
export function findByteOrderMark(
  head: Uint8Array,
): { readonly encoding: Encoding; readonly length: number } | undefined {
  const found = marks.find(({ bytes }) => bytes.every((byte, index) => head[index] === byte));
  return found && { encoding: found.encoding, length: found.bytes.length };
}
