import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import type { Bytes } from './open-file';
import { identify } from './identify';

/** Bytes as a file gives them, in pieces of a size. */
const bytes = (content: Buffer, size = 5): Bytes => ({
  // eslint-disable-next-line @typescript-eslint/require-await -- what reads a file is asynchronous
  async *pieces() {
    for (let start = 0; start < content.length; start += size) yield content.subarray(start, start + size);
  },
});

const russian = 'Съезд прошёл в Минске 🇧🇾: «решение принято» — № 5.';

async function encodingOf(content: Buffer, size?: number): Promise<unknown> {
  const identity = await identify(bytes(content, size), 'a.txt');
  if (!identity.ok) return identity.problem;
  if (identity.value.kind !== 'text') return identity.value.kind;
  const { guess, markLength } = identity.value;
  return { encoding: guess.encoding, certain: guess.certain, markLength };
}

describe('identifying a file', () => {
  it('is certain of UTF-8, with a byte-order mark or without', async () => {
    for (const size of [1, 5, 1000]) {
      expect(await encodingOf(Buffer.from(russian), size)).toEqual({
        encoding: 'utf-8',
        certain: true,
        markLength: 0,
      });
    }
    expect(await encodingOf(Buffer.from(`\uFEFF${russian}`))).toEqual({
      encoding: 'utf-8',
      certain: true,
      markLength: 3,
    });
    expect(await encodingOf(Buffer.from('plain'))).toEqual({
      encoding: 'utf-8',
      certain: true,
      markLength: 0,
    });
  });

  it('is certain of UTF-16 with a byte-order mark', async () => {
    const content = Buffer.from(`\uFEFF${russian}`, 'utf16le');
    expect(await encodingOf(content)).toEqual({ encoding: 'utf-16le', certain: true, markLength: 2 });
    expect(await encodingOf(content.swap16())).toEqual({
      encoding: 'utf-16be',
      certain: true,
      markLength: 2,
    });
  });

  it('guesses everything else', async () => {
    const guessed = (encoding: string): unknown => ({ encoding, certain: false, markLength: 0 });
    const text = 'Съезд прошел в Минске. Решение принято.';
    expect(await encodingOf(iconv.encode(text, 'windows-1251'), 1000)).toEqual(guessed('windows-1251'));
    expect(await encodingOf(iconv.encode(text, 'koi8-r'), 1000)).toEqual(guessed('koi8-r'));
    expect(await encodingOf(Buffer.from(russian, 'utf16le'), 1000)).toEqual(guessed('utf-16le'));
    expect(await encodingOf(Buffer.from('The talks went on.', 'utf16le'), 1000)).toEqual(guessed('utf-16le'));
  });

  it('does not take damaged UTF-8 for something else', async () => {
    const damaged = Buffer.concat([Buffer.from(russian), Buffer.from([0xd0]), Buffer.from(russian)]);
    expect(await encodingOf(damaged, 1000)).toEqual({
      code: 'encoding-invalid',
      params: { encoding: 'utf-8', offset: Buffer.byteLength(russian) },
    });
    const cutOff = Buffer.from(russian).subarray(0, 22);
    expect(await encodingOf(cutOff, 1000)).toEqual({
      code: 'encoding-invalid',
      params: { encoding: 'utf-8', offset: 21 },
    });
    const surrogate = Buffer.concat([Buffer.from(russian), Buffer.from([0xed, 0xa0, 0x80])]);
    expect(await encodingOf(surrogate, 1000)).toMatchObject({ code: 'text-lone-surrogate' });
  });

  it('refuses what is no text, and what is empty', async () => {
    const png = Buffer.from('89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489', 'hex');
    expect(await encodingOf(png, 1000)).toMatchObject({ code: 'text-binary' });
    expect(await encodingOf(Buffer.from('\x01\x02\x03 valid UTF-8, but nothing to read'))).toMatchObject({
      code: 'text-binary',
    });
    expect(await encodingOf(Buffer.alloc(0))).toMatchObject({ code: 'document-empty' });
  });

  it('knows documents by what they begin with, whatever they are called', async () => {
    const format = async (content: string | Buffer, name: string): Promise<unknown> => {
      const identity = await identify(bytes(Buffer.from(content)), name);
      if (!identity.ok) return identity.problem.code;
      return identity.value.kind === 'document' ? identity.value.format : identity.value.kind;
    };
    expect(await format('%PDF-1.7\n1 0 obj\n', 'a.txt')).toBe('pdf');
    expect(await format('{\\rtf1\\ansi a}', 'a.doc')).toBe('rtf');
    expect(await format(Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'a.docx')).toBe('document-old-office');
    for (const page of [
      '<!DOCTYPE html><p>a',
      ' <html lang="ru">',
      '<!-- a --><html>',
      '\uFEFF<!doctype html>',
    ])
      expect(await format(page, 'a.txt')).toBe('html');
    expect(await format('<p>a</p>', 'a.HTM')).toBe('html');
    expect(await format('<p>a</p>', 'a.txt')).toBe('text');
    expect(await format('The <html> element', 'a.txt')).toBe('text');
  });

  it('believes what a page of HTML says of its encoding where its bytes do not tell', async () => {
    const page = (charset: string): Buffer =>
      iconv.encode(`<html><head><meta charset="${charset}"></head>Съезд прошел в Минске.</html>`, 'koi8-r');
    const guess = async (content: Buffer): Promise<unknown> => {
      const identity = await identify(bytes(content), 'a.html');
      return identity.ok && identity.value.kind === 'document' ? identity.value.guess : identity;
    };
    expect(await guess(page('KOI8-R'))).toMatchObject({ encoding: 'koi8-r', certain: true });
    expect(await guess(page('utf-8'))).toMatchObject({ encoding: 'koi8-r', certain: false });
    expect(await guess(page('no-such'))).toMatchObject({ certain: false });
  });

  it('knows its own JSON by what stands in it, and other JSON by its name', async () => {
    const json = Buffer.from('{\n"format": "postil-project", "version": 1}');
    expect(await encodingOf(json, 1000)).toBe('postil-json');
    expect(await identify(bytes(Buffer.from('{}')), 'other.JSON')).toMatchObject({
      value: { kind: 'postil-json' },
    });
    expect(await encodingOf(Buffer.from('{ is a brace }'))).toMatchObject({ encoding: 'utf-8' });
  });
});
