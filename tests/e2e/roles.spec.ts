// What happened, who said what, and who is tied to whom: roles and relations, by keys and by mouse.
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { AxeBuilder } from '@axe-core/playwright';
import type { Command } from '../../src/core/commands/command';
import type { LinkRecord } from '../../src/core/model/annotation';
import type { Application } from './support/application';
import { obtain } from './support/calls';
import { dropFiles } from './support/drop';
import { corpus, corpusFiles } from './support/places';
import {
  annotationRow,
  annotations,
  createProject,
  documents,
  inspector,
  notifications,
  openDocument,
} from './support/project';
import { clickText, dragOver, expectSelected, text } from './support/reader';
import { expect, test } from './support/test';

const files = corpusFiles();
/** The article about the resolution; where the real corpus is not there, the third of our samples. */
const article = basename(files[2] ?? '', '.txt');
const content = readFileSync(files[2] ?? '', 'utf8');

const rows = (page: Page): Locator => annotations(page).getByRole('option');
const bar = (page: Page): Locator => page.getByRole('region', { name: 'Filling a role' });
const slot = (page: Page, role: string): Locator =>
  inspector(page).getByRole('region', { name: 'Roles' }).getByRole('listitem').filter({ hasText: role });

/** Selects words of the text by mouse, away from the edges of the view, where the browser would scroll meanwhile. */
async function select(page: Page, words: string, nth = 0): Promise<void> {
  await text(page).evaluate(
    (root, wanted) => {
      const range = document.createRange();
      const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
      let seen = 0;
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const at = node.nodeValue?.indexOf(wanted.words) ?? -1;
        if (at < 0 || seen++ < wanted.nth) continue;
        range.setStart(node, at);
        range.setEnd(node, at + wanted.words.length);
        break;
      }
      const scroller = root.closest('.postil-editor');
      if (scroller) scroller.scrollTop += range.getBoundingClientRect().top - innerHeight / 2;
    },
    { words, nth },
  );
  await dragOver(page, words, nth);
}

/** Tags words of the text by mouse and a type's key. */
async function tag(page: Page, words: string, key: string, nth = 0): Promise<void> {
  const before = await rows(page).count();
  await select(page, words, nth);
  await page.keyboard.press(key);
  await expect(rows(page)).toHaveCount(before + 1);
}

/** Presses keys one after the other, as fast as they come, and counts them. */
async function strokes(page: Page, ...keys: readonly string[]): Promise<number> {
  for (const key of keys) await page.keyboard.press(key);
  return keys.length;
}

/** Changes the codebook, as its editor would. */
const change = (page: Page, command: Command) => obtain(page, 'change.run', { command });

async function openArticle(application: Application): Promise<Page> {
  const page = await createProject(application, 'Roles');
  await dropFiles(page, [corpus]);
  await expect(documents(page).getByRole('option')).toHaveCount(files.length);
  await openDocument(page, article);
  // It lies over the text for a while.
  await notifications(page).getByRole('button', { name: 'Dismiss' }).click();
  return page;
}

/** The links of the open document, each as the words of its annotation, its role, and what fills it. */
async function linksOf(page: Page): Promise<string[]> {
  const open = (await obtain(page, 'documents.list', {})).find(({ document }) => document.name === article);
  if (!open) throw new Error('The article is not in the project');
  const { annotations: all, links } = await obtain(page, 'document.read', { document: open.document.id });
  const quote = (id: string): string =>
    all.find((annotation) => annotation.id === id)?.fragments[0]?.quote.slice(0, 30) ?? '';
  const filler = ({ target }: LinkRecord): string =>
    target.by === 'span'
      ? `“${target.span.quote}”`
      : target.by === 'annotation'
        ? quote(target.annotation)
        : '';
  return links.map(
    (link) => `${quote(link.annotation)} | ${link.role.split('.').at(-1) ?? ''} | ${filler(link)}`,
  );
}

test.skip(!content.includes('Резолюцию приняли в ноябре'), 'tells of an article of the real corpus');

