import { describe, expect, it } from 'vitest';
import { valueOf } from '../../../tests/support/engine';
import type { TypeRecord } from '../../core/model/codebook';
import { misfitsOf } from '../../core/rules/misfits';
import { readyMade } from './ready-made';

const { types, roles, attributes } = valueOf(readyMade('political-news'));
const ofKind = (kind: string): TypeRecord[] => types.filter((type) => type.kind === kind);
const sentencesIn = (text: string): number =>
  [...new Intl.Segmenter('en', { granularity: 'sentence' }).segment(text)].length;
/** Degrees between two hues, the shorter way around. */
const apart = (a: number, b: number): number => Math.min(Math.abs(a - b), 360 - Math.abs(a - b));

describe('the codebook for political news', () => {
  it('has the types of the three kinds under ids that stay', () => {
    expect(ofKind('entity').map(({ id }) => id)).toEqual(
      [
        'person',
        'organisation',
        'country',
        'place',
        'office',
        'document',
        'operation',
        'date',
        'quantity',
      ].map((name) => `entity.${name}`),
    );
    expect(ofKind('event').map(({ id }) => id)).toEqual(
      ['meeting', 'agreement', 'adoption', 'appointment', 'visit', 'operation', 'exercise', 'speech'].map(
        (name) => `event.${name}`,
      ),
    );
    expect(ofKind('statement').map(({ id }) => id)).toEqual(
      ['claim', 'proposal', 'evaluation', 'commitment', 'demand'].map((name) => `statement.${name}`),
    );
  });

  it('gives each kind a row of the keyboard, in order', () => {
    const keys = (kind: string): string =>
      ofKind(kind)
        .map(({ key }) => key?.slice(-1))
        .join('');
    expect(keys('entity')).toBe('123456789');
    expect(keys('event')).toBe('QWERTYUI');
    expect(keys('statement')).toBe('ASDFG');
    expect(types.every(({ key }) => /^(Digit\d|Key[A-Z])$/.test(key ?? ''))).toBe(true);
  });

  it('lets a new statement keep the speaker of the one before, and nothing else', () => {
    const sticky = roles.filter((role) => role.sticky);
    expect(sticky.map(({ id }) => id)).toEqual(ofKind('statement').map(({ id }) => `${id}.speaker`));
  });

  it('names and explains every type in both languages, with an example', () => {
    for (const { id, names, guidelines } of types)
      for (const language of ['en', 'ru']) {
        expect([id, names[language]]).not.toEqual([id, undefined]);
        const guideline = guidelines[language] ?? '';
        expect([id, sentencesIn(guideline)]).toEqual([
          id,
          expect.toSatisfy((n: number) => n === 2 || n === 3),
        ]);
        expect(guideline, id).toMatch(language === 'en' ? /“.+”|pronoun/ : /«.+»/);
      }
  });

  it('keeps the colours of a kind apart, most of all those of neighbours', () => {
    for (const kind of ['entity', 'event', 'statement']) {
      const hues = ofKind(kind).map(({ hue }) => hue);
      for (const [index, hue] of hues.entries())
        for (const [other, otherHue] of hues.entries()) {
          if (index === other) continue;
          expect(apart(hue, otherHue)).toBeGreaterThanOrEqual(Math.abs(index - other) === 1 ? 90 : 40);
        }
    }
  });

  it('gives events and statements roles that types of the codebook can fill', () => {
    const ids = new Set(types.map(({ id }) => id));
    expect(new Set(roles.map(({ type }) => type))).toEqual(
      new Set([...ofKind('event'), ...ofKind('statement')].map(({ id }) => id)),
    );
    for (const { fillers, names } of roles) {
      expect(fillers.types.every((type) => ids.has(type))).toBe(true);
      expect(fillers.kinds.length + fillers.types.length > 0 || fillers.entries || fillers.spans).toBe(true);
      expect(Object.keys(names).sort()).toEqual(['en', 'ru']);
    }
  });

  it('asks of events and statements what is usually asked, with a name for every choice', () => {
    const asked = (type: string): string[] =>
      attributes
        .filter(({ owner }) => owner.of === 'type' && owner.type === type)
        .map(({ id }) => id.slice(type.length + 1));
    for (const { id } of ofKind('event')) expect(asked(id)).toEqual(['polarity', 'modality', 'factuality']);
    for (const { id } of ofKind('statement')) expect(asked(id)).toEqual(['stance', 'certainty', 'mode']);
    for (const { id } of ofKind('entity')) expect(asked(id)).toEqual([]);
    for (const attribute of attributes) {
      expect([...misfitsOf(attribute, () => undefined)]).toEqual([]);
      const choices = attribute.domain.kind === 'one-of' ? attribute.domain.choices : [];
      expect(choices.length).toBeGreaterThan(1);
      for (const { names } of [attribute, ...choices])
        expect(Object.keys(names).sort()).toEqual(['en', 'ru']);
    }
  });

  it('gives no attribute the key of a type', () => {
    const keys = new Set(types.map(({ key }) => key));
    expect(attributes.filter(({ key }) => key === null || keys.has(key))).toEqual([]);
  });
});
