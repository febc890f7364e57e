import type { LineTable } from './line-table';

/** What the height of a text depends on, measured from the page. Lengths are CSS pixels. */
export interface TextMetrics {
  readonly width: number;
  /** The mean width of a character of this text. */
  readonly characterWidth: number;
  /** The height of a line on the screen. */
  readonly rowHeight: number;
  /** What stands between two lines of the document. */
  readonly gap: number;
}

/** A row ends before a word that does not fit: some three characters of every row stay empty. */
const charactersLostToWrapping = 3;

/**
 * The likely height of each block, for those that were never laid out. Without it the scroll bar would be wrong
 * by nearly half, since lines differ so much in length.
 */
export function estimateBlockHeights(lines: LineTable, metrics: TextMetrics): number[] {
  const perRow = Math.max(1, metrics.width / metrics.characterWidth - charactersLostToWrapping);
  return Array.from({ length: lines.blockCount }, (_, block) => {
    let height = 0;
    for (let index = lines.firstLineOf(block); index < lines.firstLineOf(block + 1); index += 1) {
      const { start, end } = lines.line(index);
      height += Math.max(1, Math.ceil((end - start) / perRow)) * metrics.rowHeight + metrics.gap;
    }
    return Math.round(height);
  });
}

/** How much of a text is measured to learn its mean width of a character, in UTF-16 units. */
const sampleLength = 2000;

/** Measures what the heights depend on. */
export function measureText(root: HTMLElement, text: string): TextMetrics {
  const style = getComputedStyle(root);
  const pixels = (value: string): number => Number.parseFloat(value) || 0;
  const context = document.createElement('canvas').getContext('2d');
  const sample = text.slice(0, sampleLength).replaceAll(/\s+/g, ' ') || 'x';
  let characterWidth = pixels(style.fontSize) / 2;
  if (context) {
    context.font = `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
    characterWidth = context.measureText(sample).width / sample.length;
  }
  return {
    width: root.clientWidth - pixels(style.paddingInlineStart) - pixels(style.paddingInlineEnd),
    characterWidth,
    rowHeight: pixels(style.lineHeight),
    gap: pixels(style.getPropertyValue('--line-gap')),
  };
}
