import type { Page } from '@playwright/test';

/** A part of the screen, pixel by pixel. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  /** How much colour a pixel has, from 0 (grey) to 255, and how bright it is. */
  at: (x: number, y: number) => { readonly colour: number; readonly brightness: number };
}

export interface Clip {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Takes a picture of a part of the page. */
export async function takePicture(page: Page, clip: Clip): Promise<Picture> {
  const png = await page.screenshot({ clip, scale: 'device', animations: 'disabled', caret: 'hide' });
  const { width, height, bytes } = await page.evaluate(async (base64) => {
    const data = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
    const bitmap = await createImageBitmap(new Blob([data], { type: 'image/png' }));
    const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d');
    if (!context) throw new Error('The page has no canvas');
    context.drawImage(bitmap, 0, 0);
    const image = context.getImageData(0, 0, bitmap.width, bitmap.height);
    return { width: image.width, height: image.height, bytes: Array.from(image.data) };
  }, png.toString('base64'));
  return {
    width,
    height,
    at: (x, y) => {
      const [red = 0, green = 0, blue = 0] = bytes.slice((y * width + x) * 4, (y * width + x) * 4 + 3);
      const colour = Math.max(red, green, blue) - Math.min(red, green, blue);
      return { colour, brightness: 0.3 * red + 0.59 * green + 0.11 * blue };
    },
  };
}

/** How many pixels of two pictures of the same size look different. */
export function countDifferent(a: Picture, b: Picture): number {
  let different = 0;
  for (let y = 0; y < a.height; y += 1) {
    for (let x = 0; x < a.width; x += 1) {
      const one = a.at(x, y);
      const other = b.at(x, y);
      const distance = Math.abs(one.brightness - other.brightness) + Math.abs(one.colour - other.colour);
      if (distance > 12) different += 1;
    }
  }
  return different;
}

/** How many runs of values that pass a test there are in a row of them. */
function countRuns(values: readonly boolean[]): number {
  return values.filter((value, index) => value && values[index - 1] !== true).length;
}

/** A line under words is much stronger in colour than the tint behind them. */
const isLine = ({ colour }: { readonly colour: number }): boolean => colour > 95;

const indices = (length: number): number[] => Array.from({ length }, (_, index) => index);

/** How many lines lie over each other in a column of a picture. */
export const linesInColumn = (picture: Picture, x: number): number =>
  countRuns(indices(picture.height).map((y) => isLine(picture.at(x, y))));

/** Into how many pieces the longest of a picture's lines is broken: 1 for a solid one. */
export function piecesOfLine(picture: Picture): number {
  const rows = indices(picture.height).map((y) =>
    indices(picture.width).map((x) => isLine(picture.at(x, y))),
  );
  const covered = rows.map((row) => row.filter(Boolean).length);
  const widest = rows[covered.indexOf(Math.max(...covered))] ?? [];
  return countRuns(widest);
}
