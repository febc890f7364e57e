import type { Lose } from '../../core/exchange/losses';
import type { EntryRecord } from '../../core/model/annotation';

/** Tells of the entries that no mention brings along, and of those that no mention tells from another one. */
export function tellEntries(entries: Iterable<EntryRecord>, used: ReadonlySet<string>, lose: Lose): void {
  const told = new Set<string>();
  for (const { id, kind, name, identifiers } of entries) {
    const key = JSON.stringify([kind, name, identifiers]);
    const reason = !used.has(id) ? 'unused' : told.has(key) ? 'spelling' : null;
    if (reason) lose({ thing: 'entry', reason, record: id, part: null, document: null });
    else told.add(key);
  }
}
