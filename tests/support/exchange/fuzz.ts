import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import fc from 'fast-check';
import { expect } from 'vitest';

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

/** Sound bytes with one to five faults in them; most leave everything else at its place. */
export const damagedBytes = (sound: Uint8Array): fc.Arbitrary<Uint8Array> => {
  const place = fc.nat(1_000_000).map((at) => at % sound.length);
  const put = fc
    .tuple(place, fc.uint8Array({ minLength: 1, maxLength: 5 }))
    .map(([at, values]) => (bytes: Uint8Array) => {
      const changed = Uint8Array.from(bytes);
      changed.set(values.subarray(0, Math.max(0, changed.length - at)), Math.min(at, changed.length));
      return changed;
    });
  const extreme = fc
    .tuple(place, fc.constantFrom(0x00, 0x7f, 0x80, 0xff), fc.integer({ min: 1, max: 5 }))
    .map(
      ([at, value, length]) =>
        (bytes: Uint8Array) =>
          Uint8Array.from(bytes).fill(value, at, at + length),
    );
  const remove = fc.tuple(place, fc.integer({ min: 1, max: 40 })).map(
    ([at, length]) =>
      (bytes: Uint8Array) =>
        Uint8Array.from([...bytes.subarray(0, at), ...bytes.subarray(at + length)]),
  );
  return fc
    .array(
      fc.oneof(
        { weight: 4, arbitrary: put },
        { weight: 4, arbitrary: extreme },
        { weight: 1, arbitrary: remove },
      ),
      { minLength: 1, maxLength: 5 },
    )
    .map((edits) => edits.reduce((bytes, change) => change(bytes), sound));
};

/** The engine's own collection of garbage, which it offers only when it is asked to. */
function garbageCollector(): () => void {
  setFlagsFromString('--expose-gc');
  return runInNewContext('gc') as () => void;
}

/** What no parser may take, in KiB. */
const mostMemory = 512 * 1024;

/**
 * Checks a property of damaged files for as long as fuzzing may take: the same files in the same order each time, so
 * that a machine that has the time for more of them goes further. `SEED` in the environment begins elsewhere. The
 * process may take no more memory meanwhile than a parser may; what earlier files left behind is cleared now and then,
 * so that it is not taken for that of one.
 */
export async function fuzz(property: fc.IAsyncProperty<unknown>): Promise<void> {
  const collectGarbage = garbageCollector();
  collectGarbage();
  const before = process.resourceUsage().maxRSS;
  let runs = 0;
  const tidy = fc.beforeEach(() => {
    runs += 1;
    if (runs % 100 === 0) collectGarbage();
  });
  await fc.assert(property, {
    seed: Number(process.env['SEED'] ?? 20_261_122),
    numRuns: 1_000_000,
    interruptAfterTimeLimit: fuzzTime,
    markInterruptAsFailure: false,
    endOnFailure: true,
    plugins: [tidy],
  });
  expect(process.resourceUsage().maxRSS - before).toBeLessThan(mostMemory);
}
