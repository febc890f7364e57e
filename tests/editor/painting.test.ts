import type { AnnotationRecord } from '../../src/core/model/annotation.ts';
import { annotate, expect, find, makeType, test, type EditorPage } from './fixture.ts';
import {
  countDifferent,
  linesInColumn,
  piecesOfLine,
  takePicture,
  type Clip,
  type Picture,
} from './pixels.ts';

// Words without letters that reach below the line, so that only lines are there.
const text = 'аааааааааа бббвввв ннннннннн ооооооооо мммммммм ссссссс';
const types = [
  makeType('person', 'entity', 250),
  makeType('meeting', 'event', 250),
  makeType('claim', 'statement', 250),
];

test.use({ deviceScaleFactor: 2 });

/** The strip under some words in which their lines are, without the words. */
async function stripUnder(editor: EditorPage, words: string): Promise<Clip> {
  const start = await editor.pointAt(words, 'start');
  const end = await editor.pointAt(words, 'end');
  // From a little below the baseline, in a text of 18 pixels.
  return { x: start.x, y: start.y + 8, width: end.x - start.x, height: 18 };
}

async function pictureOf(
  editor: EditorPage,
  annotations: readonly AnnotationRecord[],
  words: string,
  theme: 'light' | 'dark' = 'light',
): Promise<Picture> {
  await editor.open({ text, types, annotations, theme });
  return takePicture(editor.page, await stripUnder(editor, words));
}

const middleOf = ({ width }: Picture): number => Math.round(width / 2);

const on = (id: string, words: string, type = 'person'): AnnotationRecord =>
  annotate(text, id, type, [find(text, words)]);

for (const theme of ['light', 'dark'] as const) {
  test.describe(`in the ${theme} theme, one sees`, () => {
    test('a span nested in another of the same type', async ({ editor }) => {
      const annotations = [on('outer', 'бббвввв ннннннннн ооооооооо'), on('inner', 'ннннннннн')];
      const outside = await pictureOf(editor, annotations, 'бббвввв', theme);
      const inside = await pictureOf(editor, annotations, 'ннннннннн', theme);
      expect(linesInColumn(outside, middleOf(outside))).toBe(1);
      expect(linesInColumn(inside, middleOf(inside))).toBe(2);
    });

    test('where two spans of the same type cross', async ({ editor }) => {
      const annotations = [on('a', 'бббвввв ннннннннн'), on('b', 'ннннннннн ооооооооо')];
      const counts: number[] = [];
      for (const words of ['бббвввв', 'ннннннннн', 'ооооооооо']) {
        const picture = await pictureOf(editor, annotations, words, theme);
        counts.push(linesInColumn(picture, middleOf(picture)));
      }
      expect(counts).toEqual([1, 2, 1]);
    });

    test('how many spans of the same type are identical, up to six', async ({ editor }) => {
      const words = 'ннннннннн';
      const pictures: Picture[] = [];
      for (let count = 1; count <= 6; count += 1) {
        await editor.open({
          text,
          types,
          theme,
          annotations: Array.from({ length: count }, (_, number) => on(`a${number}`, words)),
        });
        const strip = await stripUnder(editor, words);
        if (count <= 4) {
          const under = await takePicture(editor.page, strip);
          expect(linesInColumn(under, middleOf(under))).toBe(count);
        }
        pictures.push(await takePicture(editor.page, { ...strip, y: strip.y - 30, height: 50 }));
      }
      for (const [index, picture] of pictures.entries()) {
        const next = pictures[index + 1];
        if (next) expect(countDifferent(picture, next)).toBeGreaterThan(picture.width);
      }
    });

    test('the three kinds apart by their lines alone, without colour', async ({ editor }) => {
      const words = 'ооооооооо мммммммм';
      const lines = async (type: string): Promise<{ rows: number; pieces: number }> => {
        const picture = await pictureOf(editor, [on('a', words, type)], words, theme);
        return { rows: linesInColumn(picture, middleOf(picture)), pieces: piecesOfLine(picture) };
      };
      expect(await lines('person')).toEqual({ rows: 1, pieces: 1 });
      expect(await lines('meeting')).toEqual({ rows: 2, pieces: 1 });
      expect((await lines('claim')).pieces).toBeGreaterThan(5);
    });
  });
}

