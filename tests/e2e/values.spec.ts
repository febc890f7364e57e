// What is said about statements and events of the real corpus, and how its documents are put in order.
import type { Locator, Page } from '@playwright/test';
import type { TypeId } from '../../src/core/ids';
import { obtain } from './support/calls';
import { corpusNames as names, documentWith, openCorpus } from './support/corpus';
import { watchFaults } from './support/faults';
import { annotations, documentRow, documents, inspector, openDocument } from './support/project';
import { clickText, dragOver, paintedText, placeCaret, text } from './support/reader';
import { expect, test } from './support/test';

/** Tags words of the open document. */
async function tag(page: Page, words: string, key: string): Promise<void> {
  const before = await annotations(page).getByRole('option').count();
  await dragOver(page, words);
  await page.keyboard.press(key);
  await expect(annotations(page).getByRole('option')).toHaveCount(before + 1);
}

/** Tags words of one line, and selects the annotation. */
async function tagAndSelect(page: Page, words: string, key: string): Promise<void> {
  await tag(page, words, key);
  await clickText(page, words);
  await expect(inspector(page).getByRole('blockquote')).toHaveText(words);
}

/** The attributes of the selected annotation. */
const attributes = (page: Page): Locator => inspector(page).getByRole('region', { name: 'Attributes' });
const undo = (page: Page): Promise<void> => page.keyboard.press('ControlOrMeta+KeyZ');

test('a statement gets its stance and mode by one key each, and an event its defaults', async ({
  application,
}) => {
  test.slow();
  const page = await openCorpus(application);
  const faults = watchFaults(page);
  await openDocument(page, documentWith('прокомментировал резолюцию'));
  await tagAndSelect(page, 'Прорабатывается возможность участия', 'KeyA');
  const stance = attributes(page).getByRole('button', { name: /^Stance/u });
  const mode = attributes(page).getByRole('button', { name: /^Mode/u });
  await expect(stance).toHaveAccessibleName(/—/u);
  await page.keyboard.press('KeyZ');
  await expect(stance).toHaveAccessibleName(/Support/u);
  await page.keyboard.press('KeyC');
  await expect(mode).toHaveAccessibleName(/Direct/u);
  await page.keyboard.press('KeyC');
  await expect(mode).toHaveAccessibleName(/Indirect/u);
  await undo(page);
  await expect(mode).toHaveAccessibleName(/Direct/u);
  await expect(text(page)).toBeFocused();
  // A choice that the codebook has not is made on the spot.
  await stance.click();
  await page.keyboard.type('Hesitant');
  await page.keyboard.press('Enter');
  await expect(stance).toHaveAccessibleName(/Hesitant/u);

  await tagAndSelect(page, 'приняли', 'KeyE');
  await expect(attributes(page).getByRole('button', { name: /^Polarity/u })).toHaveAccessibleName(
    /It happened/u,
  );
  await page.keyboard.press('KeyZ');
  await expect(attributes(page).getByRole('button', { name: /^Polarity/u })).toHaveAccessibleName(
    /It did not happen/u,
  );
  expect(faults).toEqual([]);
});

/** Chooses a command in the palette. */
async function runByName(page: Page, name: string): Promise<void> {
  await page.keyboard.press('ControlOrMeta+KeyK');
  await page.getByRole('dialog').getByRole('combobox').fill(name);
  await page.getByRole('option', { name }).first().click();
}

