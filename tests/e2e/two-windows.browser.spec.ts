// Two tabs of one project: each sees at once what is done in the other.
import { projectFile } from './support/application';
import { annotationRow, annotations, documentRow, openTexts, statusLine } from './support/project';
import { dragOver, paintedText } from './support/reader';
import { visit } from './support/texts';
import { expect, test } from './support/test';

test('what is done in one tab is seen in the other, and can be taken back there', async ({
  application,
  page,
}) => {
  await openTexts(application, { 'visit.txt': visit });
  const other = await application.openWindow(projectFile(application, 'News'));
  await expect(other.getByRole('textbox', { name: 'Text of “visit”' })).toBeVisible();

  await page.bringToFront();
  await dragOver(page, 'Минск');
  await page.keyboard.press('Digit4');
  await expect(annotationRow(other, 'Минск')).toContainText('Place');
  await expect.poll(() => paintedText(other)).toContain('Минск');
  await expect(statusLine(other)).toContainText('Here: 1 entity');

  await other.bringToFront();
  await other.keyboard.press('F2');
  await other.getByRole('dialog').getByRole('textbox', { name: 'Name' }).fill('Minsk');
  await other.keyboard.press('Enter');
  await expect(documentRow(page, 'Minsk')).toBeVisible();

  await other.keyboard.press('ControlOrMeta+KeyZ');
  await other.keyboard.press('ControlOrMeta+KeyZ');
  await expect(annotations(page).getByRole('option')).toHaveCount(0);
  await expect(documentRow(page, 'visit')).toBeVisible();
});
