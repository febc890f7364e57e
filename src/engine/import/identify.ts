import { isUtf8 } from 'node:buffer';
import type { DocumentFormat, TableFormat } from '../../contract/document-files';
import type { EncodingGuess } from '../../contract/engine-answers';
import { problem } from '../../core/problem';
import { fail, ok, type Result } from '../../core/result';
import type { Bytes } from './open-file';
import { collectBytes } from './documents/collect';
import { htmlGuess, magicOf, ownEncoding, structureOf } from './documents/identify';
import { tableIn } from './documents/tables/recognise';
import { openArchive } from './documents/zip/archive';
import { packageFormat } from './documents/zip/package';
import { guessEncoding, guessUtf16 } from './encodings/guess';
import { findByteOrderMark } from './encodings/marks';
import type { Encoding } from './encodings/names';
import { incompleteTail, isEncodedSurrogate, surveyUtf8 } from './encodings/utf8';

/** What a file holds, as far as its bytes tell. The byte-order mark's length is in bytes, 0 where there is none. */
export type Identity =
  | { readonly kind: 'text'; readonly guess: EncodingGuess; readonly markLength: number }
  | {
      readonly kind: 'document';
      readonly format: DocumentFormat;
      readonly guess: EncodingGuess;
      readonly markLength: number;
    }
  | {
      readonly kind: 'table';
      readonly format: TableFormat;
      readonly guess: EncodingGuess;
      readonly markLength: number;
    }
  /** JSON is UTF-8, unless a byte-order mark says otherwise. */
  | { readonly kind: 'postil-json'; readonly encoding: Encoding; readonly markLength: number };

/** A file that is text, whatever the text may be. */
export type TextIdentity = Extract<Identity, { readonly kind: 'text' }>;

/** How much of a file's head is looked at, in bytes. */
const headLength = 65_536;

/** Of the bytes of a text, hardly any are control characters; of those of anything else, a tenth. */
const mostControls = 0.02;

/** A text with this many sound characters for each broken one is damaged UTF-8, and no other encoding. */
const soundPerFault = 4;

