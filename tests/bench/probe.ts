import type { Page } from '@playwright/test';

/** A place in the window, in CSS pixels. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** What is put into the page once, under `window.bench`. Times are milliseconds of `performance.now()`. */
interface Probe {
  /** Waits until the text is there, highlights are registered, the next frame is painted and nothing is left to do. */
  opened(characters: number): Promise<number>;
  /** Waits until one more highlight begins within what is selected now, and the frame with it is painted. */
  tagged(): { readonly done: Promise<number> };
  /** Waits until the next frame is painted and nothing is left to do. */
  settled(): Promise<number>;
  /** The middles of so many different words of five letters and more that are in view. */
  words(count: number): Point[];
  /** Scrolls the text by a quarter of a screen in every frame; answers the time between frames. */
  scroll(screens: number): Promise<number[]>;
  /** When the last click or key press happened that was waited for with `arm`. */
  pressed: number;
  arm(type: 'pointerdown' | 'keydown'): void;
}

declare global {
  interface Window {
    bench: Probe;
  }
}

/** Puts the probe into the page. It only looks: nothing of the application is changed or called. */
export async function installProbe(page: Page): Promise<void> {
  await page.evaluate(() => {
    const frame = (): Promise<number> => new Promise((resolve) => requestAnimationFrame(resolve));
    // A message sent from a frame's callback arrives when that frame has been handed over for painting.
    const painted = async (): Promise<void> => {
      await frame();
      await new Promise<void>((resolve) => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => {
          resolve();
        };
        port2.postMessage(null);
      });
    };
    const idle = (): Promise<void> =>
      new Promise((resolve) => {
        requestIdleCallback(() => {
          resolve();
        });
      });
    const text = (): Element | null => document.querySelector('[contenteditable="true"]');
    const ranges = function* (): Generator<AbstractRange> {
      for (const [, highlight] of CSS.highlights) yield* highlight;
    };
    const scroller = (): Element => {
      let element = text();
      while (element && element.scrollHeight <= element.clientHeight + 1) element = element.parentElement;
      if (!element) throw new Error('nothing to scroll');
      return element;
    };

    window.bench = {
      pressed: 0,
      arm(type) {
        this.pressed = 0;
        addEventListener(
          type,
          (event) => {
            this.pressed = event.timeStamp;
          },
          { capture: true, once: true },
        );
      },
      async opened(characters) {
        // What the document shows is compared without line breaks, which are not characters in the page.
        while ((text()?.textContent.length ?? 0) < characters || ranges().next().done === true) await frame();
        return this.settled();
      },
      async settled() {
        await painted();
        await idle();
        return performance.now();
      },
      tagged() {
        const selection = getSelection();
        const range = selection && selection.rangeCount > 0 ? selection.getRangeAt(0) : null;
        if (!range || range.collapsed) throw new Error('nothing is selected');
        const { startContainer, startOffset, endContainer, endOffset } = range;
        if (startContainer !== endContainer) throw new Error('more than a word is selected');
        // Spaces at the ends of a selection are not tagged: what begins within it is what is waited for.
        const covers = (other: AbstractRange): boolean =>
          other.startContainer === startContainer &&
          other.startOffset >= startOffset &&
          other.startOffset < endOffset;
        const counted = (): number => [...ranges()].filter(covers).length;
        const before = counted();
        const wait = async (): Promise<number> => {
          while (counted() <= before) await frame();
          await painted();
          return performance.now();
        };
        return { done: wait() };
      },
      words(count) {
        const found: Point[] = [];
        const root = text();
        if (!root) return found;
        const { top, bottom } = scroller().getBoundingClientRect();
        const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
        for (let node = walker.nextNode(); node && found.length < count; node = walker.nextNode()) {
          for (const { index, 0: word } of (node.nodeValue ?? '').matchAll(/\p{L}{5,}/gu)) {
            const range = document.createRange();
            range.setStart(node, index);
            range.setEnd(node, index + word.length);
            const [box, ...more] = range.getClientRects();
            const isInView = box && more.length === 0 && box.top > top + 60 && box.bottom < bottom - 60;
            if (isInView && found.length < count)
              found.push({ x: box.left + box.width / 2, y: box.top + box.height / 2 });
          }
        }
        return found;
      },
      async scroll(screens) {
        const element = scroller();
        element.scrollTop = 0;
        await painted();
        const gaps: number[] = [];
        let last = await frame();
        for (let step = 0; step < screens * 4; step += 1) {
          element.scrollTop += element.clientHeight / 4;
          const now = await frame();
          gaps.push(now - last);
          last = now;
        }
        return gaps;
      },
    };
  });
}
