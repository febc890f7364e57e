import { create } from 'zustand';
import type { HistoryFilter } from '../../../contract/history-calls';
import type { ChangeNumber, DocumentId } from '../../../core/ids';
import { showView } from '../../stores/interface';

interface HistoryState {
  readonly tab: 'changes' | 'deleted';
  readonly filter: HistoryFilter;
  /** The change that a person asks to go back to, until they have answered. */
  readonly goingBackTo: ChangeNumber | null;
}

/** The filter that leaves nothing out. */
export const everything: HistoryFilter = { coder: null, name: null, document: null, from: null, until: null };

/** What of the history is looked at. */
export const useHistory = create<HistoryState>(() => ({
  tab: 'changes',
  filter: everything,
  goingBackTo: null,
}));

export const setFilter = (filter: Partial<HistoryFilter>): void =>
  useHistory.setState((state) => ({ filter: { ...state.filter, ...filter } }));

/** Shows the history of one document. */
export function showDocumentHistory(document: DocumentId): void {
  useHistory.setState({ tab: 'changes', filter: { ...everything, document } });
  showView('history');
}

/** Shows what was deleted. */
export function showDeleted(): void {
  useHistory.setState({ tab: 'deleted' });
  showView('history');
}
