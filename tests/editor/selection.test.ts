import { annotate, expect, find, makeType, test, type EditorPage } from './fixture.ts';

const text = [
  'Генеральный секретарь ОДКБ Имангали Тасмагамбетов 🇷🇺 прибыл в Бишкек. Его встретили в аэропорту.',
  '',
  '— Мы готовы, — сказал он 😀 журналистам.',
].join('\n');

async function drag(editor: EditorPage, from: string, to: string): Promise<void> {
  const start = await editor.pointAt(from);
  const end = await editor.pointAt(to);
  await editor.page.mouse.move(start.x, start.y);
  await editor.page.mouse.down();
  await editor.page.mouse.move(end.x, end.y, { steps: 6 });
  await editor.page.mouse.up();
}

async function click(
  editor: EditorPage,
  wanted: string,
  where: 'start' | 'middle' | 'end' = 'middle',
): Promise<void> {
  const { x, y } = await editor.pointAt(wanted, where);
  await editor.page.mouse.click(x, y);
}

test.describe('selecting with the mouse', () => {
  test('takes whole words, without the punctuation around them', async ({ editor }) => {
    await editor.open({ text });
    await drag(editor, 'екрета', 'ишкек');
    await expect.poll(editor.selected).toBe('секретарь ОДКБ Имангали Тасмагамбетов 🇷🇺 прибыл в Бишкек');
    await drag(editor, 'журналистам', 'готовы');
    await expect.poll(editor.selected).toBe('готовы, — сказал он 😀 журналистам');
  });

  test('takes exactly what it went over while Alt is held, or where snapping is off', async ({ editor }) => {
    await editor.open({ text });
    await editor.page.keyboard.down('Alt');
    await drag(editor, 'екр', 'мангал');
    await editor.page.keyboard.up('Alt');
    expect(await editor.selected()).toMatch(/^к?ретарь ОДКБ Иманг?а?$/);
    await editor.page.evaluate(() => window.harness.set({ snapToWords: false }));
    await drag(editor, 'стр', 'порту');
    expect(await editor.selected()).toMatch(/^с?т?р?етили в аэропо?р?т?$/);
  });

  for (const [what, stray] of [
    ['the pointer is said to be elsewhere, with no button down', { button: 'none', buttons: 0, x: 5, y: 5 }],
    ['the pointer is said to move over the text, with no button down', { button: 'none', buttons: 0 }],
    ['another button is pressed', { button: 'middle', buttons: 5 }],
  ] as const)
    test(`loses nothing of a drag while ${what}`, async ({ editor }) => {
      await editor.open({ text });
      const { page } = editor;
      const session = await page.context().newCDPSession(page);
      const start = await editor.pointAt('екрета');
      const end = await editor.pointAt('ишкек');
      const between = { x: start.x + 30, y: start.y };
      const type = stray.button === 'none' ? 'mouseMoved' : 'mousePressed';
      for (const anchor of [start, between]) {
        await page.mouse.move(start.x, start.y);
        await page.mouse.down();
        await page.mouse.move(anchor.x, anchor.y);
        await session.send('Input.dispatchMouseEvent', { type, ...between, ...stray });
        await page.mouse.move(end.x, end.y, { steps: 6 });
        await page.mouse.up();
        if (type === 'mousePressed')
          await session.send('Input.dispatchMouseEvent', {
            ...between,
            ...stray,
            type: 'mouseReleased',
            buttons: 0,
          });
        await expect.poll(editor.selected).toBe('секретарь ОДКБ Имангали Тасмагамбетов 🇷🇺 прибыл в Бишкек');
      }
    });

  test('takes a word by a double click, also one with a hyphen', async ({ editor }) => {
    await editor.open({ text: 'на 75-й, «юбилейной», сессии' });
    const { x, y } = await editor.pointAt('75');
    await editor.page.mouse.dblclick(x, y);
    await expect.poll(editor.selected).toBe('75-й');
  });

  test('takes a paragraph by a triple click', async ({ editor }) => {
    await editor.open({ text });
    const { x, y } = await editor.pointAt('секретарь');
    await editor.page.mouse.click(x, y, { clickCount: 3 });
    await expect.poll(editor.selected).toBe(text.split('\n')[0]);
  });

  test('reports code points, whatever stands before', async ({ editor }) => {
    await editor.open({ text });
    const { x, y } = await editor.pointAt('журналистам');
    await editor.page.mouse.dblclick(x, y);
    const [start, end] = find(text, 'журналистам');
    await expect
      .poll(async () => (await editor.reports('selection')).at(-1)?.selection)
      .toEqual({ span: { start, end }, isCollapsed: false });
  });
});

