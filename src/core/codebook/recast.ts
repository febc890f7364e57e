import type { TermId } from '../ids';
import type { AttributeDomain, AttributeRecord, Choice, Localised, TermRecord } from '../model/codebook';
import type { Json } from '../model/origin';
import { foldedName } from './folded-name';

/** What an attribute takes from now on, with its terms, and what each of its values is there. */
export interface Recast {
  readonly domain: AttributeDomain;
  readonly terms: readonly TermRecord[];
  readonly values: ReadonlyMap<string, string>;
}

/** Marks the terms that were choices: as such they have a value for the data, names in several languages, and a place. */
const ofChoices = 'choice';

/**
 * Makes terms of choices where an attribute becomes a vocabulary, and choices of terms where it is one no longer. A term
 * has one name: that in `language` (a BCP 47 tag), if the choice has one there. A term that was a choice, and is still
 * called so, becomes again what it was.
 */
export function recast(
  before: AttributeRecord,
  domain: AttributeDomain,
  terms: readonly TermRecord[],
  language: string,
  newId: () => string,
): Recast {
  const was = before.domain;
  if ('choices' in was && domain.kind === 'vocabulary') {
    const made = termsOf(was.choices, before, language, newId);
    return {
      domain,
      terms: [...terms, ...made.map(([, term]) => term)],
      values: new Map(made.map(([value, term]) => [value, term.id])),
    };
  }
  if (was.kind === 'vocabulary' && 'choices' in domain) {
    const made = choicesOf(terms, domain.choices, language);
    return {
      domain: { ...domain, choices: [...domain.choices, ...made.map(([, choice]) => choice)] },
      terms: [],
      values: new Map(made.map(([id, { value }]) => [id, value])),
    };
  }
  return { domain, terms: domain.kind === 'vocabulary' ? terms : [], values: new Map() };
}

function termsOf(
  choices: readonly Choice[],
  { id: attribute }: AttributeRecord,
  language: string,
  newId: () => string,
): readonly (readonly [value: string, term: TermRecord])[] {
  const taken = new Set<string>();
  return choices.map(({ value, names }, place) => {
    const called = [names[language], names['en'], ...Object.values(names)].find((one) => one?.trim());
    const wanted = called?.trim() ?? value;
    const name = taken.has(foldedName(wanted)) ? `${wanted} (${value})` : wanted;
    taken.add(foldedName(name));
    const origin = { format: ofChoices, id: value, fields: { names: { ...names }, place } };
    return [value, { record: 'term', id: newId() as TermId, attribute, parent: null, name, origin }];
  });
}

function choicesOf(
  terms: readonly TermRecord[],
  others: readonly Choice[],
  language: string,
): readonly (readonly [term: TermId, choice: Choice])[] {
  const taken = new Set(others.map(({ value }) => value));
  return terms
    .map((term) => ({ term, before: choiceBefore(term) }))
    .sort((a, b) => (a.before?.place ?? Infinity) - (b.before?.place ?? Infinity) || byName(a.term, b.term))
    .map(({ term, before }) => {
      const wanted = before?.value ?? term.name;
      let value = wanted;
      for (let suffix = 2; taken.has(value); suffix += 1) value = `${wanted} (${suffix})`;
      taken.add(value);
      return [term.id, { value, names: before?.names ?? { [language]: term.name } }];
    });
}

const byName = (a: TermRecord, b: TermRecord): number => a.name.localeCompare(b.name);

/** The choice that a term was, with its place among the others from 0, if the term is still called so. */
function choiceBefore({ name, origin }: TermRecord): (Choice & { readonly place: number }) | null {
  if (origin?.format !== ofChoices || origin.id === null) return null;
  const { names, place } = origin.fields;
  const said = localised(names);
  if (![origin.id, ...Object.values(said)].includes(name)) return null;
  return { value: origin.id, names: said, place: typeof place === 'number' ? place : Infinity };
}

const localised = (names: Json | undefined): Localised =>
  typeof names !== 'object' || names === null
    ? {}
    : Object.fromEntries(
        Object.entries(names).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
      );