test('an event gets its trigger and three participants with seven key strokes', async ({ application }) => {
  const page = await openArticle(application);
  await tag(page, 'Генассамблеи ООН', 'Digit2');
  await tag(page, 'ноябре', 'Digit8');
  await tag(page, 'Резолюцию', 'Digit6');
  await select(page, 'приняли');

  const pressed = await strokes(page, 'KeyE', 'KeyV', 'Digit1', 'KeyH', 'Digit1', 'KeyP', 'Digit1');

  expect(pressed).toBeLessThanOrEqual(8);
  await expect
    .poll(async () => (await linksOf(page)).sort())
    .toEqual([
      'приняли | agent | Генассамблеи ООН',
      'приняли | date | ноябре',
      'приняли | topic | Резолюцию',
    ]);
  await expect(slot(page, 'Agent')).toContainText('Генассамблеи ООН');
  await expect(slot(page, 'Date')).toContainText('ноябре');
});

const words = 'Прорабатывается возможность участия КМС ОДКБ в операциях ООН по поддержанию мира';
const speaker = 'Имангали Тасмагамбетов';

test('a statement gets its speaker and its cue, and the next one the same speaker', async ({
  application,
}) => {
  const page = await openArticle(application);
  await tag(page, words, 'KeyA');

  // The speaker is made on the way: words, and the key of a type.
  await page.keyboard.press('KeyV');
  await expect(bar(page)).toContainText('Speaker of');
  await select(page, speaker, 1);
  await page.keyboard.press('Digit1');
  await expect(rows(page)).toHaveCount(2);
  await expect(slot(page, 'Speaker')).toContainText(speaker);

  // The cue is nothing but words.
  await page.keyboard.press('KeyH');
  await expect(bar(page)).toContainText('Cue of');
  await select(page, 'отметил');
  await page.keyboard.press('Enter');
  await expect(slot(page, 'Cue')).toContainText('отметил');
  const beginning = words.slice(0, 30);
  const first = [`${beginning} | cue | “отметил”`, `${beginning} | speaker | ${speaker}`];
  expect((await linksOf(page)).sort()).toEqual(first);

  await tag(page, 'насчитывают около 3800 человек', 'KeyA');
  await expect.poll(() => linksOf(page)).toContain(`насчитывают около 3800 человек | speaker | ${speaker}`);

  // Each of these was one step.
  for (const count of [2, 1, 0]) {
    await page.keyboard.press('ControlOrMeta+KeyZ');
    await expect.poll(async () => (await linksOf(page)).length).toBe(count);
  }
  await expect(rows(page)).toHaveCount(1);
  for (let step = 0; step < 3; step += 1) await page.keyboard.press('ControlOrMeta+Shift+KeyZ');
  await expect.poll(async () => (await linksOf(page)).length).toBe(3);
});

test('roles are filled with the mouse, put in order and emptied', async ({ application }) => {
  const page = await openArticle(application);
  await tag(page, 'Генассамблеи ООН', 'Digit2');
  await tag(page, 'ОДКБ', 'Digit2');
  await tag(page, 'ноябре', 'Digit8');
  await tag(page, 'приняли', 'KeyE');
  await clickText(page, 'приняли');
  await expect(inspector(page).getByRole('blockquote')).toHaveText('приняли');

  // The slot, then the mention.
  await slot(page, 'Agent').getByRole('button', { name: 'Fill the role: Agent' }).click();
  await clickText(page, 'Генассамблеи');
  await expect(slot(page, 'Agent')).toContainText('Генассамблеи ООН');

  // From the label of the event to the mention, where only one role takes it.
  const label = page.locator('.postil-chip');
  const from = await label.boundingBox();
  const to = await page.evaluate(() => {
    const [range] = [...CSS.highlights.values()]
      .flatMap((highlight) => [...highlight])
      .filter((one) => {
        const live = document.createRange();
        live.setStart(one.startContainer, one.startOffset);
        live.setEnd(one.endContainer, one.endOffset);
        return live.toString() === 'ноябре';
      });
    if (!range) return null;
    const live = document.createRange();
    live.setStart(range.startContainer, range.startOffset);
    live.setEnd(range.endContainer, range.endOffset);
    const { left, top, width, height } = live.getBoundingClientRect();
    return { x: left + width / 2, y: top + height / 2 };
  });
  if (!from || !to) throw new Error('Nothing to drag');
  await page.mouse.move(from.x + from.width / 2, from.y + from.height / 2);
  await page.mouse.down();
  await page.mouse.move(to.x, to.y, { steps: 6 });
  await page.mouse.up();
  await page.getByRole('menu', { name: 'Which role?' }).getByRole('menuitem', { name: 'Date' }).click();
  await expect(slot(page, 'Date')).toContainText('ноябре');

  // What a role does not take is refused with a sentence that says what it takes.
  await slot(page, 'Agent').getByRole('button', { name: 'Fill the role: Agent' }).click();
  await clickText(page, 'ноябре');
  await expect(notifications(page)).toContainText(
    'The role “Agent” takes person, organisation, country, office, or registry entries, and nothing else.',
  );
  await clickText(page, 'ОДКБ');
  const fillers = slot(page, 'Agent').getByRole('list').getByRole('listitem');
  await expect(fillers).toHaveText(['Генассамблеи ООН', 'ОДКБ']);

  await fillers.nth(1).hover();
  await fillers
    .nth(1)
    .getByRole('button', { name: /^Move up/u })
    .click();
  await expect(fillers).toHaveText(['ОДКБ', 'Генассамблеи ООН']);
  await fillers.nth(0).hover();
  await fillers
    .nth(0)
    .getByRole('button', { name: /^Take “ОДКБ” out/u })
    .click();
  await expect(fillers).toHaveText(['Генассамблеи ООН']);

  // From the filler to what it fills a role in, and back.
  await fillers
    .nth(0)
    .getByRole('button', { name: /Генассамблеи/u })
    .first()
    .click();
  await expect(inspector(page).getByRole('blockquote')).toHaveText('Генассамблеи ООН');
  await inspector(page).getByRole('button', { name: 'Agent of “приняли” (Adoption)' }).click();
  await expect(inspector(page).getByRole('blockquote')).toHaveText('приняли');
});