test.describe('what is painted', () => {
  const words = 'ннннннннн';

  async function picture(editor: EditorPage): Promise<Picture> {
    const strip = await stripUnder(editor, words);
    return takePicture(editor.page, { ...strip, y: strip.y - 30, height: 50 });
  }

  test('follows additions, moves, other types and removals', async ({ editor }) => {
    await editor.open({ text, types });
    const plain = await picture(editor);
    const put = (annotation: AnnotationRecord): Promise<void> =>
      editor.page.evaluate(
        (json) => window.harness.put(JSON.parse(json) as never),
        JSON.stringify(annotation),
      );
    await put(on('a', words));
    const added = await picture(editor);
    expect(countDifferent(plain, added)).toBeGreaterThan(added.width);
    await put(on('a', words, 'claim'));
    expect(countDifferent(added, await picture(editor))).toBeGreaterThan(added.width);
    await put(on('a', 'аааааааааа'));
    expect(countDifferent(plain, await picture(editor))).toBe(0);
    await put(on('a', words));
    expect(countDifferent(added, await picture(editor))).toBe(0);
    await editor.page.evaluate(() => window.harness.remove('a' as never));
    expect(countDifferent(plain, await picture(editor))).toBe(0);
  });

  test('brings out the annotation under the pointer and the selected one', async ({ editor }) => {
    await editor.open({ text, types, annotations: [on('a', words)] });
    const plain = await picture(editor);
    await editor.page.evaluate(() => window.harness.set({ hoveredAnnotation: 'a' as never }));
    const hovered = await picture(editor);
    await editor.page.evaluate(() =>
      window.harness.set({ hoveredAnnotation: null, selectedAnnotation: 'a' as never }),
    );
    const selected = await picture(editor);
    expect(countDifferent(plain, hovered)).toBeGreaterThan(plain.width);
    expect(countDifferent(plain, selected)).toBeGreaterThan(plain.width);
    expect(countDifferent(hovered, selected)).toBeGreaterThan(plain.width);
    await expect(editor.page.locator('.postil-chip')).toHaveText('person');
  });

  test('brings out annotations that belong together in one colour, whatever their types', async ({
    editor,
  }) => {
    const other = 'ооооооооо';
    const both = [on('a', words), on('b', other, 'claim')];
    await editor.open({ text, types, annotations: both });
    const plain = await picture(editor);
    await editor.page.evaluate(() => window.harness.set({ emphasised: new Set(['a', 'b'] as never[]) }));
    const together = await picture(editor);
    expect(countDifferent(plain, together)).toBeGreaterThan(plain.width);
    await editor.page.evaluate(() => window.harness.set({ emphasised: new Set() }));
    expect(countDifferent(plain, await picture(editor))).toBe(0);
  });

  test('shows a mark of no width, and two of them in one place', async ({ editor }) => {
    await editor.open({ text, types });
    const [at] = find(text, 'нннн');
    const plain = await picture(editor);
    await editor.open({ text, types, annotations: [annotate(text, 'a', 'person', [[at + 4, at + 4]])] });
    const one = await picture(editor);
    const two = [
      annotate(text, 'a', 'person', [[at + 4, at + 4]]),
      annotate(text, 'b', 'person', [[at + 4, at + 4]]),
    ];
    await editor.open({ text, types, annotations: two });
    expect(countDifferent(plain, one)).toBeGreaterThan(50);
    expect(countDifferent(one, await picture(editor))).toBeGreaterThan(50);
  });

  test('sets apart what a coder doubts', async ({ editor }) => {
    await editor.open({ text, types, annotations: [on('a', words)] });
    const sure = await picture(editor);
    const doubtful: AnnotationRecord = { ...on('a', words), status: 'doubtful' };
    await editor.open({ text, types, annotations: [doubtful] });
    expect(countDifferent(sure, await picture(editor))).toBeGreaterThan(sure.width);
    await expect(editor.page.locator('.postil-doubt')).toHaveText('?');
  });

  test('covers all fragments of an annotation, and several lines', async ({ editor }) => {
    const long = 'первая\nвторая строка\nтретья';
    const split = annotate(long, 'a', 'person', [find(long, 'первая'), find(long, 'строка\nтре')]);
    await editor.open({ text: long, types, annotations: [split] });
    const isTinted = async (wanted: string): Promise<boolean> => {
      const { x, y } = await editor.pointAt(wanted);
      const patch = await takePicture(editor.page, { x: x - 2, y: y - 11, width: 4, height: 2 });
      return patch.at(1, 1).colour > 12;
    };
    const tinted: boolean[] = [];
    for (const wanted of ['первая', 'вторая', 'строка', 'тре', 'тья']) tinted.push(await isTinted(wanted));
    expect(tinted).toEqual([true, false, true, true, false]);
  });

  test('makes no-break spaces faintly visible', async ({ editor }) => {
    await editor.open({ text: 'нн\u00a0\u00a0нн' });
    const strip = await stripUnder(editor, '\u00a0\u00a0');
    const clip = { ...strip, y: strip.y - 20, height: 14 };
    const marked = await takePicture(editor.page, clip);
    await editor.open({ text: 'нн  нн' });
    expect(countDifferent(marked, await takePicture(editor.page, clip))).toBeGreaterThan(20);
  });

  test('belongs to one document: the next one starts bare', async ({ editor }) => {
    await editor.open({ text, types, annotations: [on('a', words)] });
    await editor.page.evaluate(() => window.harness.close());
    expect(
      await editor.page.evaluate(() => [CSS.highlights.size, document.adoptedStyleSheets.length]),
    ).toEqual([0, 0]);
  });
});
