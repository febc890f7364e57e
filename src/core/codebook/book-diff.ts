import { joined, updateOf, type Diff, type Update } from '../diff';
import type { AnyRecord } from '../model/records';
import type { Codebook } from './codebook';
import { isSame } from '../same';

const parts = ['types', 'roles', 'attributes', 'terms'] as const satisfies readonly (keyof Codebook)[];

/** What of two lists of records, matched by their ids, came, changed and went. */
function difference(before: readonly AnyRecord[], after: readonly AnyRecord[]): Diff {
  const was = new Map(before.map((record) => [record.id, record]));
  const is = new Set(after.map(({ id }) => id));
  const updated: Update[] = [];
  const added: AnyRecord[] = [];
  for (const record of after) {
    const old = was.get(record.id);
    if (!old) added.push(record);
    else if (!isSame(old, record)) updated.push(updateOf(old, record));
  }
  return { added, updated, removed: before.filter(({ id }) => !is.has(id)) };
}

/** The diff that makes one codebook of another, without what follows from that. */
export function bookDiff(before: Codebook, after: Codebook): Diff {
  return joined(...parts.map((part) => difference(before[part], after[part])));
}
