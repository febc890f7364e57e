import { create } from 'zustand';
import type { DocumentId } from '../../core/ids';
import type { DocumentRecord } from '../../core/model/document';
import { workspace } from './workspace/workspace';

const noDocuments: ReadonlySet<string> = new Set();

/** The documents that are marked in the list, to do something with them together. Nothing of it is kept. */
export const useMarked = create<{ readonly marked: ReadonlySet<string> }>(() => ({ marked: noDocuments }));

/** Marks these documents, and no others. */
export const mark = (marked: ReadonlySet<string>): void => useMarked.setState({ marked });
/** Takes the marks from all documents. */
export const unmark = (): void => mark(noDocuments);

/** The documents that a command is about, in the order of the queue: those that are marked, else the open one. */
function chosenDocuments(): readonly DocumentRecord[] {
  const current = workspace();
  const { marked } = useMarked.getState();
  const all = [...(current?.documents.values() ?? [])].map(({ document }) => document);
  const wanted = all.filter(({ id }) => marked.has(id));
  return wanted.length > 0 ? wanted : all.filter(({ id }) => id === current?.open?.id);
}

/** The ids of the documents that a command is about. */
export const chosenIds = (): readonly DocumentId[] => chosenDocuments().map(({ id }) => id);
