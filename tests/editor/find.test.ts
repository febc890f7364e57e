import type { FindQuery } from '../../src/renderer/editor/index.ts';
import { expect, test, type EditorPage } from './fixture.ts';

const text = Array.from({ length: 400 }, (_, line) =>
  line % 20 === 0 ? `${line}. Ёлка стоит в лесу 🇷🇺, а ёлки нет` : `${line}. Сосна и только сосна`,
).join('\n');

async function search(editor: EditorPage, query: Partial<FindQuery> & { text: string }): Promise<void> {
  await editor.page.evaluate((given) => window.harness.handle.find.search(given), {
    ignoreCase: true,
    wholeWords: false,
    regularExpression: false,
    ...query,
  });
}

const state = (editor: EditorPage) => editor.page.evaluate(() => window.harness.handle.find.state());

test.beforeEach(async ({ editor }) => editor.open({ text }));

test('hits are counted, and the first one comes into view', async ({ editor }) => {
  await search(editor, { text: 'ёлк' });
  await expect
    .poll(() => state(editor))
    .toMatchObject({ count: 40, current: 1, isSearching: false, problem: null });
  await search(editor, { text: 'ёлка', wholeWords: true });
  await expect.poll(() => state(editor)).toMatchObject({ count: 20, current: 1 });
  await search(editor, { text: 'Ёлка', ignoreCase: false });
  await expect.poll(() => state(editor)).toMatchObject({ count: 20 });
  await search(editor, { text: String.raw`^\d*0\. Ё`, regularExpression: true });
  await expect.poll(() => state(editor)).toMatchObject({ count: 20 });
});

test('next and previous go round, and each hit is in view', async ({ editor }) => {
  await search(editor, { text: 'ёлка' });
  await expect.poll(() => state(editor)).toMatchObject({ current: 1 });
  const isShown = (wanted: string): Promise<boolean> =>
    editor.page.evaluate((start) => {
      const lines = Array.from(document.querySelectorAll('.postil-line'));
      const box = lines.find((line) => line.textContent.startsWith(start))?.getBoundingClientRect();
      return box !== undefined && box.top > 0 && box.bottom < window.innerHeight;
    }, wanted);
  await editor.page.evaluate(() => window.harness.handle.find.previous());
  expect(await state(editor)).toMatchObject({ current: 20 });
  expect(await isShown('380.')).toBe(true);
  await editor.page.evaluate(() => window.harness.handle.find.next());
  expect(await state(editor)).toMatchObject({ current: 1 });
  expect(await isShown('0.')).toBe(true);
});

test('the hits in view are painted, and the current one differently', async ({ editor }) => {
  await search(editor, { text: 'ёлк' });
  await expect.poll(() => state(editor)).toMatchObject({ count: 40 });
  const sizes = await editor.page.evaluate(() =>
    Array.from(CSS.highlights.values(), ({ size }) => size).sort((a, b) => a - b),
  );
  expect(sizes).toHaveLength(2);
  expect(sizes[0]).toBe(1);
  expect(sizes[1]).toBeLessThan(15);
  await editor.page.evaluate(() => window.harness.handle.find.close());
  // What is left is the selection of the last hit.
  expect(await editor.page.evaluate(() => CSS.highlights.size)).toBe(1);
});

test('closing leaves the current hit selected', async ({ editor }) => {
  await search(editor, { text: 'лесу 🇷🇺' });
  await expect.poll(() => state(editor)).toMatchObject({ current: 1 });
  await editor.page.evaluate(() => {
    window.harness.handle.find.next();
    window.harness.handle.find.close();
  });
  expect(await editor.selected()).toBe('лесу 🇷🇺');
});

test('searching starts at the selection, and typing on stays at its hit', async ({ editor }) => {
  const at = Array.from(text.slice(0, text.indexOf('200.'))).length;
  await editor.page.evaluate((start) => window.harness.handle.select({ start, end: start } as never), at);
  await search(editor, { text: 'ё' });
  await expect.poll(() => state(editor)).toMatchObject({ count: 40, current: 21 });
  await search(editor, { text: 'ёлки' });
  await expect.poll(() => state(editor)).toMatchObject({ count: 20, current: 11 });
});

test('a wrong pattern is a problem, and so is one that never ends', async ({ editor }) => {
  await search(editor, { text: '(', regularExpression: true });
  await expect.poll(() => state(editor)).toMatchObject({ count: 0, problem: { code: 'pattern-invalid' } });
  const long = 'а'.repeat(60) + '!';
  await editor.open({ text: long });
  await search(editor, { text: '(а+)+$', regularExpression: true });
  await expect.poll(() => state(editor)).toMatchObject({ count: 0, problem: { code: 'pattern-too-slow' } });
  await search(editor, { text: '!' });
  await expect.poll(() => state(editor)).toMatchObject({ count: 1, problem: null });
});

test('nothing to look for is no problem', async ({ editor }) => {
  await search(editor, { text: 'ёлка' });
  await expect.poll(() => state(editor)).toMatchObject({ count: 20 });
  await search(editor, { text: '' });
  expect(await state(editor)).toMatchObject({ count: 0, current: 0, problem: null, isSearching: false });
});