test('a relation is made with two keys and a target, and goes with its end', async ({ application }) => {
  const page = await openArticle(application);
  const fields = {
    names: { en: 'cooperates with' },
    guidelines: {},
    examples: [],
    hue: 300,
    key: 'KeyO',
    symmetric: true,
  };
  await change(page, { name: 'type.create', kind: 'relation', parent: null, type: fields });
  await tag(page, 'Генассамблеи ООН', 'Digit2');
  await tag(page, 'ОДКБ', 'Digit2');
  await clickText(page, 'Генассамблеи');

  await page.keyboard.press('KeyO');
  await expect(bar(page)).toContainText('Cooperates with');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(bar(page)).toBeHidden();

  const relation = annotationRow(page, 'Генассамблеи ООН ↔ ОДКБ');
  await expect(relation).toBeVisible();
  await expect(inspector(page).getByRole('button', { name: 'Cooperates with: to “ОДКБ”' })).toBeVisible();
  await relation.click();
  await expect(inspector(page).getByRole('blockquote')).toHaveText('Генассамблеи ООН ↔ ОДКБ');
  await expect(page.locator('.postil-tie')).toHaveCount(1);

  await annotationRow(page, /^ОДКБ/u).click();
  await page.keyboard.press('Delete');
  await expect(rows(page)).toHaveCount(1);
  await page.keyboard.press('ControlOrMeta+KeyZ');
  await expect(rows(page)).toHaveCount(3);

  // Long words end with the pane.
  await tag(page, 'интервью агентству ТАСС прокомментировал', 'Digit2');
  await clickText(page, 'Генассамблеи');
  await page.keyboard.press('KeyO');
  await clickText(page, 'прокомментировал');
  const long = await inspector(page)
    .getByRole('button', { name: /^Cooperates with: to “интервью/u })
    .boundingBox();
  const pane = await inspector(page).boundingBox();
  expect((long?.x ?? Infinity) + (long?.width ?? 0)).toBeLessThanOrEqual((pane?.x ?? 0) + (pane?.width ?? 0));
});

test('what lacks a required role is marked and can be filtered for', async ({ application }) => {
  const page = await openArticle(application);
  const required = {
    name: 'role.change',
    role: 'event.adoption.agent' as never,
    change: { min: 1 },
    retype: null,
  } as const;
  await change(page, required);
  await tag(page, 'Генассамблеи ООН', 'Digit2');
  await tag(page, 'приняли', 'KeyE');
  await expect(annotationRow(page, 'приняли').getByLabel('unfinished: Agent')).toBeVisible();

  await page.getByRole('button', { name: 'Sort and filter annotations' }).click();
  await page.getByRole('menuitemcheckbox', { name: 'Only unfinished' }).click();
  await expect(rows(page)).toHaveCount(1);
  await rows(page).first().click();
  await expect(slot(page, 'Agent')).toContainText('missing');

  await clickText(page, 'приняли');
  await page.keyboard.press('KeyV');
  await page.keyboard.press('Enter');
  await expect(page.getByText('No annotation fits')).toBeVisible();
});

