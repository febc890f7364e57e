import fc from 'fast-check';
import type { Timestamp } from '../../../src/core/ids';
import type { Origin } from '../../../src/core/model/origin';

/** Takes one random value after the other from the same stream. */
export type Draw = <Value>(arbitrary: fc.Arbitrary<Value>) => Value;

const awkward = [
  '🇧🇾',
  '😀',
  'е\u0301',
  '\u00a0',
  '«',
  '»',
  '"',
  '\\',
  '\r\n',
  '\n',
  '\u2028',
  '\u0007',
  'Ж',
  'a',
  ' ',
];
const prose = fc
  .array(fc.constantFrom(...awkward, 'Минск', 'talks'), { minLength: 1, maxLength: 30 })
  .map((words) => words.join(''));
export const text = fc
  .oneof(prose, fc.string({ unit: 'grapheme' }))
  .map((value) => value.replaceAll('\0', ''));
const key = fc.oneof(fc.constantFrom('ru', 'en', '10', '9', 'constructor', 'toString', 'end', 'start'), text);
export const texts = fc.dictionary(
  key.filter((name) => name !== '__proto__'),
  text,
  { maxKeys: 4, noNullPrototype: true },
);
const json = fc
  .jsonValue({ maxDepth: 3, noUnicodeString: false })
  .map(
    (value) =>
      JSON.parse(JSON.stringify(value).replaceAll('__proto__', 'proto').replaceAll('\\u0000', '')) as never,
  );
export const origin: fc.Arbitrary<Origin | null> = fc.option(
  fc.record({
    format: fc.constantFrom('brat', 'text'),
    id: fc.option(text),
    fields: fc.dictionary(fc.constantFrom('x', 'y', '1'), json, { noNullPrototype: true }),
  }),
);
export const time = fc
  .date({ min: new Date('2000-01-01'), max: new Date('2090-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString() as Timestamp);
export const status = fc.constantFrom('draft', 'done', 'doubtful');
export const hue = fc.integer({ min: 0, max: 359 });
export const position = fc.integer({ min: 0, max: 5 });
export const physicalKey = fc.option(fc.constantFrom('KeyQ', 'Shift+Digit1'));

/** A choice among records that exist, or null where there are none. */
export function pick<Item>(items: readonly Item[], choice: number): Item | null {
  return items[choice % Math.max(1, items.length)] ?? null;
}

export const choice = fc.nat(1000);
export const choices = fc.array(choice, { maxLength: 3 });
export const ids = <Id>(prefix: string, count: number): Id[] =>
  Array.from({ length: count }, (_, index) => `${prefix}${index}` as Id);
