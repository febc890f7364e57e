import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { makeStaging, type Staging } from './staging';

function newStaging(): Staging {
  const staging = makeStaging();
  onTestFinished(() => staging.clear());
  return staging;
}

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('contents that came without a path', () => {
  it('are kept under the names that they had, each folder answered once', async () => {
    const [folder = '', alone = '', ...more] = await newStaging().keep([
      { relativePath: 'corpus/a.txt', bytes: bytes('a') },
      { relativePath: 'corpus/2021/b.txt', bytes: bytes('b') },
      { relativePath: 'c.txt', bytes: bytes('c') },
    ]);
    expect(more).toEqual([]);
    expect(readFileSync(join(folder, 'a.txt'), 'utf8')).toBe('a');
    expect(readFileSync(join(folder, '2021/b.txt'), 'utf8')).toBe('b');
    expect(readFileSync(alone, 'utf8')).toBe('c');
  });

  it('do not meet those of another time', async () => {
    const staging = newStaging();
    const [first = ''] = await staging.keep([{ relativePath: 'a.txt', bytes: bytes('first') }]);
    const [second = ''] = await staging.keep([{ relativePath: 'a.txt', bytes: bytes('second') }]);
    expect(readFileSync(first, 'utf8')).toBe('first');
    expect(readFileSync(second, 'utf8')).toBe('second');
  });

  it('cannot be kept outside of their folder', async () => {
    await expect(newStaging().keep([{ relativePath: '../../a.txt', bytes: bytes('a') }])).rejects.toThrow();
  });

  it('are gone at the end', async () => {
    const staging = makeStaging();
    const [path = ''] = await staging.keep([{ relativePath: 'a.txt', bytes: bytes('a') }]);
    await staging.clear();
    expect(existsSync(path)).toBe(false);
  });
});
