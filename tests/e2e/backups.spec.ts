// The way back to how a project was.
import { annotationRow, annotations, chooseInMenu, notifications, openTexts } from './support/project';
import { dragOver } from './support/reader';
import { visit } from './support/texts';
import { expect, test } from './support/test';

test('a backup that is restored brings the project back as it was', async ({ application, page }) => {
  await openTexts(application, { 'visit.txt': visit });
  await dragOver(page, 'Минск');
  await page.keyboard.press('Digit4');
  await expect(annotationRow(page, 'Минск')).toBeVisible();
  await chooseInMenu(page, 'Backups…');
  const dialog = page.getByRole('dialog', { name: 'Backups' });
  await dialog.getByRole('button', { name: 'Back up now' }).click();
  const backup = dialog.getByRole('listitem').filter({ hasText: 'by hand' });
  await expect(backup).toContainText('1 document · 1 annotation');
  await dialog.getByRole('button', { name: 'Done' }).click();

  await dragOver(page, 'Президент');
  await page.keyboard.press('Digit5');
  await expect(annotations(page).getByRole('option')).toHaveCount(2);

  await chooseInMenu(page, 'Backups…');
  await backup.getByRole('button').click();
  const question = page.getByRole('alertdialog', { name: 'Go back to this backup?' });
  await question.getByRole('button', { name: 'Restore…' }).click();
  await expect(notifications(page)).toContainText('The project was restored from a backup');
  await expect(annotations(page).getByRole('option')).toHaveText([/Минск/u]);

  // What it was before is a backup as well.
  await chooseInMenu(page, 'Backups…');
  await expect(dialog.getByRole('listitem').filter({ hasText: 'before going back' })).toContainText(
    '2 annotations',
  );
});
