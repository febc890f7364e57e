import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { roundTrip } from '../../../tests/support/exchange/round-trip';
import { formats } from '../all';

/** The first format that claims a file of which only the beginning can be seen. */
async function claimant(path: string, head: string): Promise<string | undefined> {
  for (const format of formats) {
    const claims = await format.import?.claim([{ path, head: () => Promise.resolve(head) }], false);
    if (claims && claims.length > 0) return format.name;
  }
  return undefined;
}

describe('a file of JSON', () => {
  it.each(['w3c', 'label-studio', 'prodigy', 'spacy', 'doccano'])(
    'that was written as %s is recognised by its first 400 characters',
    async (format) => {
      const { out } = await roundTrip(format);
      const file = statSync(out).isDirectory() ? join(out, 'tasks.json') : out;
      expect(await claimant(file, readFileSync(file, 'utf8').slice(0, 400))).toBe(format);
    },
  );

  it.each([
    ['prodigy', '{"text":"a","spans":[{"start":0,"end":1,"label":"X"}]}'],
    ['prodigy', '{"text":"a","_input_hash":1}'],
    ['spacy', '{"text":"a","ents":[{"start":0,"end":1,"label":"X"}]}'],
    ['doccano', '{"id":1,"text":"a","label":[[0,1,"X"]]}'],
    ['doccano', '{"text":"a","entities":[{"id":1,"start_offset":0,"end_offset":1,"label":"X"}]}'],
    ['label-studio', '[{"id":1,"annotations":[{"id":1,"completed_by":1,"result":[{"value":'],
    ['label-studio', '[{"text":"a","id":1,"annotator":1,"annotation_id":1}]'],
    [undefined, '{"text":"a","label":"good"}'],
    [undefined, '{"name":"x","version":"1.0.0"}'],
  ])('is %s where it begins so: %s', async (format, head) => {
    expect(await claimant('file.json', head)).toBe(format);
  });
});
