import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { formatsPage, formatsPagePath } from './formats-page';

test('docs/formats.md says what the formats say of themselves; npm run docs:formats writes it anew', async () => {
  expect(readFileSync(formatsPagePath, 'utf8')).toBe(await formatsPage());
});
