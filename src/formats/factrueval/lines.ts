/** A line of a file, with its number from 1. */
export interface Line {
  readonly number: number;
  readonly words: readonly string[];
  /** What stands behind the first word. */
  readonly rest: string;
}

/** A block of lines between empty ones. */
export type Block = readonly [Line, ...Line[]];

/** The lines of a file in blocks, without what stands behind a `#`, which repeats the words for people who read it. */
export function blocksOf(text: string): readonly Block[] {
  const blocks: Block[] = [];
  let open: Line[] = [];
  const close = (): void => {
    const [first, ...others] = open;
    if (first) blocks.push([first, ...others]);
    open = [];
  };
  for (const [index, whole] of text.split(/\r?\n/u).entries()) {
    const content = whole.replace(/(?:^|\s)# .*$/u, '').trim();
    if (content === '') close();
    else {
      const words = content.split(/\s+/u);
      open.push({ number: index + 1, words, rest: content.slice((words[0] ?? '').length).trim() });
    }
  }
  close();
  return blocks;
}

/** A whole number, not below 0; null for what is none. */
export const numberIn = (word: string | undefined): number | null =>
  word !== undefined && /^\d{1,12}$/u.test(word) ? Number(word) : null;
