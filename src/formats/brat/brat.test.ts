import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fileOf, parsedOf } from '../../../tests/support/exchange/files';
import { damaged, fuzz, fuzzTimeout } from '../../../tests/support/exchange/fuzz';
import type { DocumentDraft } from '../exchange/drafts';
import { brat } from './format';

const text = 'Мэр 🇧🇾 города\nМинск встретил\tпосла. Он сказал: «да».\n';

/** What is found in a text with these lines. */
async function read(
  lines: readonly string[],
  files: Readonly<Record<string, string>> = {},
): Promise<{ readonly document: DocumentDraft; readonly codes: readonly string[] }> {
  const found = await parsedOf(brat, [
    ...Object.entries(files).map(([path, content]) => fileOf(`c/${path}`, content)),
    fileOf('c/a.ann', lines.map((line) => `${line}\n`).join('')),
    fileOf('c/a.txt', text),
  ]);
  const [document] = found.flatMap((one) => (one.kind === 'document' ? [one.document] : []));
  if (!document) throw new Error('No document');
  const codes = found.flatMap(({ kind, ...rest }) =>
    kind === 'warning' && 'problem' in rest
      ? [`${rest.problem.code} ${String((rest.problem.params as { line?: number }).line ?? '')}`]
      : [],
  );
  return { document, codes };
}

const spansOf = ({ annotations }: DocumentDraft): unknown =>
  annotations.map(({ id, fragments }) => [id, fragments.map(({ start, end }) => [start, end])]);

describe('a document of brat', () => {
  it('has offsets in code points, several fragments, and words across a line break and a tab', async () => {
    const { document, codes } = await read([
      'T1\tA 0 3;7 13\tМэр города',
      'T2\tA 7 19\tгорода Минск',
      'T3\tA 20 34\tвстретил\tпосла',
    ]);
    expect(codes).toEqual([]);
    expect(spansOf(document)).toEqual([
      [
        'T1',
        [
          [0, 3],
          [7, 13],
        ],
      ],
      ['T2', [[7, 19]]],
      ['T3', [[20, 34]]],
    ]);
  });

  it('has several events on one trigger, and roles with numbers', async () => {
    const { document, codes } = await read([
      'T1\tMeet 20 28\tвстретил',
      'T2\tP 0 3\tМэр',
      'T3\tP 29 34\tпосла',
      'E1\tMeet:T1 Who:T2 Who2:T3',
      'E2\tMeet:T1 Who:T3',
    ]);
    expect(codes).toEqual([]);
    const events = document.annotations.filter(({ type }) => type === 'event.Meet');
    expect(events.map(({ id, links }) => [id, links.map(({ role, target }) => [role, target])])).toEqual([
      [
        'E1',
        ['T2', 'T3'].map((annotation) => [
          'event.Meet.Who',
          { by: 'annotation', annotation, document: null },
        ]),
      ],
      ['E2', [['event.Meet.Who', { by: 'annotation', annotation: 'T3', document: null }]]],
    ]);
  });

  it('tells file and line of everything that cannot be taken, and takes the rest', async () => {
    const { document, codes } = await read([
      'T1\tA 0 3\tМэр',
      'what is this',
      'T2\tA 90 99\toutside',
      'T3\tA 3 0\tbackwards',
      'E1\tMeet:T9 Who:T1',
      'R1\tKnows Arg1:T1 Arg2:T2\t',
      'A1\tSure T9',
      'N1\tReference T9 W:1\tx',
      '#1\tAnnotatorNotes T9\tx',
      'T1\tA 7 13\tгорода',
      'T4\tA 7 13\tсела',
      '*\tAlias T1 T9',
    ]);
    expect(codes.toSorted()).toEqual([
      'format-id-again 10',
      'format-line-ignored 2',
      'format-offsets-outside 3',
      'format-offsets-outside 4',
      'format-quote-differs 11',
      'format-reference-missing 12',
      'format-reference-missing 5',
      'format-reference-missing 6',
      'format-reference-missing 7',
      'format-reference-missing 8',
      'format-reference-missing 9',
    ]);
    expect(document.annotations.map(({ id }) => id)).toEqual(['T1', 'T1#10', 'T4']);
  });

  it('may call things like what every object of JavaScript has', async () => {
    const { document, codes } = await read([
      '__proto__\tA 0 3\tМэр',
      'T1\t__proto__ 0 3\tМэр',
      'A1\tconstructor T1',
    ]);
    expect(codes).toEqual(['format-line-ignored 1']);
    expect(document.annotations.map(({ type, attributes }) => [type, Object.keys(attributes)])).toEqual([
      ['entity.__proto__', ['entity.__proto__.constructor']],
    ]);
  });

  it('is read whole with line ends of Windows and names in any alphabet', async () => {
    const { document, codes } = await read(['T1\tПерсона 0 3\tМэр\r', 'A1\tУверен T1 да\r']);
    expect(codes).toEqual([]);
    expect(document.annotations.map(({ attributes }) => attributes)).toEqual([
      { 'entity.Персона.Уверен': 'да' },
    ]);
  });

  it('gives data or warnings, however it is damaged', { timeout: fuzzTimeout }, async () => {
    const conf =
      '[entities]\nP\n[relations]\nKnows Arg1:P, Arg2:P\n[events]\nMeet Who*:P\n[attributes]\nSure Arg:<EVENT>\n';
    const ann = [
      'T1\tMeet 20 28\tвстретил',
      'T2\tP 0 3;7 13\tМэр города',
      'T3\tP 29 34\tпосла',
      'E1\tMeet:T1 Who:T2 Who2:T3',
      'E2\tMeet:T1 Who:E1',
      'R1\tKnows Arg1:T2 Arg2:T3\t',
      'A1\tSure E1',
      'N1\tReference T2 W:1\tx',
      '#1\tAnnotatorNotes T2\tx',
      '*\tAlias T2 T3',
    ].join('\n');
    await fuzz(
      fc.asyncProperty(damaged(ann), damaged(conf), damaged(text), async (lines, configuration, words) => {
        const found = await parsedOf(brat, [
          fileOf('annotation.conf', configuration),
          fileOf('a.ann', lines),
          fileOf('a.txt', words),
        ]);
        expect(found.filter(({ kind }) => kind === 'document')).toHaveLength(1);
      }),
    );
  });
});
