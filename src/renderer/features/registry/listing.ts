import type { EntryId } from '../../../core/ids';
import type { EntryRecord } from '../../../core/model/annotation';
import { sortedByName } from '../../i18n/by-name';
import { ranked, type Findable } from '../../ui/ranking';

export const orders = ['name', 'mentions', 'newest'] as const;

/** What the list of entries is sorted by. */
export type Order = (typeof orders)[number];

export const filters = ['all', 'entity', 'event', 'unmentioned', 'lacking'] as const;

/** Which entries are listed: all, those of one kind, that no mention refers to, or that lack a required value. */
export type Filter = (typeof filters)[number];

/** An entry in the list, found by its name, its aliases and its identifiers. */
export interface ListedEntry extends Findable {
  readonly entry: EntryRecord;
}

export type Counts = ReadonlyMap<EntryId, number>;

const listedEntry = (entry: EntryRecord): ListedEntry => ({
  entry,
  label: entry.name,
  aliases: [...entry.aliases, ...entry.identifiers.map(({ value }) => value)],
});

const byName = new WeakMap<object, readonly ListedEntry[]>();

/** The entries of a registry in the order of their names; made once for each state of it. */
export function listedByName(registry: ReadonlyMap<EntryId, EntryRecord>): readonly ListedEntry[] {
  let listed = byName.get(registry);
  if (!listed) {
    listed = sortedByName([...registry.values()], ({ name }) => name).map(listedEntry);
    byName.set(registry, listed);
  }
  return listed;
}

/** The entries in an order; they come in that of their names, which is kept among those that are alike. */
export function sorted(
  entries: readonly ListedEntry[],
  order: Order,
  counts: Counts,
): readonly ListedEntry[] {
  const mentions = ({ entry }: ListedEntry): number => counts.get(entry.id) ?? 0;
  switch (order) {
    case 'name':
      return entries;
    case 'newest':
      return [...entries].sort((a, b) => (a.entry.id < b.entry.id ? 1 : -1));
    case 'mentions':
      return [...entries].sort((a, b) => mentions(b) - mentions(a));
  }
}

/** Those that are wanted; with something typed, the best first. */
export function filtered(
  entries: readonly ListedEntry[],
  filter: Filter,
  text: string,
  counts: Counts,
  isLacking: (entry: EntryRecord) => boolean,
): readonly ListedEntry[] {
  const isShown = ({ entry }: ListedEntry): boolean => {
    if (filter === 'all') return true;
    if (filter === 'lacking') return isLacking(entry);
    return filter === 'unmentioned' ? !counts.has(entry.id) : entry.kind === filter;
  };
  return ranked(filter === 'all' ? entries : entries.filter(isShown), text);
}