/** The beginning of a file in Postil's own format. */
export const jsonHead = /^(?:\xef\xbb\xbf)?\s*\{[^]{0,4000}?"format"\s*:\s*"postil-project"/;

const certainly = (encoding: string, markLength: number): Result<TextIdentity> =>
  ok({ kind: 'text', guess: { encoding, certain: true, candidates: [] }, markLength });

function isControl(byte: number): boolean {
  if (byte >= 0x20) return byte === 0x7f;
  // Tab, line feed, vertical tab, form feed, carriage return, the DOS end of file, escape
  return !((byte >= 0x09 && byte <= 0x0d) || byte === 0x1a || byte === 0x1b);
}

function looksBinary(bytes: Buffer): boolean {
  let controls = 0;
  for (const byte of bytes) if (isControl(byte)) controls += 1;
  return controls > bytes.length * mostControls;
}

/** What a file is read as before it is known to be UTF-8: its head, and the first piece that is not, with its place. */
interface Survey {
  readonly head: Buffer;
  readonly foreign: { readonly bytes: Buffer; readonly offset: number } | null;
}

async function survey(file: Bytes): Promise<Survey> {
  let head: Buffer = Buffer.alloc(0);
  let held: Buffer = Buffer.alloc(0);
  let offset = 0;
  let last = { bytes: held, offset };
  let foreign: Survey['foreign'] = null;
  for await (const piece of file.pieces()) {
    if (head.length < headLength) head = Buffer.concat([head, piece.subarray(0, headLength - head.length)]);
    if (foreign) {
      if (head.length === headLength) break;
      continue;
    }
    const bytes = held.length === 0 ? piece : Buffer.concat([held, piece]);
    last = { bytes, offset };
    const complete = bytes.subarray(0, bytes.length - incompleteTail(bytes));
    if (!isUtf8(complete)) foreign = last;
    held = Buffer.from(bytes.subarray(complete.length));
    offset += complete.length;
  }
  return { head, foreign: foreign ?? (held.length === 0 ? null : last) };
}

/** A stretch of bytes that begins a little before the first that is not ASCII. */
function tellingPart(bytes: Buffer): Buffer {
  const first = bytes.findIndex((byte) => byte >= 0x80);
  return bytes.subarray(Math.max(0, first - 200)).subarray(0, headLength);
}

function judgeForeign({ bytes, offset }: NonNullable<Survey['foreign']>): Result<TextIdentity> {
  const telling = tellingPart(bytes);
  if (looksBinary(telling)) return fail(problem('text-binary'));
  const { faults, wellFormed } = surveyUtf8(telling);
  if (wellFormed >= faults * soundPerFault) {
    const fault = surveyUtf8(bytes).firstFault ?? 0;
    const place = { offset: offset + fault };
    return isEncodedSurrogate(bytes, fault)
      ? fail(problem('text-lone-surrogate', place))
      : fail(problem('encoding-invalid', { encoding: 'utf-8', ...place }));
  }
  return ok({ kind: 'text', guess: guessEncoding(telling), markLength: 0 });
}

/** The encoding of a file that is known to be no container. */
function identifyText(head: Buffer, foreign: Survey['foreign']): Result<TextIdentity> {
  const mark = findByteOrderMark(head);
  if (mark) return certainly(mark.encoding, mark.length);
  if (guessUtf16(head)) return ok({ kind: 'text', guess: guessEncoding(head), markLength: 0 });
  if (looksBinary(head)) return fail(problem('text-binary'));
  return foreign ? judgeForeign(foreign) : certainly('utf-8', 0);
}

/** What a person has said that every file is; null where each is to be recognised. */
export type ReadAs = 'text' | 'table' | null;

/** The same of the format that an import names: those of other tools have been found before. */
export const readAs = (format: string | null): ReadAs =>
  format === 'text' || format === 'table' ? format : null;

/** What a text file holds that is more than text. */
function withStructure(text: TextIdentity, head: Buffer, name: string, as: ReadAs): Identity {
  if (as === 'text') return text;
  const isCut = head.length === headLength;
  const format =
    (as === 'table' ? null : structureOf(head, name)) ??
    tableIn(head, text.guess, isCut, name, as === 'table');
  if (format === null) return text;
  return format === 'html'
    ? { ...text, kind: 'document', format, guess: htmlGuess(text.guess, head) }
    : { ...text, kind: 'table', format };
}

/** A document whose first bytes tell its format; null where they do not. */
async function byMagic(head: Buffer, file: Bytes): Promise<Result<Identity> | null> {
  const magic = magicOf(head);
  switch (magic) {
    case 'pdf':
    case 'rtf':
      return ok({ kind: 'document', format: magic, guess: ownEncoding, markLength: 0 });
    case 'compound':
      return fail(problem('document-old-office'));
    case 'zip':
      return identifyPackage(file);
    case null:
      return null;
  }
}

/** A document that is packed as an archive. Archives of other files are opened before anything is identified. */
async function identifyPackage(file: Bytes): Promise<Result<Identity>> {
  const archive = await openArchive(await collectBytes(file));
  try {
    const format = await packageFormat(archive);
    if (format === 'unknown' || format === 'archive') return fail(problem('document-package-unknown'));
    if (format === 'xlsx') return ok({ kind: 'table', format, guess: ownEncoding, markLength: 0 });
    return ok({ kind: 'document', format, guess: ownEncoding, markLength: 0 });
  } finally {
    archive.close();
  }
}

/**
 * Finds out what a file holds, by its contents first and by its name where these do not tell. UTF-8 and a byte-order
 * mark are certain, any other encoding is a guess, unless a page of HTML tells it. `as` is what a person has said that
 * it is. Refuses what is empty, what is no text, and UTF-8 that is damaged: it would pass for another encoding, and read as nonsense.
 */
export async function identify(file: Bytes, name: string, as: ReadAs = null): Promise<Result<Identity>> {
  const { head, foreign } = await survey(file);
  if (head.length === 0) return fail(problem('document-empty'));
  const known = await byMagic(head, file);
  if (known) return known;
  const mark = findByteOrderMark(head);
  if (as === null && (jsonHead.test(head.toString('latin1')) || /\.json$/i.test(name)))
    return ok({ kind: 'postil-json', encoding: mark?.encoding ?? 'utf-8', markLength: mark?.length ?? 0 });
  const text = identifyText(head, foreign);
  return text.ok ? ok(withStructure(text.value, head, name, as)) : text;
}
