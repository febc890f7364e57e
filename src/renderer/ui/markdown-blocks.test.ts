import { describe, expect, it } from 'vitest';
import { blocksOf } from './markdown-blocks';

const text = (value: string) => ({ kind: 'text', text: value });

describe('Markdown', () => {
  it('has paragraphs, headings, quotes and lists', () => {
    expect(blocksOf('# Title\nTwo\nlines\n\n- one\n- two\n\n1. first\n\n> said')).toEqual([
      { kind: 'heading', content: [text('Title')] },
      { kind: 'paragraph', content: [text('Two lines')] },
      { kind: 'list', isOrdered: false, items: [[text('one')], [text('two')]] },
      { kind: 'list', isOrdered: true, items: [[text('first')]] },
      { kind: 'quote', content: [text('said')] },
    ]);
  });

  it('has strong and emphasised words and code, and leaves lone signs alone', () => {
    expect(blocksOf('a **b** *c* `d*` 2 * 3 snake_case_name')).toEqual([
      {
        kind: 'paragraph',
        content: [
          text('a '),
          { kind: 'strong', text: 'b' },
          text(' '),
          { kind: 'emphasis', text: 'c' },
          text(' '),
          { kind: 'code', text: 'd*' },
          text(' 2 * 3 snake_case_name'),
        ],
      },
    ]);
  });

  it('shows HTML and links as they were written', () => {
    const [block] = blocksOf('<b onclick="x">[a](javascript:b)</b>');
    expect(block).toEqual({
      kind: 'paragraph',
      content: [text('<b onclick="x">[a](javascript:b)</b>')],
    });
  });
});
