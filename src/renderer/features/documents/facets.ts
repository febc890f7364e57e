import type { DocumentSummary } from '../../../contract/engine-answers';
import type { AttributeRecord, AttributeValue, TermRecord } from '../../../core/model/codebook';
import type { DocumentRecord } from '../../../core/model/document';
import { anchorOf } from '../../../core/dates/resolve';
import { isDatedWords } from '../../../core/rules/attribute-domain';
import { labelOf } from '../../values/choice-name';
import type { Language } from '../../i18n/i18n';

/** Something that documents have a value of: a key of their metadata, or an attribute of documents. */
export type FacetKey = `metadata ${string}` | `attribute ${string}`;

/** One value of one key, by which documents can be picked out, and how many have it. */
export interface Facet {
  readonly key: FacetKey;
  /** What the interface calls the key and the value. */
  readonly title: string;
  readonly value: string;
  readonly count: number;
}

/** What is needed to put the values of attributes into words. */
export interface FacetWords {
  readonly attributes: readonly AttributeRecord[];
  readonly terms: ReadonlyMap<string, TermRecord>;
  readonly nameOf: (attribute: AttributeRecord) => string;
  readonly titleOf: (metadataKey: string) => string;
  readonly yes: string;
  readonly no: string;
  readonly language: Language;
}

function wordsOf(attribute: AttributeRecord, value: AttributeValue, words: FacetWords): readonly string[] {
  const { domain } = attribute;
  const choice = (chosen: string): string => {
    const known = 'choices' in domain && domain.choices.find((one) => one.value === chosen);
    return known ? labelOf(known, words.language) : chosen;
  };
  if (typeof value === 'boolean') return [value ? words.yes : words.no];
  if (typeof value === 'number') return [String(value)];
  if (typeof value === 'string')
    return [domain.kind === 'vocabulary' ? (words.terms.get(value)?.name ?? value) : choice(value)];
  return isDatedWords(value) ? [value.edtf] : value.map(choice);
}

/** Metadata that tell a day are picked out by year: a day has few documents. */
const metadataValue = (value: string): string => {
  const anchor = /\d{4}/.test(value) ? anchorOf(value) : null;
  return anchor && value.length > 4 ? String(anchor.year) : value;
};

/** The values of a document under every key, in words. */
function valuesOf(document: DocumentRecord, words: FacetWords): readonly Omit<Facet, 'count'>[] {
  return [
    ...Object.entries(document.metadata).map(([name, value]) => ({
      key: `metadata ${name}` as const,
      title: words.titleOf(name),
      value: metadataValue(value),
    })),
    ...words.attributes.flatMap((attribute) => {
      const value = document.attributes[attribute.id];
      return value === undefined
        ? []
        : wordsOf(attribute, value, words).map((one) => ({
            key: `attribute ${attribute.id}` as const,
            title: words.nameOf(attribute),
            value: one,
          }));
    }),
  ];
}

/** Every value by which some documents can be picked out, with how many have it; by key, the most frequent first. */
export function facetsOf(summaries: Iterable<DocumentSummary>, words: FacetWords): readonly Facet[] {
  const found = new Map<string, Facet>();
  for (const { document } of summaries)
    for (const one of valuesOf(document, words)) {
      const id = idOfFacet(one);
      found.set(id, { ...one, count: (found.get(id)?.count ?? 0) + 1 });
    }
  const collator = new Intl.Collator(words.language, { numeric: true });
  return [...found.values()].sort(
    (a, b) => collator.compare(a.title, b.title) || b.count - a.count || collator.compare(a.value, b.value),
  );
}

/** What tells a facet from every other. */
export const idOfFacet = ({ key, value }: Pick<Facet, 'key' | 'value'>): string =>
  JSON.stringify([key, value]);

/** Whether a document has one of the chosen values under each key of which some are chosen. */
export function hasFacets(
  { document }: DocumentSummary,
  chosen: readonly Pick<Facet, 'key' | 'value'>[],
  words: FacetWords,
): boolean {
  if (chosen.length === 0) return true;
  const own = new Set(valuesOf(document, words).map(idOfFacet));
  const keys = new Set(chosen.map(({ key }) => key));
  return [...keys].every((key) => chosen.some((one) => one.key === key && own.has(idOfFacet(one))));
}

/** What documents are sorted by under a key: numbers for dates and numbers, words for the rest; null for none. */
export function sortValue(
  { document }: DocumentSummary,
  key: FacetKey,
  words: FacetWords,
): number | string | null {
  const name = key.slice(key.indexOf(' ') + 1);
  if (key.startsWith('metadata')) {
    const value = document.metadata[name];
    if (value === undefined) return null;
    const anchor = /\d{4}/.test(value) ? anchorOf(value) : null;
    return anchor ? anchor.year * 10_000 + (anchor.month ?? 0) * 100 + (anchor.day ?? 0) : value;
  }
  const value = document.attributes[name];
  const attribute = words.attributes.find(({ id }) => id === name);
  if (value === undefined || !attribute) return null;
  return typeof value === 'number' ? value : (wordsOf(attribute, value, words)[0] ?? null);
}
