import { describe, expect, test } from 'vitest';
import type { InspectedFile } from '../../../contract/engine-answers';
import { plainImport } from '../../../contract/engine-calls';
import { recordNames } from '../../../core/model/records';
import { problem } from '../../../core/problem';
import { countToImport, isDecided, needsReview, reviewOf, samplesOf } from './review';

type TextFile = Extract<InspectedFile, { kind: 'text' }>;

const text = (change: Partial<TextFile> = {}): TextFile => ({
  kind: 'text',
  path: '/a.txt',
  name: 'a.txt',
  bytes: 10,
  guess: { encoding: 'utf-8', certain: true, candidates: [] },
  duplicateOf: null,
  tooLong: false,
  ...change,
});

const guessed = (...encodings: readonly string[]): TextFile =>
  text({
    guess: {
      encoding: encodings[0] ?? '',
      certain: false,
      candidates: encodings.map((encoding) => ({ encoding, sample: 'Привет' })),
    },
  });

const refused: InspectedFile = {
  kind: 'refused',
  path: '/b.bin',
  name: 'b.bin',
  bytes: 1,
  problem: problem('text-binary'),
};

const json: InspectedFile = {
  kind: 'postil-json',
  path: '/p.json',
  name: 'p.json',
  bytes: 1,
  counts: Object.fromEntries(recordNames.map((name) => [name, 1])) as never,
  conflicts: [],
  conflictCount: 3,
  problems: [],
  problemCount: 0,
};

const plan = plainImport(['/']);

describe('texts that do not tell their encoding', () => {
  const [old, older, dos] = [guessed('windows-1251', 'ibm866'), guessed('windows-1251'), guessed('ibm866')];

  test('may each be read as guessed where they seem to differ, and only there', () => {
    expect(reviewOf([old, older]).encodings).toEqual(['windows-1251', 'ibm866']);
    expect(reviewOf([old, older, dos]).encodings).toEqual(['windows-1251', 'ibm866', 'guessed']);
  });

  test('show a sample of each encoding, however many there are of another', () => {
    expect(samplesOf([old, older, dos], 2)).toEqual([old, dos]);
    expect(samplesOf([old, older, dos], 5)).toEqual([old, dos, older]);
  });
});

describe('a batch of files', () => {
  test('that are certain and new is imported without a question', () => {
    expect(needsReview([text(), text()])).toBe(false);
  });

  test.each([
    ['an encoding was guessed', guessed('windows-1251')],
    ['a text is there already', text({ duplicateOf: 'a' })],
    ['a text is too long', text({ tooLong: true })],
    ['a file is refused', refused],
    ['records differ', json],
    ['records of an export are wrong', { ...json, conflictCount: 0, problemCount: 1 }],
  ])('is shown first where %s', (_, file) => {
    expect(needsReview([text(), file])).toBe(true);
  });

  test('offers first the encoding that is the likeliest over all files', () => {
    const files = [
      guessed('koi8-r', 'windows-1251'),
      guessed('windows-1251'),
      guessed('windows-1251', 'ibm866'),
    ];
    expect(reviewOf(files).encodings).toEqual(['windows-1251', 'koi8-r', 'ibm866', 'guessed']);
  });
});

describe('a plan', () => {
  test('leaves out what it does not allow', () => {
    const review = reviewOf([text(), guessed('koi8-r'), text({ duplicateOf: 'a' }), text({ tooLong: true })]);
    expect(countToImport(review, plan)).toBe(1);
    expect(countToImport(review, { ...plan, encoding: 'koi8-r', duplicates: true })).toBe(3);
    expect(countToImport(review, { ...plan, split: { by: 'size', codePoints: 1000 } })).toBe(2);
  });

  test('is not decided before conflicts are settled', () => {
    expect(isDecided(reviewOf([json]), plan)).toBe(false);
    expect(isDecided(reviewOf([json]), { ...plan, conflicts: 'keep-mine' })).toBe(true);
  });

  test('is not decided where it would import nothing', () => {
    expect(isDecided(reviewOf([refused]), plan)).toBe(false);
  });
});
