import { create } from 'zustand';
import type { SegmentFilter } from '../../core/segments/filter';
import { workspace } from './workspace/workspace';

interface Filtered {
  /** What the table of annotations shows of the project of this path; null where it shows all of them. */
  readonly filtered: { readonly project: string; readonly filter: SegmentFilter } | null;
  /** Whether the next export is to begin with it. */
  readonly isWanted: boolean;
}

/** What the table of annotations is filtered by, for whoever does something with the same annotations. */
export const useFiltered = create<Filtered>(() => ({ filtered: null, isWanted: false }));

/** The filter of the table in the open project; null where there is none. */
export function filterOfTable(): SegmentFilter | null {
  const { filtered } = useFiltered.getState();
  return filtered && filtered.project === workspace()?.project.path ? filtered.filter : null;
}

/** Told by the table whenever it shows others. */
export function tellFiltered(filter: SegmentFilter | null): void {
  const project = workspace()?.project.path;
  useFiltered.setState({ filtered: filter && project !== undefined ? { project, filter } : null });
}

/** Lets the next export begin with what the table shows. */
export const wantFiltered = (): void => useFiltered.setState({ isWanted: true });

/** Whether an export is to begin with what the table shows; asked once. */
export function takeWanted(): boolean {
  const { isWanted } = useFiltered.getState();
  useFiltered.setState({ isWanted: false });
  return isWanted;
}
