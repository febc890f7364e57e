// What the codebook lacks is made without leaving the text, and is one step with what it is made for.
import { openCorpusAt } from './support/corpus';
import { annotations, inspector } from './support/project';
import { dragOver, text } from './support/reader';
import { expect, test } from './support/test';

test('a type that is made while a role is filled fills it, and one undo takes both back', async ({
  application,
}) => {
  const page = await openCorpusAt(application, 'Резолюцию приняли в ноябре');
  const rows = annotations(page).getByRole('option');
  const agent = inspector(page)
    .getByRole('region', { name: 'Roles' })
    .getByRole('listitem')
    .filter({ hasText: 'Agent' });
  const palette = page.getByRole('listbox', { name: 'Types' });
  await text(page)
    .getByText('Резолюцию приняли в ноябре')
    .evaluate((line) => {
      line.scrollIntoView({ block: 'center' });
    });
  await dragOver(page, 'приняли');
  await page.keyboard.press('KeyE');
  await page.keyboard.press('KeyV');
  await expect(page.getByRole('region', { name: 'Filling a role' })).toContainText('Agent of');
  await dragOver(page, 'Генассамблеи ООН');

  await page.keyboard.press('ControlOrMeta+Slash');
  await page.keyboard.type('assembly');
  await palette.getByRole('option', { name: 'Create “assembly”: Entities' }).click();

  await expect(agent).toContainText('Генассамблеи ООН');
  await expect(page.getByRole('region', { name: 'Filling a role' })).toBeHidden();
  await expect(rows).toHaveCount(2);
  await expect(palette.getByRole('option', { name: 'assembly' })).toBeVisible();
  await expect(text(page)).toBeFocused();

  await page.keyboard.press('ControlOrMeta+KeyZ');
  await expect(rows).toHaveCount(1);
  await expect(agent).not.toContainText('Генассамблеи ООН');
  await expect(palette.getByRole('option', { name: 'assembly' })).toBeHidden();
  await page.keyboard.press('ControlOrMeta+Shift+KeyZ');
  await expect(rows).toHaveCount(2);
  await expect(palette.getByRole('option', { name: 'assembly' })).toBeVisible();
});
