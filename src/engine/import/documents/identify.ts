import type { TableFormat } from '../../../contract/document-files';
import type { EncodingGuess } from '../../../contract/engine-answers';
import { encodingNamed, unicodeEncodings } from '../encodings/names';

/** What the first bytes of a file tell with certainty. `compound` is the container of Office's older formats. */
export type Magic = 'pdf' | 'rtf' | 'zip' | 'compound';

/** Files of documents whose format says itself how characters are written. */
export const ownEncoding: EncodingGuess = { encoding: 'utf-8', certain: true, candidates: [] };

/** A PDF may have anything before its header, within so many bytes (ISO 32000-1, annex H.3.4.1). */
const headOfPdf = 1024;

/** What a file is by its first bytes, whatever it is called; null where they say nothing. */
export function magicOf(head: Buffer): Magic | null {
  const start = head.toString('latin1', 0, headOfPdf);
  if (start.startsWith('PK\x03\x04') || start.startsWith('PK\x05\x06')) return 'zip';
  if (start.startsWith('{\\rtf')) return 'rtf';
  if (start.startsWith('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1')) return 'compound';
  return /^%PDF-|[\n\r]%PDF-\d/u.test(start) ? 'pdf' : null;
}

const beginsAsHtml =
  /^(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]{0,200}\?>\s*)?(?:<!--[^]{0,2000}?-->\s*)*<(?:!doctype\s+html|html[\s>])/iu;

const endings: readonly (readonly [RegExp, 'html' | TableFormat])[] = [
  [/\.(?:x?html?|xht)$/iu, 'html'],
  [/\.(?:csv|tsv|tab)$/iu, 'csv'],
  [/\.(?:jsonl|ndjson|jsonlines)$/iu, 'jsonl'],
];

/** What a text holds that is more than text, by how it begins, else by its name; null for plain text. */
export function structureOf(head: Buffer, name: string): 'html' | TableFormat | null {
  if (beginsAsHtml.test(asAscii(head))) return 'html';
  return endings.find(([ending]) => ending.test(name))?.[1] ?? null;
}

/** Leaves the characters of ASCII, whatever the encoding: UTF-16 has a zero beside each. */
const asAscii = (head: Buffer): string =>
  head
    .toString('latin1', 0, 8192)
    .replaceAll('\0', '')
    .replace(/^(?:\xff\xfe|\xfe\xff)/u, '');

/** What a page says about its own encoding counts where its bytes do not tell. */
export function htmlGuess(guess: EncodingGuess, head: Buffer): EncodingGuess {
  if (guess.certain) return guess;
  const declared = /<meta[^>]{0,300}?charset\s*=\s*["']?\s*([\w.:-]+)/iu.exec(asAscii(head))?.[1];
  const named = declared === undefined ? undefined : encodingNamed(declared);
  // What is no valid UTF-8 says in vain that it is.
  if (named === undefined || unicodeEncodings.some((encoding) => encoding === named)) return guess;
  return { encoding: named, certain: true, candidates: [] };
}
