import type { DocumentSummary } from '../../../contract/engine-answers';
import { statuses, type DocumentRecord, type Status } from '../../../core/model/document';
import { hasFacets, sortValue, type Facet, type FacetKey, type FacetWords } from './facets';

export const orders = ['queue', 'name', 'length', 'status', 'annotations', 'added'] as const;

/** What the list of documents is sorted by; `queue` is the order in which they are to be coded. */
export type Order = (typeof orders)[number] | FacetKey;

export const filters = ['all', 'unfinished', ...statuses, 'lacking'] as const;

/** Which documents are listed; unfinished are those that are not done or lack a required value. */
export type StatusFilter = Status | 'all' | 'unfinished' | 'lacking';

export interface Listing {
  readonly text: string;
  readonly show: StatusFilter;
  readonly order: Order;
  /** Values of which documents are to have one under each key. */
  readonly facets: readonly Pick<Facet, 'key' | 'value'>[];
  /** Whether a document has no value of an attribute that requires one. */
  readonly isLacking: (document: DocumentRecord) => boolean;
}

type Compare = (a: DocumentSummary, b: DocumentSummary) => number;

const compareBy = (order: Exclude<Order, 'queue'>, words: FacetWords): Compare => {
  const collator = new Intl.Collator(words.language, { numeric: true });
  switch (order) {
    case 'name':
      return (a, b) => collator.compare(a.document.name, b.document.name);
    case 'length':
      return (a, b) => b.document.length - a.document.length;
    case 'status':
      return (a, b) => statuses.indexOf(a.document.status) - statuses.indexOf(b.document.status);
    case 'annotations':
      return (a, b) => b.annotations - a.annotations;
    case 'added':
      return (a, b) =>
        a.document.addedAt < b.document.addedAt ? 1 : a.document.addedAt > b.document.addedAt ? -1 : 0;
    default:
      return (a, b) => compareValues(sortValue(a, order, words), sortValue(b, order, words), collator);
  }
};

/** Numbers before words, and what has no value last. */
function compareValues(
  a: number | string | null,
  b: number | string | null,
  collator: Intl.Collator,
): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  if (typeof a === 'string' && typeof b === 'string') return collator.compare(a, b);
  return typeof a === 'number' ? -1 : 1;
}

function isShown(
  document: DocumentRecord,
  { show, isLacking }: Pick<Listing, 'show' | 'isLacking'>,
): boolean {
  switch (show) {
    case 'all':
      return true;
    case 'unfinished':
      return document.status !== 'done' || isLacking(document);
    case 'lacking':
      return isLacking(document);
    default:
      return document.status === show;
  }
}

/** The documents that a listing shows, in its order: numbers from the largest, times from the latest. */
export function listed(
  documents: Iterable<DocumentSummary>,
  { text, order, facets, ...wanted }: Listing,
  words: FacetWords,
): readonly DocumentSummary[] {
  const { language } = words;
  const typed = text.toLocaleLowerCase(language).split(/\s+/).filter(Boolean);
  const found = [...documents].filter((summary) => {
    const { document } = summary;
    if (!isShown(document, wanted) || !hasFacets(summary, facets, words)) return false;
    if (typed.length === 0) return true;
    const name = document.name.toLocaleLowerCase(language);
    return typed.every((word) => name.includes(word));
  });
  return order === 'queue' ? found : found.sort(compareBy(order, words));
}
