import type { DocumentSummary } from '../../../contract/engine-answers';
import { statuses, type Status } from '../../../core/model/document';

export const orders = ['queue', 'name', 'length', 'status', 'annotations', 'added'] as const;

/** What the list of documents is sorted by; `queue` is the order in which they are to be coded. */
export type Order = (typeof orders)[number];

export const filters = ['all', 'unfinished', ...statuses] as const;

/** Which documents are listed; unfinished are those that are not done. */
export type StatusFilter = Status | 'all' | 'unfinished';

export interface Listing {
  readonly text: string;
  readonly show: StatusFilter;
  readonly order: Order;
}

type Compare = (a: DocumentSummary, b: DocumentSummary) => number;

const compareBy = (order: Exclude<Order, 'queue'>, language: string): Compare => {
  const collator = new Intl.Collator(language, { numeric: true });
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
  }
};

const isShown = (status: Status, show: StatusFilter): boolean =>
  show === 'all' || (show === 'unfinished' ? status !== 'done' : status === show);

/** The documents that a listing shows, in its order: numbers from the largest, times from the latest. */
export function listed(
  documents: Iterable<DocumentSummary>,
  { text, show, order }: Listing,
  language: string,
): readonly DocumentSummary[] {
  const words = text.toLocaleLowerCase(language).split(/\s+/).filter(Boolean);
  const found = [...documents].filter(({ document }) => {
    if (!isShown(document.status, show)) return false;
    if (words.length === 0) return true;
    const name = document.name.toLocaleLowerCase(language);
    return words.every((word) => name.includes(word));
  });
  return order === 'queue' ? found : found.sort(compareBy(order, language));
}
