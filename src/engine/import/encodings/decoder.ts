import { isUtf8 } from 'node:buffer';
import iconv from 'iconv-lite';
import { problem } from '../../../core/problem';
import { fail, ok, type Result } from '../../../core/result';
import { iconvName, isSingleByte, type Encoding } from './names';
import { incompleteTail, isEncodedSurrogate, surveyUtf8 } from './utf8';

/** Turns the bytes of one text into characters, piece by piece, and refuses what its encoding does not allow. */
export interface Decoder {
  /** The characters that are complete with these bytes. Never cuts a surrogate pair. */
  write(bytes: Uint8Array): Result<string>;
  /** To be called once, when there are no more bytes. */
  end(): Result<string>;
}

const nothing: Buffer = Buffer.alloc(0);
const viewOf = (bytes: Uint8Array): Buffer => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
const join = (held: Buffer, bytes: Uint8Array): Buffer =>
  held.length === 0 ? viewOf(bytes) : Buffer.concat([held, bytes]);

const invalid = (encoding: Encoding, offset: number): Result<never> =>
  fail(problem('encoding-invalid', { encoding, offset }));
const loneSurrogate = (offset: number): Result<never> => fail(problem('text-lone-surrogate', { offset }));

function makeUtf8Decoder(start: number): Decoder {
  let offset = start;
  let held = nothing;
  const refuse = (bytes: Buffer): Result<never> => {
    const fault = surveyUtf8(bytes).firstFault ?? 0;
    return isEncodedSurrogate(bytes, fault)
      ? loneSurrogate(offset + fault)
      : invalid('utf-8', offset + fault);
  };
  return {
    write(bytes) {
      const all = join(held, bytes);
      const complete = all.subarray(0, all.length - incompleteTail(all));
      if (!isUtf8(complete)) return refuse(complete);
      held = Buffer.from(all.subarray(complete.length));
      offset += complete.length;
      return ok(complete.toString('utf8'));
    },
    end: () => (held.length === 0 ? ok('') : refuse(held)),
  };
}

const isHighSurrogate = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdbff;

function makeUtf16Decoder(encoding: 'utf-16le' | 'utf-16be', start: number): Decoder {
  let offset = start;
  let held = nothing;
  /** How many bytes at the end are half of a unit or the first half of a pair. */
  const unfinished = (bytes: Buffer): number => {
    const odd = bytes.length % 2;
    if (bytes.length < 2) return odd;
    const last = bytes.length - odd - 2;
    const unit = encoding === 'utf-16le' ? bytes.readUInt16LE(last) : bytes.readUInt16BE(last);
    return isHighSurrogate(unit) ? odd + 2 : odd;
  };
  return {
    write(bytes) {
      const all = join(held, bytes);
      // A copy, because swapping changes the bytes where they are.
      const complete = Buffer.from(all.subarray(0, all.length - unfinished(all)));
      held = Buffer.from(all.subarray(complete.length));
      if (encoding === 'utf-16be') complete.swap16();
      const text = complete.toString('utf16le');
      const lone = text.search(/\p{Surrogate}/u);
      if (lone >= 0) return loneSurrogate(offset + lone * 2);
      offset += complete.length;
      return ok(text);
    },
    end() {
      if (held.length >= 2) return loneSurrogate(offset);
      return held.length === 0 ? ok('') : invalid(encoding, offset);
    },
  };
}

/** What iconv-lite puts where bytes mean nothing. */
const replacement = '\uFFFD';

function makeTableDecoder(encoding: Encoding, start: number): Decoder {
  const decoder = iconv.getDecoder(iconvName(encoding));
  const lengthIn = isSingleByte(encoding)
    ? (text: string): number => text.length
    : (text: string): number => iconv.encode(text, iconvName(encoding)).length;
  let offset = start;
  const check = (text: string): Result<string> => {
    const fault = text.indexOf(replacement);
    if (fault >= 0) return invalid(encoding, offset + lengthIn(text.slice(0, fault)));
    offset += lengthIn(text);
    return ok(text);
  };
  return {
    write: (bytes) => check(decoder.write(viewOf(bytes))),
    end: () => check(decoder.end() ?? ''),
  };
}

/**
 * Makes a decoder for one text, whose first byte to come stands at `start` of its file (behind a byte-order mark).
 * Faults are `encoding-invalid` and `text-lone-surrogate`, with `offset` in bytes from the beginning of the file.
 */
export function makeDecoder(encoding: Encoding, start: number): Decoder {
  if (encoding === 'utf-8') return makeUtf8Decoder(start);
  if (encoding === 'utf-16le' || encoding === 'utf-16be') return makeUtf16Decoder(encoding, start);
  return makeTableDecoder(encoding, start);
}
