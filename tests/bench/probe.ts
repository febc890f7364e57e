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
  /** Waits until the outline of the selected annotation is in view, and the frame with it is painted. */
  revealed(): { readonly done: Promise<number> };
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
    const handedOver = (): Promise<void> =>
      new Promise((resolve) => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => {
          resolve();
        };
        port2.postMessage(null);
      });
    const painted = async (): Promise<void> => {
      await frame();
      await handedOver();
    };
    const idle = (): Promise<void> =>
      new Promise((resolve) => {
        requestIdleCallback(() => {
          resolve();
        });
      });
    const text = (): Element | null => document.querySelector('[contenteditable]');
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
        // At the end of a line Chromium lets a selection end in the next one.
        const last = startContainer === endContainer ? endOffset : Infinity;
        // Spaces at the ends of a selection are not tagged: what begins within it is what is waited for.
        const covers = (other: AbstractRange): boolean =>
          other.startContainer === startContainer &&
          other.startOffset >= startOffset &&
          other.startOffset < last;
        const counted = (): number => [...ranges()].filter(covers).length;
        const before = counted();
        const wait = async (): Promise<number> => {
          // Looked for at the beginning of each frame: the first that finds it is the one that paints it.
          do await frame();
          while (counted() <= before);
          await handedOver();
          return performance.now();
        };
        return { done: wait() };
      },
      revealed() {
        const inView = (): boolean => {
          const box = document.querySelector('.postil-outline')?.getBoundingClientRect();
          const view = scroller().getBoundingClientRect();
          return box !== undefined && box.top >= view.top && box.bottom <= view.bottom;
        };
        const wait = async (): Promise<number> => {
          do await frame();
          while (this.pressed === 0 || !inView());
          await handedOver();
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
        // One for all: the page would bring each of them up to date at every change until it forgets them.
        const range = document.createRange();
        for (let node = walker.nextNode(); node && found.length < count; node = walker.nextNode()) {
          for (const { index, 0: word } of (node.nodeValue ?? '').matchAll(/\p{L}{5,}/gu)) {
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
