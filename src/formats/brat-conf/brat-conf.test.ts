import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { codeOf, valueOf } from '../../../tests/support/engine';
import type { Codebook } from '../../core/codebook/codebook';
import { parseBratConf } from './parse';
import { serializeBratConf } from './serialize';

const annotation = `
# A comment
[entities]
Person
!Place
	City
	Country
[relations]
Equiv	Arg1:City, Arg2:City, <REL-TYPE>:symmetric-transitive
Equiv	Arg1:Person, Arg2:Person
<OVERLAP>	Arg1:Person, Arg2:City, <OVL-TYPE>:contain
[events]
<ACTOR>=Person|Country
Meet|ONT:7	Who{2-4}:<ACTOR>, Where?:Place, About*:<EVENT>, Host+:<ACTOR>, Day:Nothing
-----------
[attributes]
Negation	Arg:<EVENT>
Mention	Arg:<ENTITY>, Value:Name|Pronoun
Famous	Arg:Person|City
[options]
Tokens	tokenizer:whitespace
`;

const visual = `
[labels]
Meet | Meeting | Mt
[drawing]
SPAN_DEFAULT	fgColor:black, bgColor:lightgreen
Person	bgColor:#ff0000
`;

const read = valueOf(parseBratConf(annotation, visual));
const { types, roles, attributes } = read.codebook;
const roleNamed = (id: string) => roles.find((role) => role.id === id);

describe('a brat configuration', () => {
  it('gives types with their hierarchy, labels and colours', () => {
    expect(types.map(({ id, kind, parent }) => [id, kind, parent])).toEqual([
      ['entity.Person', 'entity', null],
      ['entity.Place', 'entity', null],
      ['entity.City', 'entity', 'entity.Place'],
      ['entity.Country', 'entity', 'entity.Place'],
      ['relation.Equiv', 'relation', null],
      ['event.Meet', 'event', null],
    ]);
    expect(types.at(-1)?.names).toEqual({ en: 'Meeting' });
    expect(types[0]?.hue).toBe(29);
    expect(types.find(({ kind }) => kind === 'relation')?.symmetric).toBe(true);
  });

  it('gives roles with their counts and what may fill them, macros put in', () => {
    const counts = roles
      .filter(({ type }) => type === 'event.Meet')
      .map(({ id, min, max }) => [id.slice('event.Meet.'.length), min, max]);
    expect(counts).toEqual([
      ['Who', 2, 4],
      ['Where', 0, 1],
      ['About', 0, null],
      ['Host', 1, null],
      ['Day', 1, 1],
    ]);
    expect(roleNamed('event.Meet.Who')?.fillers.types).toEqual(['entity.Person', 'entity.Country']);
    expect(roleNamed('event.Meet.About')?.fillers.kinds).toEqual(['event']);
    expect(roleNamed('relation.Equiv.Arg1')?.fillers.types).toEqual(['entity.City', 'entity.Person']);
  });

  it('gives attributes to the topmost types that have them', () => {
    expect(attributes.map(({ id, domain }) => [id, domain.kind])).toEqual([
      ['event.Meet.Negation', 'yes-no'],
      ['entity.Person.Mention', 'one-of'],
      ['entity.Place.Mention', 'one-of'],
      ['entity.Person.Famous', 'yes-no'],
      ['entity.City.Famous', 'yes-no'],
    ]);
  });

  it('tells what was not understood', () => {
    expect(read.warnings.map(({ code }) => code).sort()).toEqual([
      'codebook-abstract-type',
      'codebook-line-ignored',
      'codebook-line-ignored',
      'codebook-reference-missing',
    ]);
  });

  it('is refused without any type', () => {
    expect(codeOf(parseBratConf('Dear diary'))).toBe('codebook-without-types');
  });

  it('comes back as it was from what is written of it', () => {
    const written = serializeBratConf(read.codebook, 'en');
    const again = valueOf(parseBratConf(written.annotation, written.visual));
    const told = ({ types: t, roles: r, attributes: a }: Codebook) => ({
      types: t.map(({ id, parent, names, symmetric }) => ({ id, parent, names, symmetric })),
      roles: r.map(({ id, min, max, fillers }) => ({ id, min, max, kinds: fillers.kinds })),
      attributes: a.map(({ id, domain }) => ({ id, domain })),
    });
    // What nothing can fill is left out.
    const filled = roles.filter(({ id }) => id !== 'event.Meet.Day');
    expect(told(again.codebook)).toEqual(told({ ...read.codebook, roles: filled }));
    expect(written.warnings).toEqual([{ code: 'codebook-roles-lost', params: { count: 1 } }]);
  });
});

describe('what brat has no place for', () => {
  it('is counted', () => {
    const [person] = types;
    if (!person) throw new Error('no type');
    const { annotation: text, warnings } = serializeBratConf(
      {
        types: [
          { ...person, guidelines: { en: 'x' }, examples: ['y'], key: 'KeyA', names: { en: 'a', ru: 'б' } },
          { ...person, id: 'said' as never, kind: 'statement', names: { ru: 'сказано' }, origin: null },
        ],
        roles: [],
        attributes: [],
        terms: [],
      },
      'en',
    );
    expect(warnings.map(({ code }) => code)).toEqual([
      'codebook-guidelines-lost',
      'codebook-examples-lost',
      'codebook-keys-lost',
      'codebook-languages-lost',
    ]);
    expect(text).toMatch(/\[events\]\n[\w-]+\n/u);
    const again = valueOf(parseBratConf(text)).codebook;
    expect(again.types.map(({ kind }) => kind)).toEqual(['entity', 'statement']);
  });
});

const real = join(import.meta.dirname, '../../../../shared/data/brat-news');

describe.runIf(existsSync(real))('the configuration of brat’s own tutorial', () => {
  it('is read whole, and survives a round', () => {
    const text = (name: string): string => readFileSync(join(real, name), 'utf8');
    const { codebook, warnings } = valueOf(parseBratConf(text('annotation.conf'), text('visual.conf')));
    const count = (kind: string): number => codebook.types.filter((type) => type.kind === kind).length;
    expect(['entity', 'relation', 'event'].map(count)).toEqual([4, 7, 13]);
    expect(codebook.types.find(({ id }) => id === 'entity.GPE')?.names).toEqual({
      en: 'Geo-political entity',
    });
    expect(warnings.map(({ code }) => code)).toEqual(Array(3).fill('codebook-abstract-type'));
    const written = serializeBratConf(codebook, 'en');
    const again = valueOf(parseBratConf(written.annotation, written.visual)).codebook;
    expect(again.roles.map(({ id, min, max, fillers }) => [id, min, max, fillers])).toEqual(
      codebook.roles.map(({ id, min, max, fillers }) => [id, min, max, fillers]),
    );
    expect(written.warnings).toEqual([]);
  });

  it('does not fill the memory with macros of macros', () => {
    const macros = Array.from({ length: 60 }, (_, index) => `<M${index + 1}>=${`<M${index}>|`.repeat(9)}`);
    const text = ['[entities]', 'Person', '[events]', '<M0>=Person', ...macros, 'Meet\tWho:<M60>'].join('\n');
    expect(parseBratConf(text)).toMatchObject({ ok: true });
  });
});
