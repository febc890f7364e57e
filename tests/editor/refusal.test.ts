import { expect, test, type EditorPage } from './fixture.ts';

const text = 'Первая строка\n\nТретья 🇷🇺 строка\r\nЧетвёртая\rпятая\n';
const lines = ['Первая строка', '', 'Третья 🇷🇺 строка', 'Четвёртая', 'пятая', ''];

/** Puts the caret between two stretches of the text, by a click. */
async function caretAfter(editor: EditorPage, wanted: string): Promise<void> {
  const { x, y } = await editor.pointAt(wanted, 'end');
  await editor.page.mouse.click(x + 1, y);
}

test.describe('the text stays as it is', () => {
  test.beforeEach(async ({ editor }) => {
    await editor.open({ text });
    await caretAfter(editor, 'Первая');
  });

  test.afterEach(async ({ editor }) => {
    expect(await editor.shownLines()).toEqual(lines);
  });

  test('while someone types, deletes and breaks lines', async ({ editor }) => {
    await editor.page.keyboard.type('текст');
    for (const key of [
      'Enter',
      'Backspace',
      'Delete',
      'Shift+Enter',
      'Control+Backspace',
      'Control+B',
      'Control+Z',
    ]) {
      await editor.page.keyboard.press(key);
    }
    await editor.page.keyboard.insertText('вставлено');
  });

  test('while someone types over a selection that goes through several lines', async ({ editor }) => {
    await editor.page.keyboard.press('Control+A');
    await editor.page.keyboard.type('x');
    await editor.page.keyboard.press('Delete');
    await editor.page.keyboard.press('Control+X');
  });

  test('while someone pastes', async ({ editor }) => {
    await editor.page.keyboard.press('Control+A');
    await editor.page.keyboard.press('Control+C');
    await editor.page.keyboard.press('Control+V');
    await editor.page.keyboard.press('Control+Shift+V');
  });

  test('while someone drags text about in it', async ({ editor }) => {
    const from = await editor.pointAt('Первая');
    const to = await editor.pointAt('пятая');
    await editor.page.mouse.dblclick(from.x, from.y);
    await editor.page.mouse.move(from.x, from.y);
    await editor.page.mouse.down();
    await editor.page.mouse.move(to.x, to.y, { steps: 8 });
    await editor.page.mouse.up();
  });

  test('when something is dropped on it', async ({ editor }) => {
    const { x, y } = await editor.pointAt('Третья');
    const session = await editor.page.context().newCDPSession(editor.page);
    const data = { items: [{ mimeType: 'text/plain', data: 'сброшено' }], dragOperationsMask: 1 };
    for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
      await session.send('Input.dispatchDragEvent', { type, x, y, data });
    }
  });
});

test.describe('an input method leaves the text as it was', () => {
  async function compose(editor: EditorPage): Promise<void> {
    const session = await editor.page.context().newCDPSession(editor.page);
    for (const part of ['n', 'ni', 'ni h', 'ni hao']) {
      await session.send('Input.imeSetComposition', {
        text: part,
        selectionStart: part.length,
        selectionEnd: part.length,
      });
    }
    await session.send('Input.insertText', { text: '你好' });
  }

  test('at a caret in a line', async ({ editor }) => {
    await editor.open({ text });
    await caretAfter(editor, 'Первая');
    await compose(editor);
    await expect.poll(editor.shownLines).toEqual(lines);
    await editor.page.keyboard.press('Shift+ArrowRight');
    expect(await editor.selected()).toBe(' ');
  });

  test('in an empty line', async ({ editor }) => {
    await editor.open({ text });
    await caretAfter(editor, 'Первая');
    await editor.page.keyboard.press('ArrowDown');
    await compose(editor);
    await expect.poll(editor.shownLines).toEqual(lines);
    await editor.page.keyboard.press('Shift+ArrowRight');
    expect(await editor.selected()).toBe('\n');
  });

  test('over a selection of the whole text', async ({ editor }) => {
    await editor.open({ text });
    await caretAfter(editor, 'Первая');
    await editor.page.keyboard.press('Control+A');
    await compose(editor);
    await expect.poll(editor.shownLines).toEqual(lines);
  });

  test('again and again, and when it is given up', async ({ editor }) => {
    await editor.open({ text });
    await caretAfter(editor, 'Первая');
    for (let time = 0; time < 3; time += 1) await compose(editor);
    const session = await editor.page.context().newCDPSession(editor.page);
    await session.send('Input.imeSetComposition', { text: 'ni', selectionStart: 2, selectionEnd: 2 });
    await session.send('Input.imeSetComposition', { text: '', selectionStart: 0, selectionEnd: 0 });
    await expect.poll(editor.shownLines).toEqual(lines);
  });

  test('and what is painted on it', async ({ editor }) => {
    await editor.open({ text });
    await caretAfter(editor, 'Первая');
    await compose(editor);
    await expect.poll(editor.shownLines).toEqual(lines);
    await editor.page.evaluate(() => window.harness.handle.select({ start: 7, end: 13 } as never));
    expect(await editor.selected()).toBe('строка');
  });
});

test('keys that the shell looks after reach it', async ({ editor }) => {
  await editor.open({ text });
  await caretAfter(editor, 'Первая');
  const keys = ['KeyQ', 'Digit1', 'Enter', 'Delete', 'Escape', 'F2'];
  for (const key of keys) await editor.page.keyboard.press(key);
  expect((await editor.reports('keydown')).map(({ code }) => code)).toEqual(keys);
  expect(await editor.shownLines()).toEqual(lines);
});

test('what is copied is the exact text, line breaks and all', async ({ editor, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const exact = 'a\u00a0b\r\nc\r\rd\n🇷🇺\te  f';
  await editor.open({ text: exact });
  await caretAfter(editor, 'c');
  await editor.page.keyboard.press('Control+A');
  await editor.page.keyboard.press('Control+C');
  expect(await editor.page.evaluate(() => navigator.clipboard.readText())).toBe(exact);
});
