import type { EntryId, TypeId } from '../ids';
import type { EntryRecord } from '../model/annotation';
import type { TypeRecord } from '../model/codebook';
import { problem, type Problem } from '../problem';
import { isEdtf } from './edtf';

/** Something about a registry entry that cannot be so. */
export interface EntryFault {
  readonly field: 'name' | 'type' | 'identifiers' | 'date' | 'place';
  /** What to tell whoever asked for it. */
  readonly problem: Problem;
  /** What to tell whoever checks a file. */
  readonly detail: string;
}

/** Looks up what an entry refers to. */
export interface EntrySurroundings {
  type(id: TypeId): Pick<TypeRecord, 'kind'> | undefined;
  entry(id: EntryId): Pick<EntryRecord, 'kind'> | undefined;
}

type Identifier = EntryRecord['identifiers'][number];

/** The scheme of identifiers whose values are known by their form. */
export const wikidata = 'wikidata';

const isWikidata = ({ scheme }: Identifier): boolean => scheme.trim().toLowerCase() === wikidata;

/** True for an identifier that its scheme can have; of schemes that are not known, any that is not empty. */
export function isIdentifier(identifier: Identifier): boolean {
  if (identifier.scheme.trim() === '' || identifier.value.trim() === '') return false;
  return !isWikidata(identifier) || /^Q[1-9][0-9]*$/.test(identifier.value);
}

/** An identifier as it is kept: without spaces around it, and a Wikidata item by its Q-number, even where its address was given. */
function tidyIdentifier({ scheme, value }: Identifier): Identifier {
  const tidy = { scheme: scheme.trim(), value: value.trim() };
  if (!isWikidata(tidy)) return tidy;
  const number = /^(?:https?:\/\/(?:www\.|m\.)?wikidata\.org\/(?:wiki|entity)\/)?(q[0-9]+)\/?$/i.exec(
    tidy.value,
  );
  return { scheme: wikidata, value: number?.[1]?.toUpperCase() ?? tidy.value };
}

/** Everything about an entry that cannot be so. */
export function* entryFaults(entry: EntryRecord, around: EntrySurroundings): Iterable<EntryFault> {
  const { kind, date, place } = entry;
  if (entry.name.trim() === '')
    yield { field: 'name', problem: problem('entry-name-missing'), detail: 'it has no name' };

  const type = entry.type && around.type(entry.type);
  if (type && type.kind !== kind)
    yield {
      field: 'type',
      problem: problem('entry-kind-mismatch', { kind }),
      detail: `${kind} of a type of the kind ${type.kind}`,
    };

  for (const { scheme, value } of entry.identifiers.filter((identifier) => !isIdentifier(identifier)))
    yield {
      field: 'identifiers',
      problem: problem('entry-identifier-invalid', { scheme, value }),
      detail: `“${value}” is no identifier of “${scheme}”`,
    };

  if (date !== null && (kind !== 'event' || !isEdtf(date)))
    yield {
      field: 'date',
      problem: problem('entry-date-invalid', { date }),
      detail: kind === 'event' ? `“${date}” is no date in EDTF` : 'only an event has a date',
    };

  if (place === null) return;
  if (kind !== 'event' || (around.entry(place)?.kind ?? 'entity') !== 'entity')
    yield {
      field: 'place',
      problem: problem('entry-place-invalid'),
      detail: kind === 'event' ? `${place} is an event, and no place` : 'only an event has a place',
    };
}

/** Names without spaces around them, each once whatever its case, and none of `others`. */
export function tidyNames(names: readonly string[], ...others: readonly string[]): readonly string[] {
  const known = new Set(others.map((name) => name.trim().toLowerCase()));
  const kept: string[] = [];
  for (const name of names.map((one) => one.trim())) {
    if (name === '' || known.has(name.toLowerCase())) continue;
    known.add(name.toLowerCase());
    kept.push(name);
  }
  return kept;
}

/** Identifiers as they are kept, each once. */
export function tidyIdentifiers(identifiers: readonly Identifier[]): readonly Identifier[] {
  const kept = new Map<string, Identifier>();
  for (const identifier of identifiers.map(tidyIdentifier)) {
    const key = JSON.stringify([identifier.scheme.toLowerCase(), identifier.value]);
    if (!kept.has(key)) kept.set(key, identifier);
  }
  return [...kept.values()];
}
