import type { CodePointOffset } from '../../src/core/offsets.ts';
import { annotate, expect, makeType, test, type EditorPage } from './fixture.ts';

declare global {
  interface Window {
    createdRanges: number;
  }
}

// A trace keeps the whole document after every step, which takes longer than the steps.
test.use({ trace: 'off' });

const types = [makeType('person', 'entity', 250)];

/** A document of a megabyte, of lines as different in length as those of scraped articles. */
function makeLongText(): string {
  const words =
    'Генеральный секретарь организации заявил на встрече с журналистами в столице 🇷🇺 республики'.split(' ');
  const lines: string[] = [];
  let length = 0;
  for (let line = 0; length < 1_000_000; line += 1) {
    const count = (line * 37) % 90;
    const made = Array.from({ length: count }, (_, word) => words[(line + word * 7) % words.length]).join(
      ' ',
    );
    lines.push(made);
    length += made.length + 1;
  }
  return lines.join('\n');
}

const text = makeLongText();
const characters = Array.from(text);

const wordAt = (share: number): [number, number] => {
  const from = characters.indexOf(' ', Math.floor(characters.length * share)) + 1;
  return [from, characters.indexOf(' ', from)];
};

const annotations = Array.from({ length: 100 }, (_, number) =>
  annotate(text, `a${number}`, 'person', [wordAt(number / 100)]),
);

/** Where an annotation's outline stands in the view, now and after some frames in which the browser lays out more. */
async function jumpTo(
  editor: EditorPage,
  id: string,
): Promise<{ now: number; later: number; height: number }> {
  return editor.page.evaluate(async (wanted) => {
    const { harness } = window;
    harness.set({ selectedAnnotation: wanted as never });
    harness.handle.reveal(wanted as never, { align: 'center' });
    const top = (): number => document.querySelector('.postil-outline')?.getBoundingClientRect().top ?? -1;
    const frame = (): Promise<number> => new Promise(requestAnimationFrame);
    const now = top();
    for (let count = 0; count < 12; count += 1) await frame();
    return { now, later: top(), height: window.innerHeight };
  }, id);
}

test.describe('a long document', () => {
  test.beforeEach(async ({ editor }) => editor.open({ text, types, annotations }));

  test('lands a jump in view at once, anywhere, and stays there', async ({ editor }) => {
    for (const id of ['a90', 'a10', 'a99', 'a50', 'a0', 'a89']) {
      const { now, later, height } = await jumpTo(editor, id);
      expect(now).toBeGreaterThan(0);
      expect(now).toBeLessThan(height - 30);
      expect(Math.abs(later - now)).toBeLessThan(1);
    }
  });

  test('makes no ranges while it measures, which would slow down every later change of the page', async ({
    editor,
  }) => {
    await editor.page.evaluate(() => {
      window.createdRanges = 0;
      const create = document.createRange.bind(document);
      document.createRange = () => {
        window.createdRanges += 1;
        return create();
      };
    });
    for (const id of ['a90', 'a10', 'a50']) await jumpTo(editor, id);
    expect(await editor.page.evaluate(() => window.createdRanges)).toBe(0);
  });

  test('paints what a jump brings into view in its first frame', async ({ editor }) => {
    await jumpTo(editor, 'a90');
    const painted = await editor.page.evaluate(() => {
      const outline = document.querySelector('.postil-outline')?.getBoundingClientRect();
      if (!outline) return [];
      const found = [];
      for (const highlight of CSS.highlights.values()) {
        for (const { startContainer, startOffset, endContainer, endOffset } of highlight) {
          const range = document.createRange();
          range.setStart(startContainer, startOffset);
          range.setEnd(endContainer, endOffset);
          const { top, bottom } = range.getBoundingClientRect();
          if (top < outline.bottom && bottom > outline.top) found.push(range.toString());
        }
      }
      return found;
    });
    const [start, end] = wordAt(0.9);
    expect(painted).toContain(characters.slice(start, end).join(''));
  });

  test('keeps only what is near the view registered', async ({ editor }) => {
    await jumpTo(editor, 'a50');
    const registered = await editor.page.evaluate(() =>
      Array.from(CSS.highlights.values()).reduce((sum, highlight) => sum + highlight.size, 0),
    );
    expect(registered).toBeGreaterThan(0);
    expect(registered).toBeLessThan(10);
  });

  test('opens where it was left, with the caret there', async ({ editor }) => {
    const [caret] = wordAt(0.7);
    const top = caret - 400;
    await editor.open({
      text,
      types,
      annotations,
      place: { top: top as CodePointOffset, caret: caret as CodePointOffset },
    });
    const place = async () => (await editor.reports('place')).at(-1)?.place;
    await expect.poll(async () => (await place())?.caret).toBe(caret);
    const left = await place();
    expect(Math.abs((left?.top ?? 0) - top)).toBeLessThan(120);
    await editor.page.evaluate(() => window.harness.handle.focus());
    await editor.page.keyboard.press('Control+Shift+ArrowRight');
    await expect
      .poll(async () => (await editor.selected())?.trim())
      .toBe(characters.slice(...wordAt(0.7)).join(''));
    expect((await place())?.top).toBe(left?.top);
  });

  test('keeps its place when the window or the text changes its size', async ({ editor }) => {
    await jumpTo(editor, 'a60');
    await expect.poll(async () => (await editor.reports('place')).length).toBeGreaterThan(0);
    const before = (await editor.reports('place')).at(-1)?.place.top ?? 0;
    await editor.page.setViewportSize({ width: 620, height: 700 });
    await editor.page.evaluate(() => window.harness.set({ textSize: 26 }));
    const count = (await editor.reports('place')).length;
    await expect.poll(async () => (await editor.reports('place')).length).toBeGreaterThan(count);
    const after = (await editor.reports('place')).at(-1)?.place.top ?? 0;
    expect(Math.abs(after - before)).toBeLessThan(120);
  });

  test('is not taken back where it was by a font that arrives while one scrolls', async ({ editor }) => {
    await jumpTo(editor, 'a60');
    await expect.poll(async () => (await editor.reports('place')).length).toBeGreaterThan(0);
    const moved = await editor.page.evaluate(async () => {
      const scroller = document.querySelector('.postil-editor');
      if (!scroller) throw new Error('nothing to scroll');
      const frame = () => new Promise(requestAnimationFrame);
      const before = scroller.scrollTop;
      scroller.scrollBy(0, 900);
      await frame();
      document.fonts.dispatchEvent(new Event('loadingdone'));
      for (let count = 0; count < 5; count += 1) await frame();
      return scroller.scrollTop - before;
    });
    expect(Math.abs(moved - 900)).toBeLessThan(120);
  });

  test('remembers the place on leaving', async ({ editor }) => {
    await jumpTo(editor, 'a40');
    await editor.page.evaluate(() => window.harness.close());
    const left = (await editor.reports('place')).at(-1)?.place.top ?? 0;
    const [start] = wordAt(0.4);
    expect(left).toBeLessThan(start);
    expect(left).toBeGreaterThan(start - 3000);
  });

  test('lets the caret move by keys where it is, however far the view is from it', async ({ editor }) => {
    const { x, y } = await editor.pointAt('секретарь');
    await editor.page.mouse.click(x, y);
    await editor.page.mouse.wheel(0, 60_000);
    await expect
      .poll(() => editor.page.evaluate(() => document.querySelector('.postil-editor')?.scrollTop))
      .toBe(60_000);
    for (let step = 0; step < 12; step += 1) await editor.page.keyboard.press('Shift+ArrowDown');
    await expect.poll(async () => (await editor.selected())?.length ?? 0).toBeGreaterThan(300);
    expect((await editor.selected())?.length ?? 0).toBeLessThan(3000);
  });

  test('has a scroll bar that is right to some per cent', async ({ editor }) => {
    const [guessed, real] = await editor.page.evaluate(() => {
      const scroller = document.querySelector('.postil-editor');
      const before = scroller?.scrollHeight ?? 0;
      for (const block of document.querySelectorAll('.postil-block')) block.classList.add('postil-laid-out');
      return [before, scroller?.scrollHeight ?? 0] as const;
    });
    expect(guessed / real).toBeGreaterThan(0.9);
    expect(guessed / real).toBeLessThan(1.1);
  });
});

