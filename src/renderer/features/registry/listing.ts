import type { EntryId } from '../../../core/ids';
import type { EntryRecord } from '../../../core/model/annotation';
import { ranked, type Findable } from '../../ui/ranking';

export const orders = ['name', 'mentions', 'newest'] as const;

/** What the list of entries is sorted by. */
export type Order = (typeof orders)[number];

export const filters = ['all', 'entity', 'event', 'unmentioned'] as const;

/** Which entries are listed: all, those of one kind, or those that no mention refers to. */
export type Filter = (typeof filters)[number];

/** An entry in the list, found by its name, its aliases and its identifiers. */
export interface ListedEntry extends Findable {
  readonly entry: EntryRecord;
}

export type Counts = ReadonlyMap<EntryId, number>;

export const listedEntry = (entry: EntryRecord): ListedEntry => ({
  entry,
  label: entry.name,
  aliases: [...entry.aliases, ...entry.identifiers.map(({ value }) => value)],
});

/** The entries in an order. Those that are alike in it are sorted by name. */
export function sorted(
  entries: readonly ListedEntry[],
  order: Order,
  counts: Counts,
  language: string,
): readonly ListedEntry[] {
  if (order === 'newest') return [...entries].sort((a, b) => (a.entry.id < b.entry.id ? 1 : -1));
  const { compare } = new Intl.Collator(language);
  const byName = [...entries].sort((a, b) => compare(a.label, b.label));
  const mentions = ({ entry }: ListedEntry): number => counts.get(entry.id) ?? 0;
  return order === 'name' ? byName : byName.sort((a, b) => mentions(b) - mentions(a));
}

/** Those that are wanted; with something typed, the best first. */
export function filtered(
  entries: readonly ListedEntry[],
  filter: Filter,
  text: string,
  counts: Counts,
): readonly ListedEntry[] {
  const isShown = ({ entry }: ListedEntry): boolean => {
    if (filter === 'all') return true;
    return filter === 'unmentioned' ? !counts.has(entry.id) : entry.kind === filter;
  };
  return ranked(filter === 'all' ? entries : entries.filter(isShown), text);
}
