import { expect, type Locator, type Page } from '@playwright/test';

/** The text of the open document. */
export const text = (page: Page): Locator => page.getByRole('textbox', { name: /^Text of/u });

/** A place on the screen, in CSS pixels. */
interface Spot {
  readonly x: number;
  readonly y: number;
}

/** Where a quote of one line begins and ends on the screen, after scrolling to it; `nth` counts from 0. */
async function spotsOf(page: Page, quote: string, nth: number): Promise<{ start: Spot; end: Spot }> {
  const spots = await text(page).evaluate(
    (root, { quote: wanted, nth: wantedNth }) => {
      const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
      let seen = 0;
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const value = node.nodeValue ?? '';
        for (let at = value.indexOf(wanted); at >= 0; at = value.indexOf(wanted, at + 1)) {
          if (seen++ < wantedNth) continue;
          const range = document.createRange();
          range.setStart(node, at);
          range.setEnd(node, at + wanted.length);
          node.parentElement?.scrollIntoView({ block: 'nearest' });
          // A drag near an edge of the view would scroll it.
          const view = node.parentElement?.closest('.postil-editor');
          if (view) {
            const { top, bottom } = view.getBoundingClientRect();
            const box = range.getBoundingClientRect();
            if (box.bottom > bottom - 80) view.scrollBy(0, box.bottom - bottom + 80);
            else if (box.top < top + 80) view.scrollBy(0, box.top - top - 80);
          }
          const rects = [...range.getClientRects()];
          const [first, last] = [rects[0], rects.at(-1)];
          if (!first || !last) return null;
          return {
            start: { x: first.left, y: (first.top + first.bottom) / 2 },
            end: { x: last.right, y: (last.top + last.bottom) / 2 },
          };
        }
      }
      return null;
    },
    { quote, nth },
  );
  if (!spots) throw new Error(`The text shows no “${quote}”`);
  return spots;
}

/** Clicks into the text, before or behind a quote, or in the middle of it. */
export async function clickText(
  page: Page,
  quote: string,
  at: 'before' | 'middle' | 'behind' = 'middle',
  nth = 0,
): Promise<void> {
  const { start, end } = await spotsOf(page, quote, nth);
  const spot = { before: { ...start, x: start.x + 1 }, behind: { ...end, x: end.x - 1 } };
  const middle = { x: (start.x + end.x) / 2, y: start.y };
  const { x, y } = at === 'middle' ? middle : spot[at];
  await page.mouse.click(x, y);
}

/** Puts the caret before or behind a quote by a click beside it. */
export async function placeCaret(
  page: Page,
  side: 'before' | 'behind',
  quote: string,
  nth = 0,
): Promise<void> {
  await clickText(page, quote, side, nth);
  await expect(text(page)).toBeFocused();
}

/** Drags the mouse over a quote, from a little inside its first letter to a little inside its last. */
export async function dragOver(page: Page, quote: string, nth = 0): Promise<void> {
  const { start, end } = await spotsOf(page, quote, nth);
  await page.mouse.move(start.x + 2, start.y);
  await page.mouse.down();
  await page.mouse.move((start.x + end.x) / 2, (start.y + end.y) / 2, { steps: 3 });
  await page.mouse.move(end.x - 2, end.y, { steps: 3 });
  await page.mouse.up();
}

/** Drags a handle of the selected annotation to the beginning or the end of a quote. */
export async function dragEdge(
  page: Page,
  edge: 'start' | 'end',
  to: { readonly quote: string; readonly side: 'start' | 'end' },
): Promise<void> {
  const target = (await spotsOf(page, to.quote, 0))[to.side];
  // Handles are for the mouse alone: whoever listens instead of looking moves edges with the keys.
  const handle = await page.locator(`[data-edge="${edge}"]`).boundingBox();
  if (!handle) throw new Error('No handle is shown');
  await page.mouse.move(handle.x + handle.width / 2, handle.y + handle.height / 2);
  await page.mouse.down();
  await page.mouse.move(target.x, target.y, { steps: 6 });
  await page.mouse.up();
}

/** What is selected. */
export const selectedText = (page: Page): Promise<string> =>
  page.evaluate(() => document.getSelection()?.toString() ?? '');

/** Waits until this is selected. */
export const expectSelected = (page: Page, words: string): Promise<void> =>
  expect.poll(() => selectedText(page)).toBe(words);

/** The lines that are shown, as the DOM has them. */
export const shownLines = (page: Page): Promise<string[]> =>
  text(page).evaluate((root) => [...root.querySelectorAll('p')].map((line) => line.textContent));

/** What is painted by highlights at this moment, each stretch of text once, in the order of the text. */
export const paintedText = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const stretches = [...CSS.highlights.values()].flatMap((highlight) =>
      [...highlight].map(({ startContainer, startOffset, endContainer, endOffset }) => {
        const range = document.createRange();
        range.setStart(startContainer, startOffset);
        range.setEnd(endContainer, endOffset);
        return range;
      }),
    );
    return stretches
      .sort((a, b) => a.compareBoundaryPoints(Range.START_TO_START, b))
      .map((range) => range.toString());
  });

/** Presses a key again and again. */
export async function pressTimes(page: Page, key: string, times: number): Promise<void> {
  for (let time = 0; time < times; time += 1) await page.keyboard.press(key);
}
