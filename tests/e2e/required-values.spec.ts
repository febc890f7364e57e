// What the codebook asks of documents and entries is seen to be missing where they are listed, until it is there.
import type { Command } from '../../src/core/commands/command';
import { obtain } from './support/calls';
import { corpusNames, openCorpus } from './support/corpus';
import { documents } from './support/project';
import { expect, test } from './support/test';

test('documents and entries that lack a required value are marked and found', async ({ application }) => {
  const page = await openCorpus(application);
  const change = (command: Command) => obtain(page, 'change.run', { command });
  const required = (name: string) => ({
    ...{ names: { en: name }, key: null, domain: { kind: 'text' } as const },
    ...{ required: true, default: null },
  });
  for (const name of ['ОДКБ', 'ООН'])
    await change({ name: 'entry.create', entry: { kind: 'entity', name }, mentions: [] });
  await change({ name: 'attribute.create', owner: { of: 'document' }, attribute: required('genre') });
  await change({ name: 'attribute.create', owner: { of: 'entry' }, attribute: required('sector') });

  const rows = documents(page).getByRole('option');
  await expect(rows.getByLabel('unfinished: Genre')).toHaveCount(corpusNames.length);
  await documents(page).focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('Shift+F2');
  const genre = page.getByRole('dialog').getByRole('textbox', { name: /Genre/u });
  await genre.fill('report');
  await genre.press('Tab');
  await page.keyboard.press('Escape');
  await expect(rows.getByLabel('unfinished: Genre')).toHaveCount(corpusNames.length - 1);
  await page.getByRole('button', { name: 'Sort and filter documents' }).click();
  await page.getByRole('menuitemradio', { name: 'Something required is missing' }).click();
  await expect(rows).toHaveCount(corpusNames.length - 1);

  await page.getByRole('button', { name: 'Registry', exact: true }).click();
  const entries = page.getByRole('listbox', { name: 'Registry' });
  await expect(entries.getByLabel('unfinished: Sector')).toHaveCount(2);
});