test('a name of the registry is typed, and an end that is out of view is one click away', async ({
  application,
}) => {
  const page = await openArticle(application);
  const entry = {
    kind: 'entity',
    type: null,
    name: 'Joint Council',
    aliases: [],
    identifiers: [],
    note: '',
    date: null,
    place: null,
  } as const;
  await change(page, { name: 'entry.create', entry, mentions: [] });
  await tag(page, speaker, 'Digit1', 2);
  await tag(page, 'приняли', 'KeyE');
  await clickText(page, 'приняли');

  await page.keyboard.press('KeyB');
  await expect(bar(page)).toContainText('Counterpart of');
  // Letters go to the names of the registry, the first one too.
  await page.keyboard.press('KeyJ');
  await expect(page.getByRole('combobox', { name: 'Or type a name of the registry' })).toHaveValue('j');
  await page.keyboard.press('Enter');
  await expect(slot(page, 'Counterpart')).toContainText('Joint Council');

  await page.keyboard.press('KeyV');
  await page.keyboard.press('Enter');
  await expect(slot(page, 'Agent')).toContainText(speaker);
  await clickText(page, 'приняли');
  await page.mouse.wheel(0, -5000);
  const chip = page.locator('.postil-edge-chip');
  await expect(chip).toHaveText(/^↓ Agent: Имангали/u);
  await chip.click();
  await expect(chip).toHaveText('↑ Agent');
});

test('a relation leads to another document where the codebook allows it', async ({ application }) => {
  const page = await openArticle(application);
  const fields = {
    names: { en: 'supports' },
    guidelines: {},
    examples: [],
    hue: 300,
    key: 'KeyO',
    symmetric: false,
  };
  const made = await change(page, { name: 'type.create', kind: 'relation', parent: null, type: fields });
  const ends = made?.diff.added.filter((record) => record.record === 'role') ?? [];
  for (const { id } of ends)
    await change(page, { name: 'role.change', role: id, change: { acrossDocuments: true }, retype: null });
  await tag(page, 'Генассамблеи ООН', 'Digit2');
  await clickText(page, 'Генассамблеи');
  await page.keyboard.press('KeyO');
  await expect(bar(page)).toBeVisible();

  // While it is made, the coder goes to the next document and tags its end there.
  await page.keyboard.press('Alt+ArrowDown');
  await expect(
    page.getByRole('textbox', { name: `Text of “${basename(files[3] ?? '', '.txt')}”` }),
  ).toBeVisible();
  await expect(bar(page)).toContainText('Supports');
  await select(page, 'Секретариате ОДКБ');
  await page.keyboard.press('Digit2');

  await expect(page.getByRole('textbox', { name: `Text of “${article}”` })).toBeVisible();
  await expect(annotationRow(page, 'Генассамблеи ООН → Секретариате ОДКБ')).toBeVisible();
  const tie = inspector(page).getByRole('button', { name: 'Supports: to “Секретариате ОДКБ”' });
  await expect(tie).toBeVisible();
  await tie.click();
  await inspector(page).getByRole('button', { name: 'Секретариате ОДКБ', exact: true }).click();
  await expect(
    page.getByRole('textbox', { name: `Text of “${basename(files[3] ?? '', '.txt')}”` }),
  ).toBeVisible();
  await expect(
    inspector(page).getByRole('button', { name: 'Supports: from “Генассамблеи ООН”' }),
  ).toBeVisible();
});

test('axe finds nothing in the bar, the roles and the ties', async ({ application }) => {
  const page = await openArticle(application);
  await tag(page, 'Генассамблеи ООН', 'Digit2');
  await tag(page, 'ноябре', 'Digit8');
  await tag(page, 'приняли', 'KeyE');
  await clickText(page, 'приняли');
  await page.keyboard.press('KeyH');
  await page.keyboard.press('Enter');
  await expect(slot(page, 'Date')).toContainText('ноябре');
  await page.keyboard.press('KeyV');
  await expect(bar(page)).toBeVisible();
  await expectSelected(page, '');
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await expect(page.locator('html')).toHaveAttribute('data-theme', colorScheme);
    const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual(
      [],
    );
  }
  await page.keyboard.press('Escape');
  await expect(bar(page)).toBeHidden();
});
