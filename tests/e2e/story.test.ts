// The main job from end to end, as a person does it: with the mouse, the keyboard and what the host shows.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import {
  annotations,
  createProject,
  documents,
  exportProject,
  importCorpus,
  paintedRanges,
  selectWord,
  wordOf,
} from './support/person';
import { corpusFiles, root } from './support/places';
import { expect, test } from './support/test';

const schema = JSON.parse(readFileSync(join(root, 'resources/postil-project.schema.json'), 'utf8')) as Record<
  string,
  unknown
>;

/** As much of an export as is looked at here. */
interface Exported {
  readonly documents: readonly { readonly id: string; readonly text: string }[];
  readonly annotations: readonly {
    readonly document: string;
    readonly fragments: readonly { readonly start: number; readonly end: number; readonly quote: string }[];
  }[];
}

test('a person makes a project, tags a word, quits, comes back and takes the work away', async ({
  application,
}) => {
  const texts = corpusFiles();
  await createProject(application, 'thesis');
  const { page } = application;
  await importCorpus(page);
  await expect(documents(page)).toHaveCount(texts.length);

  await documents(page).nth(1).click();
  await expect(documents(page).nth(1)).toHaveAttribute('aria-selected', 'true');
  const word = await wordOf(page, 8);
  await selectWord(page, word);
  await page.keyboard.press('Digit2');
  await expect(annotations(page)).toHaveCount(1);
  await expect(annotations(page)).toContainText(word);
  await expect(annotations(page)).toContainText('organisation', { ignoreCase: true });
  await expect.poll(() => paintedRanges(page)).toBeGreaterThan(0);

  await application.quit();
  await application.start();
  const again = application.page;
  await again.getByRole('button', { name: /^thesis/u }).click();
  await expect(documents(again)).toHaveCount(texts.length);
  await expect(annotations(again)).toContainText(word);
  await expect.poll(() => paintedRanges(again)).toBeGreaterThan(0);

  const exported = JSON.parse(readFileSync(await exportProject(application, 'thesis'), 'utf8')) as Exported;
  const validate = new Ajv2020({ allErrors: true }).compile(schema);
  validate(exported);
  expect(validate.errors ?? []).toEqual([]);
  expect(exported.documents).toHaveLength(texts.length);
  expect(exported.annotations).toHaveLength(1);
  const [annotation] = exported.annotations;
  const [fragment] = annotation?.fragments ?? [];
  const document = exported.documents.find(({ id }) => id === annotation?.document);
  expect(fragment?.quote).toBe(word);
  expect(
    Array.from(document?.text ?? '')
      .slice(fragment?.start, fragment?.end)
      .join(''),
  ).toBe(word);
});
