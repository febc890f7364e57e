import { create } from 'zustand';
import type { EntryId } from '../../core/ids';
import { showView } from './interface';

interface ShownEntry {
  /** The entry that the view of the registry is about; null before one was chosen. */
  readonly entry: EntryId | null;
}

export const useShownEntry = create<ShownEntry>(() => ({ entry: null }));

export const chooseEntry = (entry: EntryId | null): void => useShownEntry.setState({ entry });

/** Shows an entry in the registry, from wherever one is. */
export function showEntry(entry: EntryId): void {
  chooseEntry(entry);
  showView('registry');
}
