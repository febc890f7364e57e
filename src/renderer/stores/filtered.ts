import { create } from 'zustand';
import type { SegmentFilter } from '../../core/segments/filter';
import { workspace } from './workspace/workspace';

interface Filtered {
  /** What the table of annotations shows of the project of this path; null where it shows all of them. */
  readonly filtered: { readonly project: string; readonly filter: SegmentFilter } | null;
}

/** What the table of annotations is filtered by, for whoever does something with the same annotations. */
const useFiltered = create<Filtered>(() => ({ filtered: null }));

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
