import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { temporaryFolder } from '../../tests/support/folder';
import { readJsonFile, writeJsonFile } from './json-file';

const schema = z.object({ size: z.number() });
const fallback = { size: 1 };

describe('a small JSON file of our own', () => {
  it('is its fallback where there is none', async () => {
    expect(await readJsonFile(join(temporaryFolder(), 'none.json'), schema, fallback)).toBe(fallback);
  });

  it('holds what was written last, in a folder that is made for it', async () => {
    const file = join(temporaryFolder(), 'deep', 'er', 'sizes.json');
    await writeJsonFile(file, { size: 2 });
    await writeJsonFile(file, { size: 3 });
    expect(await readJsonFile(file, schema, fallback)).toEqual({ size: 3 });
    expect(readdirSync(join(file, '..'))).toEqual(['sizes.json']);
  });

  it.each(['', '{"size":', '[]', '{"size":"large"}', '\u0000\u0000'])(
    'is its fallback where it holds %j, which is kept aside',
    async (contents) => {
      const file = join(temporaryFolder(), 'sizes.json');
      writeFileSync(file, contents);
      expect(await readJsonFile(file, schema, fallback)).toBe(fallback);
      expect(existsSync(file)).toBe(false);
      expect(readFileSync(`${file}.damaged`, 'utf8')).toBe(contents);
    },
  );

  it('keeps the old value and leaves no draft where the new one cannot be written', async () => {
    const folder = temporaryFolder();
    const file = join(folder, 'sizes.json');
    await writeJsonFile(file, { size: 2 });
    const circle: Record<string, unknown> = {};
    circle['self'] = circle;
    await expect(writeJsonFile(file, circle)).rejects.toThrow();
    expect(await readJsonFile(file, schema, fallback)).toEqual({ size: 2 });
    expect(readdirSync(folder)).toEqual(['sizes.json']);
  });
});
