import type { AttributeDomain, AttributeRecord, AttributeValue, TermRecord } from '../../core/model/codebook';
import type { Json } from '../../core/model/origin';
import { idIn, isList, listIn, type JsonObject } from '../json-lines/json';

type DomainKind = AttributeDomain['kind'];

/** What a control of the labelling says of a region: the type of its result, and the value under the same name. */
export interface Told {
  readonly type: 'choices' | 'textarea' | 'number';
  readonly value: JsonObject;
}

/** How a value of an attribute is told; null where no control can. `termName` gives a term's only name. */
export function toldValue(
  { domain }: AttributeRecord,
  value: AttributeValue,
  termName: (id: string) => string | null,
): Told | null {
  const text = (words: string): Told => ({ type: 'textarea', value: { text: [words] } });
  switch (domain.kind) {
    case 'yes-no':
    case 'one-of':
      return typeof value === 'object' ? null : { type: 'choices', value: { choices: [String(value)] } };
    case 'several-of':
      return {
        type: 'choices',
        value: { choices: isList(value as Json) ? (value as readonly string[]) : [] },
      };
    case 'number':
      return typeof value === 'number' ? { type: 'number', value: { number: value } } : null;
    case 'vocabulary': {
      const name = typeof value === 'string' ? termName(value) : null;
      return name === null ? null : text(name);
    }
    case 'date':
      if (typeof value === 'object' && 'edtf' in value) return text(`${value.edtf} ${value.words}`);
      return typeof value === 'string' ? text(value) : null;
    case 'text':
      return typeof value === 'string' ? text(value) : null;
  }
}

/** Only one term of an attribute may have a name that is to tell it. */
export const termNames = (terms: readonly TermRecord[]): ReadonlyMap<string, string> => {
  const counts = new Map<string, number>();
  const keyOf = ({ attribute, name }: TermRecord): string => `${attribute} ${name.trim().toLowerCase()}`;
  for (const term of terms) counts.set(keyOf(term), (counts.get(keyOf(term)) ?? 0) + 1);
  const isClear = (term: TermRecord): boolean => term.name.trim() !== '' && counts.get(keyOf(term)) === 1;
  return new Map(terms.filter(isClear).map((term) => [term.id, term.name]));
};

const domainKinds: readonly DomainKind[] = [
  'yes-no',
  'one-of',
  'several-of',
  'number',
  'date',
  'text',
  'vocabulary',
];

/** The domain of what a result tells: Postil says it beside the value, else the control does. */
export function domainOf({ domain, type, value }: JsonObject, isMultiple: boolean): DomainKind | null {
  const told = domainKinds.find((kind) => kind === domain);
  if (told) return told;
  if (value === undefined) return null;
  switch (type) {
    case 'choices':
    case 'taxonomy':
      return isMultiple ? 'several-of' : 'one-of';
    case 'number':
    case 'rating':
      return 'number';
    case 'textarea':
    case 'datetime':
      return 'text';
    default:
      return null;
  }
}

/** The values of a result as texts: what was chosen, rated or written. The region's own text stands there as well. */
export function wordsOf(value: JsonObject): readonly string[] {
  const found = ['choices', 'taxonomy', 'number', 'rating', 'datetime', 'text']
    .map((name) => value[name])
    .find((one) => one !== undefined);
  return (isList(found) ? found : [found ?? null]).flatMap((one) => {
    // A place in a taxonomy is the way to it from the top.
    const words = isList(one) ? one.map((step) => idIn(step) ?? '').join(' / ') : one;
    return typeof words === 'string' ? [words] : (idIn(words) ?? []);
  });
}

/** A value of a domain, of the words that a result has; null where they say none. */
export function valueIn(kind: DomainKind, words: readonly string[]): AttributeValue | null {
  if (kind === 'several-of') return [...new Set(words)];
  const only = kind === 'text' ? words.join('\n') : words[0];
  if (only === undefined || words.length === 0) return null;
  switch (kind) {
    case 'yes-no':
      return only === 'true' ? true : only === 'false' ? false : null;
    case 'number':
      return Number.isFinite(Number(only)) && only !== '' ? Number(only) : null;
    case 'date': {
      const blank = only.indexOf(' ');
      return blank > 0 ? { edtf: only.slice(0, blank), words: only.slice(blank + 1) } : only;
    }
    default:
      return only;
  }
}

/** Whether a result chooses several things at once. */
export const isSeveral = ({ value }: JsonObject): boolean =>
  typeof value === 'object' &&
  value !== null &&
  !isList(value) &&
  listIn((value as JsonObject)['choices'] ?? (value as JsonObject)['taxonomy']).length > 1;
