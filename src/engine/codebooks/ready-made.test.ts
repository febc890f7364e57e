import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { valueOf } from '../../../tests/support/engine';
import { commandIds, keymap } from '../../contract/keymap';
import { isInDomain } from '../../core/rules/attribute-domain';
import { parseCodebook } from '../../formats/codebook/parse';
import { serializeCodebook } from '../../formats/codebook/serialize';
import { readyMade, readyMadeNames } from './ready-made';

const folder = join(import.meta.dirname, '../../../resources/codebooks');
const textOf = (name: string): string => readFileSync(join(folder, `${name}.json`), 'utf8');

describe.each(readyMadeNames)('the ready-made codebook %s', (name) => {
  const codebook = valueOf(readyMade(name));
  const { types, roles, attributes } = codebook;

  it('is read without a warning, and is the same once it was written', () => {
    const read = valueOf(parseCodebook(textOf(name)));
    expect(read.warnings).toEqual([]);
    const written = serializeCodebook(codebook);
    expect(valueOf(parseCodebook(written)).codebook).toEqual(codebook);
  });

  it('says in both languages what it is, and where it comes from', () => {
    for (const texts of [codebook.names, codebook.descriptions])
      expect(Object.keys(texts).sort()).toEqual(['en', 'ru']);
    expect(codebook.sources.length).toBeGreaterThan(0);
  });

  it('names everything, and explains every type, in both languages', () => {
    for (const { id, names } of [...types, ...roles, ...attributes])
      expect([id, Object.keys(names).sort()]).toEqual([id, ['en', 'ru']]);
    for (const { id, guidelines } of types)
      expect([id, Object.keys(guidelines).sort()]).toEqual([id, ['en', 'ru']]);
  });

  it('gives no key to two types', () => {
    const keys = types.map(({ key }) => key).filter((key) => key !== null);
    expect(new Set(keys).size).toBe(keys.length);
    expect(keys.every((key) => /^(Digit\d|Key[A-Z])$/.test(key))).toBe(true);
  });

  it('gives no key that does something else in the text already', () => {
    const ofCommands = new Set(commandIds.flatMap((id) => keymap[id].keys));
    for (const { id, key } of [...types, ...roles, ...attributes])
      if (key !== null) expect([id, ofCommands.has(key)]).toEqual([id, false]);
  });

  it('has roles that something can fill, and defaults that are values', () => {
    for (const { id, fillers } of roles) {
      const takes = fillers.kinds.length + fillers.types.length > 0 || fillers.entries || fillers.spans;
      expect([id, takes]).toEqual([id, true]);
    }
    for (const attribute of attributes)
      if (attribute.default !== null)
        expect([attribute.id, isInDomain(attribute.domain, attribute.default, () => false)]).toEqual([
          attribute.id,
          true,
        ]);
  });

  it('is documented on a page that cites its sources', () => {
    const page = readFileSync(join(folder, `../../docs/codebooks/${name}.md`), 'utf8');
    for (const source of codebook.sources) expect(page).toContain(source);
  });
});