test.describe('a text is shown exactly', () => {
  const cases: Record<string, string> = {
    'with blank lines at both ends': '\n\nтекст\n\n\n',
    'with every sort of line break': 'a\r\nb\rc\nd\r\r\n',
    'with emoji, flags and families': '😀🇷🇺 👨‍👩‍👧‍👦 и\u0306 e\u0301',
    'with spaces of all sorts': '  a\u00a0\u00a0b\t\tc \u2009d\u3000 ',
    'with what looks like markup': '<b>&amp;</b> <!-- x -->',
    'when it is empty': '',
  };
  for (const [name, given] of Object.entries(cases)) {
    test(name, async ({ editor }) => {
      await editor.open({ text: given });
      expect(await editor.shownLines()).toEqual(given.split(/\r\n|\r|\n/));
      await editor.text.focus();
      await editor.page.keyboard.press('Control+A');
      await expect.poll(editor.selected).toBe(given);
    });
  }

  test('with a line of a million characters, in which one can jump and select', async ({ editor }) => {
    const line = text.replaceAll('\n', ' ').slice(0, 1_000_000);
    const start = Array.from(line.slice(0, line.indexOf('секретарь', 920_000))).length;
    const end = start + 'секретарь'.length;
    await editor.open({ text: line, types, annotations: [annotate(line, 'far', 'person', [[start, end]])] });
    expect((await editor.shownLines()).join('')).toBe(line);
    const { now, later, height } = await jumpTo(editor, 'far');
    expect(now).toBeGreaterThan(0);
    expect(now).toBeLessThan(height);
    expect(Math.abs(later - now)).toBeLessThan(1);
    const box = await editor.page.locator('.postil-outline').boundingBox();
    await editor.page.mouse.dblclick((box?.x ?? 0) + 30, (box?.y ?? 0) + 10);
    await expect.poll(editor.selected).toBe('секретарь');
  });

  test('with a hundred thousand lines', async ({ editor }) => {
    const lines = 'я\n'.repeat(100_000);
    await editor.open({
      text: lines,
      types,
      annotations: [annotate(lines, 'far', 'person', [[180_000, 180_001]])],
    });
    expect(await editor.page.locator('.postil-line').count()).toBe(100_001);
    const { now, later } = await jumpTo(editor, 'far');
    expect(now).toBeGreaterThan(0);
    expect(Math.abs(later - now)).toBeLessThan(1);
  });
});
