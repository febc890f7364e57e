import { describe, expect, it } from 'vitest';
import { codeOf, valueOf } from '../../../../../tests/support/engine';
import { readInThread } from '../../../../../tests/support/reading';

const read = async (rtf: string): Promise<string> =>
  valueOf(await readInThread('rtf', Buffer.from(rtf, 'latin1'))).text;

const fonts = String.raw`{\fonttbl{\f0\fcharset0 Times;}{\f1\fcharset204 Times CYR;}{\f2\fcharset128 Mincho;}}`;

describe('a document of RTF', () => {
  it('is read paragraph by paragraph, and knows the code pages of its fonts', async () => {
    expect(
      await read(
        String.raw`{\rtf1\ansi\ansicpg1252\deff0${fonts}{\colortbl;\red0;}\pard\plain\f0 Caf\'e9 \f1 \'cc\'e8\'ed\'f1\'ea\par
\f2 \'93\'fa\'96\'7b\f0\par{\b bold} \i0 plain\line next\tab tab\par\par}`,
      ),
    ).toBe('Café Минск\n\n日本\n\nbold plain\nnext\ttab');
  });

  it('reads Unicode with what stands for it in older readers passed over', async () => {
    expect(
      await read(
        String.raw`{\rtf1\ansi\uc1 \u1052?\u1080\'e8\u1085 \u1089{\uc2 \u1082ab}{\uc0\u33 }\u-10179?\u-8704? \ldblquote x\rdblquote\~\emdash\_y\-z}`,
      ),
    ).toBe('Минск!😀 “x”\u00a0—\u2011yz');
  });

  it('takes the results of fields, text boxes and tables, and leaves out what is not the text', async () => {
    expect(
      await read(
        String.raw`{\rtf1{\*\generator X;}{\stylesheet{\s1 Heading;}}{\info{\title A title}{\operator No}}{\header head}{\pict\bin5 {}\\}x}a {\field{\*\fldinst HYPERLINK "http://x"}{\fldrslt link}}{\*\unknown no}{\v hidden}{\deleted gone} b\par
\trowd\intbl 1\cell 2\cell\row\trowd\intbl 3\cell\cell\row\pard {\shp{\*\shpinst{\sp{\sn x}{\sv 1}}{\shptxt box\par}}{\shprslt again}}after {\object{\*\objdata 00}{\result seen}}}`,
      ),
    ).toBe('a link b\n\n1\t2\n3\n\nbox\n\nafter seen');
  });

  it('puts notes at the end, counts comments, and tells who wrote it and when', async () => {
    const rtf = String.raw`{\rtf1{\info{\title \'d2\'e5\'ec\'e0}{\author Anna}{\creatim\yr2024\mo5\dy7\hr1}}\ansicpg1251 word{\super\chftn{\footnote\chftn  The note.\par Goes on.}}.{\*\annotation remark}\par}`;
    const { text, metadata, warnings } = valueOf(await readInThread('rtf', Buffer.from(rtf, 'latin1')));
    expect(text).toBe('word[1].\n\n[1] The note.\nGoes on.');
    expect(metadata).toMatchObject({ author: 'Anna', date: '2024-05-07' });
    expect(warnings).toMatchObject([{ code: 'document-comments-lost' }]);
  });

  it('stands braces that do not fit and words that end too early, but not any depth', async () => {
    expect(await read(String.raw`{\rtf1 a}}} b\par{{c\'zz\u`)).toBe('a b\n\nczz');
    expect(codeOf(await readInThread('rtf', Buffer.from(`{\\rtf1 ${'{'.repeat(100_000)}`)))).toBe(
      'document-too-deep',
    );
  });
});
