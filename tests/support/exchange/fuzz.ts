import fc from 'fast-check';

/** How long one parser is fuzzed, in milliseconds: a minute where nobody waits. */
export const fuzzTime = process.env['CI'] === 'true' ? 60_000 : 5_000;

/** The time that a test with `fuzzTime` may take. */
export const fuzzTimeout = fuzzTime + 60_000;

type Edit = (text: string) => string;

const slice = (most: number): fc.Arbitrary<readonly [number, number]> =>
  fc.tuple(fc.nat(1_000_000), fc.integer({ min: 1, max: most }));

/** What programs trip over, in the place of something sound. */
const troubles = [
  '',
  '\0',
  '\ud800',
  '\ufeff',
  '\r\n',
  '\t',
  '"',
  '\\',
  '<',
  '&',
  ']]>',
  '{',
  '[',
  '-1',
  '99999999999999999999',
  '1e999',
  'NaN',
  'null',
  '__proto__',
  'constructor',
  '🇧🇾',
  'е\u0301',
  '; ',
  '|',
  '[1]',
  '..',
];

const edit: fc.Arbitrary<Edit> = fc.oneof(
  // A stretch is missing, stands twice, or is something else.
  slice(40).map(
    ([at, length]): Edit =>
      (text) =>
        cut(text, at, length, ''),
  ),
  slice(40).map(([at, length]): Edit => (text) => {
    const start = at % (text.length + 1);
    return text.slice(0, start + length) + text.slice(start);
  }),
  fc.tuple(slice(4), fc.constantFrom(...troubles)).map(
    ([[at, length], trouble]): Edit =>
      (text) =>
        cut(text, at, length, trouble),
  ),
  // A line is missing, stands twice, or elsewhere.
  fc
    .tuple(fc.nat(100_000), fc.nat(100_000), fc.constantFrom('out', 'twice', 'moved'))
    .map(([from, to, how]): Edit => (text) => {
      const lines = text.split('\n');
      const [line = ''] = lines.splice(from % lines.length, how === 'twice' ? 0 : 1);
      if (how === 'twice') lines.splice(to % (lines.length + 1), 0, lines[from % lines.length] ?? '');
      if (how === 'moved') lines.splice(to % (lines.length + 1), 0, line);
      return lines.join('\n');
    }),
  // It ends too early.
  fc.nat(1_000_000).map(
    (at): Edit =>
      (text) =>
        text.slice(0, at % (text.length + 1)),
  ),
);

function cut(text: string, at: number, length: number, instead: string): string {
  const start = at % (text.length + 1);
  return text.slice(0, start) + instead + text.slice(start + length);
}

/** A sound text with one to five faults in it. */
export const damaged = (sound: string): fc.Arbitrary<string> =>
  fc
    .array(edit, { minLength: 1, maxLength: 5 })
    .map((edits) => edits.reduce((text, change) => change(text), sound));

/**
 * Checks a property of damaged files for as long as fuzzing may take: the same files in the same order each time, so
 * that a machine that has the time for more of them goes further. `SEED` in the environment begins elsewhere.
 */
export const fuzz = (property: fc.IAsyncProperty<unknown>): Promise<void> =>
  fc.assert(property, {
    seed: Number(process.env['SEED'] ?? 20_261_122),
    numRuns: 1_000_000,
    interruptAfterTimeLimit: fuzzTime,
    markInterruptAsFailure: false,
    endOnFailure: true,
  });
