import { annotate, expect, find, makeType, test, type EditorPage } from './fixture.ts';

const text = 'Генеральный секретарь ОДКБ Имангали Тасмагамбетов 🇷🇺 прибыл в Бишкек на встречу министров.';
const types = [makeType('person', 'entity', 250)];
const quote = 'секретарь ОДКБ Имангали';

async function openSelected(editor: EditorPage, snapToWords = true): Promise<void> {
  await editor.open({
    text,
    types,
    annotations: [annotate(text, 'a', 'person', [find(text, quote)])],
    snapToWords,
  });
  await editor.page.evaluate(() => window.harness.set({ selectedAnnotation: 'a' as never }));
}

async function dragHandle(
  editor: EditorPage,
  edge: 'start' | 'end',
  to: { x: number; y: number },
): Promise<void> {
  const box = await editor.page.locator(`.postil-handle[data-edge=${edge}]`).boundingBox();
  if (!box) throw new Error('There is no handle');
  await editor.page.mouse.move(Math.round(box.x + box.width / 2), Math.round(box.y + box.height / 2));
  await editor.page.mouse.down();
  await editor.page.mouse.move(to.x, to.y, { steps: 8 });
}

/** What the fragments of the last move cover. */
async function movedTo(editor: EditorPage): Promise<string | undefined> {
  const { fragments } = (await editor.reports('move-edge')).at(-1) ?? {};
  return fragments?.map(({ start, end }) => Array.from(text).slice(start, end).join('')).join('|');
}

test.describe('dragging an edge', () => {
  test('moves it to a whole word', async ({ editor }) => {
    await openSelected(editor);
    await dragHandle(editor, 'end', await editor.pointAt('ибыл'));
    await editor.page.mouse.up();
    expect(await movedTo(editor)).toBe('секретарь ОДКБ Имангали Тасмагамбетов 🇷🇺 прибыл');
    await dragHandle(editor, 'start', await editor.pointAt('Генер'));
    await editor.page.mouse.up();
    expect(await movedTo(editor)).toBe('Генеральный секретарь ОДКБ Имангали');
  });

  test('moves it by characters while Alt is held, and where snapping is off', async ({ editor }) => {
    await openSelected(editor);
    await editor.page.keyboard.down('Alt');
    await dragHandle(editor, 'end', await editor.pointAt('смагам', 'end'));
    await editor.page.mouse.up();
    await editor.page.keyboard.up('Alt');
    expect(await movedTo(editor)).toBe('секретарь ОДКБ Имангали Тасмагам');
    await openSelected(editor, false);
    await dragHandle(editor, 'start', await editor.pointAt('кретарь', 'start'));
    await editor.page.mouse.up();
    expect(await movedTo(editor)).toBe('кретарь ОДКБ Имангали');
  });

  test('never takes it past the other edge', async ({ editor }) => {
    await openSelected(editor);
    await dragHandle(editor, 'end', await editor.pointAt('Генер', 'start'));
    await editor.page.mouse.up();
    expect(await movedTo(editor)).toBe('секретарь');
  });

  test('shows where it will be, and Escape gives it up', async ({ editor }) => {
    await openSelected(editor);
    const outline = editor.page.locator('.postil-outline');
    const before = await outline.boundingBox();
    await dragHandle(editor, 'end', await editor.pointAt('прибыл'));
    await expect
      .poll(async () => (await outline.boundingBox())?.width)
      .toBeGreaterThan((before?.width ?? 0) + 50);
    await editor.page.keyboard.press('Escape');
    await editor.page.mouse.up();
    await expect.poll(async () => (await outline.boundingBox())?.width).toBe(before?.width);
    expect(await editor.reports('move-edge')).toEqual([]);
    expect((await editor.reports('keydown')).map(({ code }) => code)).not.toContain('Escape');
  });

  test('neither moves the caret nor takes the keyboard', async ({ editor }) => {
    await openSelected(editor);
    await editor.page.getByLabel('A panel').click();
    await dragHandle(editor, 'end', await editor.pointAt('прибыл'));
    await editor.page.mouse.up();
    await expect(editor.page.getByLabel('A panel')).toBeFocused();
    expect(await editor.reports('selection')).toEqual([]);
  });

  test('scrolls where it comes to the edge of the view', async ({ editor }) => {
    const long = Array.from({ length: 200 }, (_, line) => `Строка номер ${line} из двухсот`).join('\n');
    await editor.open({
      text: long,
      types,
      annotations: [annotate(long, 'a', 'person', [find(long, 'номер 10 ')])],
    });
    await editor.page.evaluate(() => window.harness.set({ selectedAnnotation: 'a' as never }));
    await dragHandle(editor, 'end', { x: 700, y: 796 });
    await expect
      .poll(() => editor.page.evaluate(() => document.querySelector('.postil-editor')?.scrollTop ?? 0))
      .toBeGreaterThan(900);
    await editor.page.mouse.up();
    const end = (await editor.reports('move-edge')).at(-1)?.fragments[0]?.end ?? 0;
    expect(end).toBeGreaterThan(find(long, 'номер 40')[0]);
  });
});

test('an edge moves by keys: by characters, a flag being one, and by words', async ({ editor }) => {
  await openSelected(editor);
  const step = async (
    ...move: Parameters<typeof window.harness.handle.moveEdge>
  ): Promise<string | undefined> => {
    await editor.page.evaluate((given) => window.harness.handle.moveEdge(...given), move);
    return movedTo(editor);
  };
  expect(await step('end', 'word', 'forward')).toBe('секретарь ОДКБ Имангали Тасмагамбетов');
  expect(await step('end', 'word', 'backward')).toBe('секретарь ОДКБ');
  expect(await step('start', 'character', 'forward')).toBe('екретарь ОДКБ Имангали');
  expect(await step('start', 'word', 'backward')).toBe('Генеральный секретарь ОДКБ Имангали');
  const beforeFlag = annotate(text, 'a', 'person', [find(text, 'Тасмагамбетов ')]);
  await editor.page.evaluate(
    (json) => window.harness.put(JSON.parse(json) as never),
    JSON.stringify(beforeFlag),
  );
  expect(await step('end', 'character', 'forward')).toBe('Тасмагамбетов 🇷🇺');
});

test('a moved edge stays drawn until the change is settled', async ({ editor }) => {
  await openSelected(editor);
  const outline = editor.page.locator('.postil-outline');
  const before = (await outline.boundingBox())?.width ?? 0;
  await editor.page.evaluate(() => {
    window.harness.set({ onMoveEdge: () => new Promise((settle) => Object.assign(window, { settle })) });
    window.harness.handle.moveEdge('end', 'word', 'forward');
  });
  expect((await outline.boundingBox())?.width).toBeGreaterThan(before + 50);
  await editor.page.evaluate(() => (window as unknown as { settle: () => void }).settle());
  await expect.poll(async () => (await outline.boundingBox())?.width).toBe(before);
});
