/** A stretch of text in one style. */
export interface Inline {
  readonly kind: 'text' | 'strong' | 'emphasis' | 'code';
  readonly text: string;
}

export type Block =
  | { readonly kind: 'paragraph' | 'heading' | 'quote'; readonly content: readonly Inline[] }
  | { readonly kind: 'list'; readonly isOrdered: boolean; readonly items: readonly (readonly Inline[])[] };

const span = /\*\*([^*]+)\*\*|__([^_]+)__|\*([^*\s][^*]*)\*|\b_([^_]+)_\b|`([^`]+)`/gu;

function inlineOf(text: string): Inline[] {
  const parts: Inline[] = [];
  let end = 0;
  for (const match of text.matchAll(span)) {
    if (match.index > end) parts.push({ kind: 'text', text: text.slice(end, match.index) });
    const [whole, strong, alsoStrong, emphasis, alsoEmphasis, code] = match;
    const bold = strong ?? alsoStrong;
    const italic = emphasis ?? alsoEmphasis;
    if (bold !== undefined) parts.push({ kind: 'strong', text: bold });
    else if (italic !== undefined) parts.push({ kind: 'emphasis', text: italic });
    else parts.push({ kind: 'code', text: code ?? '' });
    end = match.index + whole.length;
  }
  if (end < text.length) parts.push({ kind: 'text', text: text.slice(end) });
  return parts;
}

const bullet = /^\s*[-*+]\s+(.*)$/u;
const number = /^\s*\d+[.)]\s+(.*)$/u;

/**
 * The part of Markdown that guidelines are written in: paragraphs, headings, lists of one level, quotes, strong and
 * emphasised words, code. No links, pictures or HTML: there is nothing in it that could do anything.
 */
export function blocksOf(text: string): readonly Block[] {
  const blocks: Block[] = [];
  for (const chunk of text.split(/\n\s*\n|(?=\n#{1,6}\s)/u)) {
    let lines: string[] = [];
    const flush = (): void => {
      if (lines.length > 0) blocks.push({ kind: 'paragraph', content: inlineOf(lines.join(' ')) });
      lines = [];
    };
    for (const line of chunk.split(/\r?\n/u).map((one) => one.trimEnd())) {
      const heading = /^#{1,6}\s+(.*)$/u.exec(line)?.[1];
      const quote = /^>\s?(.*)$/u.exec(line)?.[1];
      const item = bullet.exec(line)?.[1] ?? number.exec(line)?.[1];
      if (heading === undefined && quote === undefined && item === undefined) {
        if (line.trim() !== '') lines.push(line.trim());
        continue;
      }
      flush();
      if (heading !== undefined) blocks.push({ kind: 'heading', content: inlineOf(heading) });
      else if (quote !== undefined) blocks.push({ kind: 'quote', content: inlineOf(quote) });
      else addItem(blocks, inlineOf(item ?? ''), number.test(line));
    }
    flush();
  }
  return blocks;
}

function addItem(blocks: Block[], item: readonly Inline[], isOrdered: boolean): void {
  const last = blocks.at(-1);
  if (last?.kind === 'list' && last.isOrdered === isOrdered)
    blocks[blocks.length - 1] = { ...last, items: [...last.items, item] };
  else blocks.push({ kind: 'list', isOrdered, items: [item] });
}
