import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { makeDecoder } from './decoder';
import { iconvName, type Encoding } from './names';
import { ok, type Result } from '../../../core/result';

/** Decodes bytes in pieces of the given sizes, the last size repeating. */
function decode(
  bytes: Uint8Array,
  encoding: Encoding,
  sizes: readonly number[] = [bytes.length || 1],
): Result<string> {
  const decoder = makeDecoder(encoding, 0);
  let text = '';
  for (let start = 0, piece = 0; start < bytes.length; piece += 1) {
    const size = sizes[Math.min(piece, sizes.length - 1)] ?? 1;
    const result = decoder.write(bytes.subarray(start, start + size));
    if (!result.ok) return result;
    text += result.value;
    start += size;
  }
  const last = decoder.end();
  return last.ok ? ok(text + last.value) : last;
}

const sizes = fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 20 });
const anyText = fc.string({ unit: 'binary' });

describe('decoding', () => {
  it('gives every text back from UTF-8 and UTF-16, however its bytes are cut', () => {
    fc.assert(
      fc.property(anyText, sizes, (text, cuts) => {
        const utf16le = Buffer.from(text, 'utf16le');
        expect(decode(Buffer.from(text), 'utf-8', cuts)).toEqual(ok(text));
        expect(decode(utf16le, 'utf-16le', cuts)).toEqual(ok(text));
        expect(decode(Buffer.from(utf16le).swap16(), 'utf-16be', cuts)).toEqual(ok(text));
      }),
    );
  });

  it('never gives half of a surrogate pair', () => {
    const decoder = makeDecoder('utf-16le', 0);
    const bytes = Buffer.from('🇧🇾', 'utf16le');
    expect(decoder.write(bytes.subarray(0, 2))).toEqual(ok(''));
    expect(decoder.write(bytes.subarray(2, 7))).toEqual(ok('\u{1F1E7}'));
  });

  it('keeps what is often lost: no-break spaces, CR, a second byte-order mark', () => {
    const text = '\uFEFF№ 1\u00a0500\r\nи\r«»\u2028';
    expect(decode(Buffer.from(text), 'utf-8')).toEqual(ok(text));
  });

  it.each(['windows-1251', 'koi8-r', 'ibm866', 'iso-8859-5', 'x-mac-cyrillic'])('decodes %s', (encoding) => {
    const text = 'Съешь же ещё этих мягких французских булок, да выпей чаю.';
    expect(decode(iconv.encode(text, iconvName(encoding)), encoding, [3])).toEqual(ok(text));
  });

  it('decodes encodings of several bytes a character', () => {
    expect(decode(iconv.encode('外交部长', 'gb18030'), 'gb18030', [1])).toEqual(ok('外交部长'));
  });

  it.each([
    ['a byte that cannot stand in UTF-8', 'utf-8', [0x61, 0xd0, 0x61], 1],
    ['a character cut off by the end', 'utf-8', [0x61, 0x62, 0xf0, 0x9f, 0x87], 2],
    ['an overlong form', 'utf-8', [0xc0, 0xaf], 0],
    ['a character beyond U+10FFFF', 'utf-8', [0x61, 0xf4, 0x90, 0x80, 0x80], 1],
    ['half a unit of UTF-16', 'utf-16le', [0x61, 0x00, 0x62], 2],
    ['a byte that windows-1251 does not use', 'windows-1251', [0xcf, 0x98, 0xcf], 1],
    ['a broken character of several bytes', 'shift_jis', [0x93, 0xfa, 0x96, 0x7b, 0xff], 4],
  ])('refuses %s and says at which byte', (_, encoding, bytes, offset) => {
    for (const size of [1, 2, 100])
      expect(decode(Uint8Array.from(bytes), encoding, [size])).toEqual({
        ok: false,
        problem: { code: 'encoding-invalid', params: { encoding, offset } },
      });
  });

  it.each([
    ['UTF-8', 'utf-8', [0x61, 0xed, 0xa0, 0x80, 0x61], 1],
    ['UTF-16, in the middle', 'utf-16le', [0x61, 0x00, 0x00, 0xd8, 0x61, 0x00], 2],
    ['UTF-16, at the end', 'utf-16be', [0x00, 0x61, 0xd8, 0x00], 2],
  ])('refuses lone surrogates in %s', (_, encoding, bytes, offset) => {
    for (const size of [1, 2, 100])
      expect(decode(Uint8Array.from(bytes), encoding, [size])).toEqual({
        ok: false,
        problem: { code: 'text-lone-surrogate', params: { offset } },
      });
  });
});