test('documents are told apart by what is known of them', async ({ application }) => {
  test.slow();
  const page = await openCorpus(application);
  await openDocument(page, documentWith('прокомментировал резолюцию'));
  await page.keyboard.press('Shift+F2');
  const details = page.getByRole('dialog', { name: 'Document details' });
  await expect(details.getByRole('textbox', { name: 'Date' })).toBeFocused();
  await page.keyboard.type('10.01.2024');
  await details.getByRole('textbox', { name: 'Source' }).fill('ТАСС');
  await details.getByRole('button', { name: 'Done' }).click();
  await expect(details).toBeHidden();

  // A field of one's own is named and filled without the mouse.
  await page.keyboard.press('Shift+F2');
  await details.getByRole('button', { name: 'Add a field' }).press('Enter');
  await page.keyboard.type('region');
  await page.keyboard.press('Enter');
  await expect(details.getByRole('textbox', { name: 'region' })).toBeFocused();
  await page.keyboard.press('Escape');

  await page.getByRole('button', { name: 'Pick out documents' }).click();
  await page.keyboard.type('ТАСС');
  await page.keyboard.press('Enter');
  await expect(documents(page).getByRole('option')).toHaveCount(1);
  await page.getByRole('button', { name: /ТАСС, no longer wanted/u }).click();
  await expect(documents(page).getByRole('option')).toHaveCount(names.length);

  // The queue by hand: the third document is dragged before the first.
  const rows = documents(page).getByRole('option');
  await rows.nth(2).dragTo(rows.nth(0), { targetPosition: { x: 60, y: 4 } });
  await expect(rows.nth(0)).toContainText(names[2] ?? '');
  await expect(rows.nth(1)).toContainText(names[0] ?? '');

  // Several at once.
  await rows.nth(0).click({ modifiers: ['ControlOrMeta'] });
  await rows.nth(3).click({ modifiers: ['Shift'] });
  await page.keyboard.press('Shift+F2');
  await expect(details.getByText('4 documents')).toBeVisible();
  await expect(details.getByRole('textbox', { name: 'Source' })).toHaveAttribute(
    'placeholder',
    'several values',
  );
  await details.getByRole('textbox', { name: 'Source' }).fill('Агентство');
  await details.getByRole('button', { name: 'Done' }).click();
  await expect(details).toBeHidden();
  await page.getByRole('button', { name: 'Pick out documents' }).click();
  await page.keyboard.type('Агент');
  await page.keyboard.press('Enter');
  await expect(rows).toHaveCount(4);
  await expect(page.getByText('4 documents · 0 done')).toBeVisible();
});

test('a document that holds two articles is split with its annotations, joined again, and all of it undone', async ({
  application,
}) => {
  test.slow();
  const page = await openCorpus(application);
  const faults = watchFaults(page);
  const name = documentWith('Состоялись консультации представителей');
  await openDocument(page, name);
  await tag(page, 'международная конференция', 'KeyQ');
  await tag(page, 'прошли консультации', 'KeyQ');

  // Across the headline: refused, with the nearest line that nothing lies across.
  await tag(page, 'Состоялись консультации', 'KeyQ');
  await placeCaret(page, 'before', 'консультации представителей государств – членов');
  await runByName(page, 'Split the document at the caret');
  const dialog = page.getByRole('dialog', { name: 'Split the document' });
  await dialog.getByRole('button', { name: 'Split', exact: true }).click();
  await expect(dialog.getByRole('alert')).toContainText('lie on both sides of this place: 1');
  const instead = dialog.getByRole('button', { name: /^Split before “Состоялись консультации/u });
  const [inner, outer] = [await instead.boundingBox(), await dialog.boundingBox()];
  expect(inner?.x).toBeGreaterThan(outer?.x ?? 0);
  await instead.click();
  await expect(dialog).toBeHidden();

  await expect(documents(page).getByRole('option')).toHaveCount(names.length + 1);
  await expect(documentRow(page, `${name} (1)`)).toHaveAccessibleName(/1 annotation$/u);
  await expect(documentRow(page, `${name} (2)`)).toHaveAccessibleName(/2 annotations$/u);
  await openDocument(page, `${name} (2)`);
  await expect.poll(() => paintedText(page)).toContain('прошли консультации');

  // Marked with Space in the list, and joined.
  await documents(page).focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Space');
  await runByName(page, 'Join the marked documents');
  const joining = page.getByRole('dialog', { name: 'Join the documents' });
  await expect(joining.getByRole('textbox', { name: 'Name' })).toHaveValue(name);
  await joining.getByRole('button', { name: 'Join' }).click();
  await expect(documents(page).getByRole('option')).toHaveCount(names.length);
  await expect(documentRow(page, name)).toHaveAccessibleName(/3 annotations$/u);

  await text(page).focus();
  await undo(page);
  await expect(documents(page).getByRole('option')).toHaveCount(names.length + 1);
  await undo(page);
  await expect(documents(page).getByRole('option')).toHaveCount(names.length);
  await expect(documentRow(page, name)).toHaveAccessibleName(/3 annotations$/u);

  // Its place in the queue, by keys.
  await openDocument(page, name);
  await page.keyboard.press('Alt+Shift+ArrowDown');
  await expect(documents(page).getByRole('option').nth(1)).toContainText(name);
  await page.keyboard.press('Alt+Shift+ArrowUp');
  await expect(documents(page).getByRole('option').nth(0)).toContainText(name);
  expect(faults).toEqual([]);
});