test.describe('selecting with the keyboard', () => {
  test.beforeEach(async ({ editor }) => {
    await editor.open({ text });
    await click(editor, 'ОДКБ', 'start');
  });

  test('goes by characters and by words', async ({ editor }) => {
    for (let step = 0; step < 4; step += 1) await editor.page.keyboard.press('Shift+ArrowRight');
    await expect.poll(editor.selected).toBe('ОДКБ');
    await editor.page.keyboard.press('ArrowRight');
    await editor.page.keyboard.press('Control+Shift+ArrowRight');
    await expect.poll(async () => (await editor.selected())?.trim()).toBe('Имангали');
  });

  test('takes a flag as one character', async ({ editor }) => {
    await click(editor, ' прибыл', 'start');
    await editor.page.keyboard.press('Shift+ArrowLeft');
    await expect.poll(editor.selected).toBe('🇷🇺');
  });

  test('goes by sentences and by paragraphs', async ({ editor }) => {
    await editor.page.keyboard.press('Alt+Shift+ArrowRight');
    await expect.poll(editor.selected).toBe('ОДКБ Имангали Тасмагамбетов 🇷🇺 прибыл в Бишкек.');
    await editor.page.keyboard.press('Alt+Shift+ArrowRight');
    await expect.poll(editor.selected).toBe(text.split('\n')[0]?.slice('Генеральный секретарь '.length));
    await editor.page.keyboard.press('Control+Shift+ArrowUp');
    await expect.poll(editor.selected).toBe('Генеральный секретарь ');
  });

  test('grows and shrinks', async ({ editor }) => {
    const grown: (string | null)[] = [];
    for (let step = 0; step < 3; step += 1) {
      await editor.page.evaluate(() => window.harness.handle.expandSelection());
      grown.push(await editor.selected());
    }
    const line = text.split('\n')[0] ?? '';
    expect(grown).toEqual(['ОДКБ', line.slice(0, line.indexOf(' Его')), line]);
    await editor.page.evaluate(() => window.harness.handle.shrinkSelection());
    expect(await editor.selected()).toBe(grown[1]);
  });

  test('reaches the whole of a long document', async ({ editor }) => {
    const long = Array.from({ length: 3000 }, (_, line) => `Строка номер ${line} 🇷🇺`).join('\n');
    await editor.open({ text: long });
    await click(editor, 'номер 3 ');
    await editor.page.keyboard.press('Control+A');
    await expect.poll(async () => (await editor.selected())?.length).toBe(long.length);
    await editor.page.keyboard.press('ArrowLeft');
    await editor.page.keyboard.press('Control+Shift+End');
    await expect.poll(async () => (await editor.selected())?.length).toBe(long.length);
  });
});

test.describe('a selection', () => {
  test('stays, and stays visible, while the keyboard is in a panel', async ({ editor }) => {
    await editor.open({ text });
    const { x, y } = await editor.pointAt('секретарь');
    const clip = { x: x - 40, y: y - 12, width: 80, height: 24 };
    const plain = await editor.page.screenshot({ clip });
    await editor.page.mouse.dblclick(x, y);
    await expect.poll(editor.selected).toBe('секретарь');
    const focused = await editor.page.screenshot({ clip });
    await editor.page.getByLabel('A panel').click();
    await editor.page.keyboard.type('abc');
    expect(await editor.selected()).toBe('секретарь');
    const blurred = await editor.page.screenshot({ clip });
    expect(blurred.equals(plain)).toBe(false);
    expect(focused.equals(plain)).toBe(false);
    await editor.page.evaluate(() => window.harness.handle.focus());
    await editor.page.keyboard.press('Shift+ArrowRight');
    await expect.poll(editor.selected).toBe('секретарь ');
  });

  test('can be made by the shell without taking the keyboard away', async ({ editor }) => {
    await editor.open({ text });
    await editor.page.getByLabel('A panel').click();
    const [start, end] = find(text, '😀 журналистам');
    await editor.page.evaluate(
      ([from, to]) => window.harness.handle.select({ start: from, end: to } as never),
      [start, end] as const,
    );
    expect(await editor.selected()).toBe('😀 журналистам');
    await expect(editor.page.getByLabel('A panel')).toBeFocused();
  });
});

test.describe('the annotations at a place', () => {
  const types = [makeType('person', 'entity', 250)];
  const annotations = [
    annotate(text, 'long', 'person', [find(text, 'Генеральный секретарь ОДКБ Имангали Тасмагамбетов')]),
    annotate(text, 'short', 'person', [find(text, 'ОДКБ')]),
    annotate(text, 'point', 'person', [[find(text, 'аэропорту')[0], find(text, 'аэропорту')[0]]]),
  ];

  test('are told on a click, the innermost first', async ({ editor }) => {
    await editor.open({ text, types, annotations });
    await click(editor, 'ОДКБ');
    await expect
      .poll(async () => (await editor.reports('activate')).at(-1))
      .toMatchObject({
        annotations: ['short', 'long'],
        by: 'pointer',
      });
    await click(editor, 'прибыл');
    await expect.poll(async () => (await editor.reports('activate')).at(-1)?.annotations).toEqual([]);
  });

  test('are told while the caret moves by keys, its edges included', async ({ editor }) => {
    await editor.open({ text, types, annotations });
    await click(editor, ' аэропорту', 'start');
    await editor.page.keyboard.press('ArrowRight');
    await expect
      .poll(async () => (await editor.reports('activate')).at(-1))
      .toMatchObject({
        annotations: ['point'],
        offset: find(text, 'аэропорту')[0],
        by: 'keyboard',
      });
  });

  test('are told under the pointer, once for each change', async ({ editor }) => {
    await editor.open({ text, types, annotations });
    const inside = await editor.pointAt('ОДКБ');
    const outside = await editor.pointAt('встретили');
    await editor.page.mouse.move(inside.x, inside.y);
    await expect
      .poll(async () => (await editor.reports('hover')).at(-1)?.annotations)
      .toEqual(['short', 'long']);
    await editor.page.mouse.move(inside.x + 1, inside.y);
    await editor.page.mouse.move(outside.x, outside.y);
    await expect.poll(async () => (await editor.reports('hover')).length).toBe(2);
    expect((await editor.reports('hover')).at(-1)?.annotations).toEqual([]);
  });
});
