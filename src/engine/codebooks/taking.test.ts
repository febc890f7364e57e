import { describe, expect, it } from 'vitest';
import { valueOf } from '../../../tests/support/engine';
import { memoryView } from '../../../tests/support/memory-view';
import { changeContext } from '../../../tests/support/records';
import type { Codebook } from '../../core/codebook/codebook';
import { compareVersions } from '../../core/codebook/compare';
import { takeCodebook, type Taking } from '../../core/commands/codebook/take';
import { parseBratConf } from '../../formats/brat-conf/parse';
import { serializeBratConf } from '../../formats/brat-conf/serialize';
import { parseCodebook } from '../../formats/codebook/parse';
import { parseQdc } from '../../formats/refi-qda/parse';
import { serializeQdc } from '../../formats/refi-qda/serialize';
import { readyMade, readyMadeNames } from './ready-made';

/** A codebook with another one taken into it, and how the two differ. */
function take(mine: Codebook, theirs: Codebook, taking: Partial<Taking> = {}) {
  const view = memoryView([...mine.types, ...mine.roles, ...mine.attributes, ...mine.terms], 'a');
  const how: Taking = { how: 'add', isWhole: true, isLater: true, ...taking };
  const { plan, known } = takeCodebook(theirs, how, view, changeContext());
  return { after: plan.after, known, differences: compareVersions(mine, plan.after) };
}

const brat = (text: string, language = 'en'): Codebook => valueOf(parseBratConf(text, '', language)).codebook;

const book = (types: readonly object[], more: object = {}): Codebook =>
  valueOf(parseCodebook(JSON.stringify({ format: 'postil-codebook', version: 1, names: {}, types, ...more })))
    .codebook;

const person = {
  id: 'p',
  kind: 'entity',
  names: { en: 'person', ru: 'персона' },
  guidelines: { en: 'Whole names.' },
  hue: 70,
  key: 'KeyP',
};
const visit = {
  id: 'v',
  kind: 'event',
  names: { en: 'State visit' },
  hue: 0,
  roles: [{ id: 'v.guest', names: { en: 'guest' }, min: 1, max: 1, fillers: { types: ['p'] } }],
  attributes: [
    {
      id: 'v.mood',
      names: { en: 'mood' },
      required: true,
      domain: { kind: 'one-of', choices: [{ value: 'good', names: { en: 'good', ru: 'хорошее' } }] },
    },
  ],
};
const mine = book([person, visit]);

describe('a codebook that goes out and comes back', () => {
  it.each(readyMadeNames)('is found again whole, whatever it was written as (%s)', (name) => {
    const own = valueOf(readyMade(name));
    for (const language of ['en', 'ru']) {
      const { annotation, visual } = serializeBratConf(own, language);
      const fromBrat = valueOf(parseBratConf(annotation, visual, language)).codebook;
      const fromQdc = valueOf(parseQdc(serializeQdc(own, language).text, language)).codebook;
      for (const theirs of [fromBrat, fromQdc])
        for (const how of ['add', 'replace'] as const) {
          const taken = take(own, theirs, { how, isWhole: false });
          expect([language, how, taken.differences]).toEqual([language, how, []]);
          expect(taken.known).toBe(theirs.types.length + theirs.roles.length + theirs.attributes.length);
        }
    }
  });
});

