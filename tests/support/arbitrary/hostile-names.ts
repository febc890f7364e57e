import fc from 'fast-check';
import type { Localised } from '../../../src/core/model/codebook';
import type { Records } from '../../../src/core/model/records';
import type { SampleProject } from './project';
import type { Draw } from './values';

/** Names that file systems, delimiters, markup, spreadsheets and JavaScript trip over, and namesakes but for their case. */
const hostile = [
  'Person',
  'person',
  'PERSON',
  'Мэр города',
  'мэр_города',
  'x',
  '_',
  '-',
  '*',
  '#',
  '|',
  ';',
  '.',
  '..',
  '../up',
  'a/b',
  'a\\b',
  '/',
  'C:\\x',
  'CON',
  'aux.txt',
  'a.ann',
  'annotation.conf',
  '"quoted", \'twice\'',
  'tab\there',
  'line\nbreak',
  'two\r\nlines',
  ' blanks ',
  'a  b',
  'a|b_c#d;e',
  'a->b',
  'x[1]',
  'B-PER',
  'O',
  '-DOCSTART-',
  '=1+1',
  '@x',
  '+7',
  '<b>&amp;</b>',
  ']]>',
  '__proto__',
  'constructor',
  'toString',
  'null',
  'true',
  '12',
  'id',
  'text',
  'label',
  'Arg1',
  'bell\u0007',
  'delete\u007f',
  '\u200frtl\u202e',
  'line\u2028separator',
  '\ufeffbom',
  '😀',
  '👩‍👩‍👧',
  'e\u0301',
  '\u00e9',
  'ı',
  'ß',
  `long ${'ж'.repeat(295)}`,
] as const;

/**
 * The same project with few names for everything in it, so that many are namesakes, and none of them tame. Choices of
 * one attribute keep values of their own, as the rules want.
 */
export function withHostileNames(sample: SampleProject, draw: Draw): SampleProject {
  const pool = draw(fc.uniqueArray(fc.constantFrom(...hostile), { minLength: 1, maxLength: 4 }));
  const name = (): string => draw(fc.constantFrom(...pool));
  const names = (): Localised =>
    draw(fc.boolean()) ? { en: name() } : draw(fc.boolean()) ? { ru: name() } : { en: name(), ru: name() };
  const renamed = <Item extends { readonly names: Localised }>(item: Item) => ({
    ...item,
    names: names(),
    origin: null,
  });
  const called = <Item extends { readonly name: string }>(item: Item): Item => ({ ...item, name: name() });
  const { records } = sample;
  // A type is below one of its own kind only.
  const ofItsKind = ({ kind, parent }: Records['type']): Records['type']['parent'] =>
    records.type.some((one) => one.id === parent && one.kind === kind) ? parent : null;
  return {
    ...sample,
    records: {
      ...records,
      type: records.type.map(renamed).map((type) => ({ ...type, parent: ofItsKind(type) })),
      role: records.role.map(renamed),
      attribute: records.attribute.map(renamed).map((one): Records['attribute'] => {
        const { domain } = one;
        if (!('choices' in domain)) return one;
        const choices = domain.choices.map(({ value }) => ({ value, names: names() }));
        return { ...one, domain: { ...domain, choices } };
      }),
      term: records.term.map(called),
      coder: records.coder.map(called),
      entry: records.entry.map(called),
      document: records.document.map(called),
    },
  };
}
