import { describe, expect, it } from 'vitest';
import { encodingNamed } from './names';

describe('names of encodings', () => {
  it.each([
    ['UTF8', 'utf-8'],
    ['utf-16LE', 'utf-16le'],
    ['cp1251', 'windows-1251'],
    ['Windows-1251', 'windows-1251'],
    ['win1251', 'windows-1251'],
    ['KOI8-R', 'koi8-r'],
    ['cp866', 'ibm866'],
    ['maccyrillic', 'x-mac-cyrillic'],
    ['Shift_JIS', 'shift_jis'],
  ])('takes %s for %s', (name, encoding) => {
    expect(encodingNamed(name)).toBe(encoding);
  });

  it.each(['', 'klingon', 'base64', 'hex', 'utf-7', '../../etc'])(
    'knows of no encoding called «%s»',
    (name) => {
      expect(encodingNamed(name)).toBeUndefined();
    },
  );
});