describe('a codebook that is added', () => {
  const conf = [
    '[entities]',
    'Персона',
    'City',
    '[events]',
    'STATE_VISIT\tGuest*:Персона|City, Host?:Персона',
    '[relations]',
    '[attributes]',
    'Mood\tArg:STATE_VISIT, Value:Good|bad',
  ].join('\n');

  it('is matched by names in any language, and makes what is there only wider', () => {
    const { after, known, differences } = take(mine, brat(conf), { isWhole: false });
    expect(known).toBe(4);
    expect(after.types.map(({ names }) => Object.values(names)[0])).toEqual([
      'person',
      'State visit',
      'City',
    ]);
    expect(after.types[0]).toEqual(mine.types[0]);
    const city = after.types[2]?.id;
    expect(after.roles).toMatchObject([
      { id: 'v.guest', min: 1, max: null, position: 0, fillers: { types: ['p', city] } },
      { type: 'v', min: 0, max: 1, position: 1, fillers: { types: ['p'] } },
    ]);
    expect(after.attributes).toHaveLength(1);
    expect(after.attributes[0]).toMatchObject({
      required: true,
      domain: { choices: [{ value: 'good', names: { en: 'good', ru: 'хорошее' } }, { value: 'bad' }] },
    });
    expect(differences.map((one) => [one.change, one.change === 'changed' && one.widens])).toEqual([
      ['added', false],
      ['changed', true],
      ['added', false],
      ['changed', true],
    ]);
  });

  it('says what is called otherwise in a later state of itself, and takes nothing away', () => {
    const later = book([
      { ...person, names: { en: 'human' }, guidelines: {}, key: null },
      {
        ...visit,
        roles: [{ id: 'v.guest', names: { en: 'visitor' }, min: 0, max: null, fillers: {} }],
        attributes: [
          {
            id: 'v.mood',
            names: { en: 'mood' },
            domain: { kind: 'one-of', choices: [{ value: 'bad', names: {} }] },
          },
        ],
      },
    ]);
    const { after } = take(mine, later);
    expect(after.types[0]).toMatchObject({
      names: { en: 'human', ru: 'персона' },
      guidelines: { en: 'Whole names.' },
    });
    expect(after.roles).toMatchObject([
      { names: { en: 'visitor' }, min: 0, max: null, fillers: { types: ['p'] } },
    ]);
    expect(after.attributes).toMatchObject([{ domain: { choices: [{ value: 'bad' }, { value: 'good' }] } }]);
    const { after: replaced } = take(mine, later, { how: 'replace' });
    expect(replaced.roles[0]?.fillers.types).toEqual([]);
    expect(replaced.types[0]?.names).toEqual({ en: 'human' });
  });

  it('leaves what coders wrote to types that came with Postil, where it is one of these', () => {
    const ready = book([{ ...person, guidelines: { en: 'As it came.', ru: 'Целиком.' } }]);
    const { after } = take(mine, ready, { isLater: false });
    expect(after.types.find(({ id }) => id === 'p')?.guidelines).toEqual({
      en: 'Whole names.',
      ru: 'Целиком.',
    });
  });

  it('never takes one for the other of two types of one name that stand below different ones', () => {
    const types = (prefix: string, order: readonly string[]) =>
      book([
        ...order.map((name) => ({ id: `${prefix}${name}`, kind: 'entity', names: { en: name }, hue: 0 })),
        ...order.map((name) => ({
          id: `${prefix}${name}.other`,
          kind: 'entity',
          parent: `${prefix}${name}`,
          names: { en: 'other' },
          hue: 0,
        })),
      ]);
    const { differences } = take(types('', ['person', 'place']), types('x.', ['place', 'person']));
    expect(differences).toEqual([]);
    const more = take(types('', ['person', 'place']), types('x.', ['thing', 'place', 'person']));
    expect(more.differences.map(({ record }) => record.id)).toEqual(['x.thing', 'x.thing.other']);
  });
});

describe('a later state of the codebook that is added', () => {
  const names = ({ after }: { readonly after: Codebook }): readonly unknown[] =>
    after.types.map(({ id, names: { en }, parent }) => [id, en, parent]);

  it('leaves a name that something gave up to what has it now', () => {
    const renamed = { ...person, names: { en: 'human' } };
    const newcomer = { ...person, id: 'q', key: null };
    for (const theirs of [book([renamed, newcomer]), book([newcomer, renamed])])
      expect(names(take(book([person]), theirs))).toEqual(
        expect.arrayContaining([
          ['p', 'human', null],
          ['q', 'person', null],
        ]),
      );
    const guest = { id: 'v.guest', names: { en: 'visitor' }, min: 0, max: null, fillers: { types: ['p'] } };
    const roles = [guest, { ...guest, id: 'v.other', names: { en: 'guest' } }];
    const { after } = take(mine, book([person, { ...visit, roles }]));
    expect(after.roles.map(({ id, names: { en } }) => [id, en])).toEqual([
      ['v.guest', 'visitor'],
      ['v.other', 'guest'],
    ]);
  });

  it('puts nothing below itself: where places of both close a circle, mine hold', () => {
    const group = { id: 'g', kind: 'entity', names: { en: 'group' }, hue: 10 };
    const here = book([person, { ...group, parent: 'p' }]);
    // There, a group of their own stands at the top, and the person below it.
    const there = book([
      { ...group, id: 'other' },
      { ...person, parent: 'other' },
    ]);
    expect(new Set(names(take(here, there)))).toEqual(
      new Set([
        ['p', 'person', null],
        ['g', 'group', 'p'],
      ]),
    );
  });

  it('lets the values of a choice follow that is written otherwise there, under the same name', () => {
    const [mood] = visit.attributes;
    const written = { value: 'glad', names: { en: 'good' } };
    const there = book([
      person,
      { ...visit, attributes: [{ ...mood, domain: { kind: 'one-of', choices: [written] } }] },
    ]);
    const view = memoryView([...mine.types, ...mine.roles, ...mine.attributes], 'a');
    const how: Taking = { how: 'add', isWhole: true, isLater: true };
    const { plan } = takeCodebook(there, how, view, changeContext());
    expect([...plan.values]).toEqual([['v.mood', new Map([['good', 'glad']])]]);
  });
});