/** Adds an attribute to a type, as the codebook editor does. */
async function addAttribute(
  page: Page,
  type: string,
  name: string,
  kind: 'date' | 'vocabulary',
  isRequired = false,
): Promise<void> {
  await obtain(page, 'change.run', {
    command: {
      name: 'attribute.create',
      owner: { of: 'type', type: type as TypeId },
      attribute: {
        names: { en: name },
        key: 'Shift+KeyV',
        domain: { kind },
        required: isRequired,
        default: null,
      },
    },
  });
}

test('a date is understood from the words of its sentence, against the date of the document', async ({
  application,
}) => {
  test.slow();
  const page = await openCorpus(application);
  await addAttribute(page, 'event.adoption', 'when', 'date', true);
  await openDocument(page, documentWith('прокомментировал резолюцию'));
  await tagAndSelect(page, 'приняли', 'KeyE');
  await attributes(page).getByRole('textbox', { name: /When/u }).fill('в ноябре');
  await expect(attributes(page).getByText('is counted from the document')).toBeVisible();
  await page.keyboard.press('Escape');

  await page.keyboard.press('Shift+F2');
  const details = page.getByRole('dialog', { name: 'Document details' });
  await details.getByRole('textbox', { name: 'Date' }).fill('32.01.2024');
  await details.getByRole('textbox', { name: 'Date' }).press('Enter');
  await expect(details.getByText('Not understood as a date')).toBeVisible();
  await details.getByRole('textbox', { name: 'Date' }).fill('10.01.2024');
  await details.getByRole('textbox', { name: 'Date' }).press('Enter');
  await expect(details.getByText('Understood as 2024-01-10')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(annotations(page).getByRole('img', { name: /unfinished: When/u })).toBeVisible();
  await page.keyboard.press('Shift+KeyV');
  const when = attributes(page).getByRole('textbox', { name: /When/u });
  await expect(when).toBeFocused();
  await page.keyboard.type('2023-11-31');
  await expect(attributes(page).getByText('This is no date')).toBeVisible();
  await when.fill('в прошлом году');
  await expect(attributes(page).getByText('means 2023')).toBeVisible();
  // Escape takes back what was typed, and only then leaves the field.
  await page.keyboard.press('Escape');
  await expect(when).toBeFocused();
  await expect(when).toHaveValue('');
  await page.keyboard.press('Escape');
  await expect(text(page)).toBeFocused();
  await expect(when).toHaveValue('');
  await page.keyboard.press('Shift+KeyV');
  await page.keyboard.press('Tab');
  await expect(attributes(page).getByRole('button', { name: '2023-11 from “в ноябре”' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(when).toHaveValue('2023-11');
  await expect(attributes(page).getByText('from “в ноябре”')).toBeVisible();
  await expect(annotations(page).getByRole('img', { name: /unfinished/u })).toBeHidden();
});

test('a concept is made while coding, and the vocabulary is put in order', async ({ application }) => {
  test.slow();
  const page = await openCorpus(application);
  await addAttribute(page, 'statement.claim', 'concept', 'vocabulary');
  await openDocument(page, documentWith('прокомментировал резолюцию'));
  for (const [words, concept] of [
    ['прогресс в активизации', 'миротворчество'],
    ['около 3800', 'численность'],
  ] as const) {
    await tagAndSelect(page, words, 'KeyA');
    await page.keyboard.press('Shift+KeyV');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('dialog').getByRole('combobox')).toBeFocused();
    await page.keyboard.type(concept);
    await page.keyboard.press('Enter');
    await expect(
      attributes(page)
        .getByRole('button', { name: /Concept/u })
        .first(),
    ).toHaveAccessibleName(new RegExp(concept, 'u'));
    await expect(page.getByRole('dialog')).toBeHidden();
    await page.keyboard.press('Escape');
    await expect(text(page)).toBeFocused();
  }

  await runByName(page, 'Vocabularies');
  const dialog = page.getByRole('dialog', { name: 'Vocabularies' });
  const terms = dialog.getByRole('listbox', { name: 'Terms' });
  await expect(terms.getByRole('option')).toHaveText([
    /миротворчество.*used 1 time/u,
    /численность.*used 1 time/u,
  ]);
  await terms.focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await dialog.getByRole('button', { name: /Merge into/u }).click();
  await page.keyboard.type('миро');
  await page.keyboard.press('Enter');
  await expect(terms.getByRole('option')).toHaveText([/миротворчество.*used 2 times/u]);
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();

  await text(page).focus();
  await undo(page);
  await runByName(page, 'Vocabularies');
  await expect(terms.getByRole('option')).toHaveCount(2);
});
