import { describe, expect, it } from 'vitest';
import { TextFlow } from './text-flow';

const built = (build: (flow: TextFlow) => void): string => {
  const flow = new TextFlow();
  build(flow);
  return flow.toString();
};

describe('a text in the making', () => {
  it('has a blank line between paragraphs, one line feed between lines, and nothing at its ends', () => {
    expect(
      built((flow) => {
        flow.gap('paragraph');
        flow.collapsed('  One\n two ');
        flow.gap('paragraph');
        flow.gap('paragraph');
        flow.collapsed(' three');
        flow.lineBreak();
        flow.collapsed(' four ');
        flow.gap('line');
        flow.collapsed('five');
        flow.lineBreak();
        flow.gap('paragraph');
      }),
    ).toBe('One two\n\nthree\nfour\nfive');
  });

  it('keeps white space that counts, and the space between words that are set apart', () => {
    expect(
      built((flow) => {
        flow.collapsed('a ');
        flow.collapsed('b');
        flow.collapsed('c');
        flow.gap('line');
        flow.exact('  d\r\n\te ');
      }),
    ).toBe('a bc\n  d\n\te ');
  });

  it('has a tab between cells, and a line for each row, be cells empty or full of paragraphs', () => {
    expect(
      built((flow) => {
        for (const row of [
          ['a', '', 'c'],
          ['', ''],
          ['d', 'e\nf'],
        ]) {
          flow.beginRow();
          for (const cell of row) {
            for (const paragraph of cell.split('\n')) {
              flow.gap('paragraph');
              flow.collapsed(paragraph);
              flow.gap('paragraph');
            }
            flow.endCell();
          }
          flow.endRow();
        }
        flow.gap('paragraph');
        flow.collapsed('after');
      }),
    ).toBe('a\t\tc\nd\te\nf\n\nafter');
  });

  it('has no characters that nobody sees, and counts those that it had to replace', () => {
    const flow = new TextFlow();
    flow.exact('со\u00adюз\u200b \ufeff№\u00a01 e\u0301 👩\u200d💻 \u0007\0 \ud800.');
    expect(flow.toString()).toBe('союз №\u00a01 e\u0301 👩\u200d💻  \ufffd \ufffd.');
    expect(flow.replaced).toBe(2);
  });
});
