import { create } from 'zustand';
import type { SegmentCount, SegmentRow } from '../../../contract/segments';
import type { AnnotationId, CoderId } from '../../../core/ids';
import {
  everySegment,
  isEverySegment,
  type SegmentFilter,
  type SegmentQuery,
} from '../../../core/segments/filter';
import { invoke } from '../../bridge/bridge';
import { hiddenCoders } from '../../stores/coders';
import { tellFiltered } from '../../stores/filtered';
import { report } from '../../stores/notices';
import { useWorkspaceState, workspace } from '../../stores/workspace/workspace';
import { nothing, type Selection } from './selection';

/** How many rows are fetched at once. */
export const rowsPerPage = 100;

/** How many pages are kept: what one scrolls past need not be kept for ever. */
const mostPages = 60;

interface Table {
  readonly query: SegmentQuery;
  /** Null while it is not known. What was counted last is shown until it is counted anew. */
  readonly count: SegmentCount | null;
  /** The rows that were fetched, by the number of their page. */
  readonly pages: ReadonlyMap<number, readonly SegmentRow[]>;
  readonly selection: Selection;
  /** The row that the keyboard is at, and from which a range of rows is selected. */
  readonly active: number;
  readonly anchor: number;
  /** Where the table was scrolled to when it was left. */
  readonly scrollTop: number;
}

const atFirst: Table = {
  query: { filter: everySegment, order: 'document', descending: false, grouping: 'none' },
  count: null,
  pages: new Map(),
  selection: nothing,
  active: 0,
  anchor: 0,
  scrollTop: 0,
};

/** The table of annotations, as it stands while the window shows something else as well. */
export const useTable = create<Table>(() => atFirst);

/** Told apart: what was asked before the query or the project changed is of no use when it comes. */
let generation = 0;
const asked = new Map<number, number>();

/** A coder whom nobody is: the filter for annotations of coders all of whom are hidden. */
const nobody = '-' as CoderId;

/** The query with those left out whose annotations are hidden from this coder. */
export function effectiveQuery(query: SegmentQuery = useTable.getState().query): SegmentQuery {
  const hidden = hiddenCoders();
  if (hidden.size === 0) return query;
  const { coders } = query.filter;
  const wanted = coders.length > 0 ? coders : [...(workspace()?.coders.keys() ?? [])];
  const shown = wanted.filter((coder) => !hidden.has(coder));
  return { ...query, filter: { ...query.filter, coders: shown.length > 0 ? shown : [nobody] } };
}

/** Asks for something else: the table begins anew. */
export function ask(change: Partial<SegmentQuery>): void {
  inView = [0];
  useTable.setState(({ query }) => ({
    query: { ...query, ...change },
    count: null,
    pages: new Map(),
    selection: nothing,
    active: 0,
    anchor: 0,
    scrollTop: 0,
  }));
  refresh();
}

/** Filters by something else. */
export const filterBy = (change: Partial<SegmentFilter>): void =>
  ask({ filter: { ...useTable.getState().query.filter, ...change } });

/** The pages that are in view. */
let inView: readonly number[] = [0];

/** Fetches what comes into view. */
export function show(firstRow: number, lastRow: number): void {
  const first = Math.floor(firstRow / rowsPerPage);
  const last = Math.floor(lastRow / rowsPerPage);
  inView = Array.from({ length: last - first + 1 }, (_, index) => first + index);
  inView.forEach(fetchPage);
}

/** Fetches anew what is shown, because the project or what is hidden in it changed. */
function refresh(): void {
  generation += 1;
  asked.clear();
  const { filter } = effectiveQuery();
  tellFiltered(isEverySegment(filter) ? null : filter);
  // What is in view stays there until it comes anew.
  useTable.setState(({ pages }) => ({
    pages: new Map([...pages].filter(([page]) => inView.includes(page))),
  }));
  hasCount = false;
  inView.forEach(fetchPage);
}

/** Whether it is known how many rows there are, or asked for. */
let hasCount = false;

/** Takes the number of all rows where it came with some of them, and else asks for it: the rows need not wait. */
function takeCount(known: SegmentCount | null): void {
  if (hasCount) return;
  hasCount = true;
  if (known) {
    useTable.setState({ count: known });
    return;
  }
  const mine = generation;
  void invoke('segments.count', { query: effectiveQuery() }).then((count) => {
    if (mine !== generation) return;
    if (count.ok) useTable.setState({ count: count.value });
    else report(count.problem);
  });
}

/** Fetches a page of rows, unless that was asked for already. */
function fetchPage(page: number): void {
  const mine = generation;
  if (asked.get(page) === mine) return;
  asked.set(page, mine);
  const query = effectiveQuery();
  void invoke('segments.page', {
    ...{ query, hidden: [...hiddenCoders()] },
    ...{ offset: page * rowsPerPage, limit: rowsPerPage },
  }).then((found) => {
    if (mine !== generation) return;
    if (!found.ok) {
      report(found.problem);
      return;
    }
    useTable.setState(({ pages }) => ({ pages: withPage(pages, page, found.value.rows) }));
    takeCount(found.value.count);
  });
}

function withPage(
  pages: Table['pages'],
  page: number,
  rows: readonly SegmentRow[],
): ReadonlyMap<number, readonly SegmentRow[]> {
  const next = new Map(pages);
  next.delete(page);
  next.set(page, rows);
  for (const oldest of [...next.keys()].slice(0, -mostPages)) {
    next.delete(oldest);
    asked.delete(oldest);
  }
  return next;
}

/** A row, where it was fetched. */
export const rowAt = (index: number): SegmentRow | undefined =>
  useTable.getState().pages.get(Math.floor(index / rowsPerPage))?.[index % rowsPerPage];

/** The ids of all rows from one to another, fetched or not. */
export async function idsBetween(first: number, last: number): Promise<readonly AnnotationId[]> {
  const [from, to] = [Math.min(first, last), Math.max(first, last) + 1];
  const ids: AnnotationId[] = [];
  while (from + ids.length < to) {
    const offset = from + ids.length;
    const page = await invoke('segments.page', {
      query: effectiveQuery(),
      hidden: [...hiddenCoders()],
      offset,
      limit: Math.min(1000, to - offset),
    });
    if (!page.ok || page.value.rows.length === 0) break;
    for (const { annotation } of page.value.rows) ids.push(annotation.id);
  }
  return ids;
}

/** The annotation that the keyboard was at when the table was left. */
let leftAt: AnnotationId | null = null;

/** The project that the table was last shown of: what was asked of another one means nothing here. */
let shownOf: string | null = null;

function beginWhereAnother(project: string | null): void {
  if (shownOf !== null && project !== shownOf) {
    useTable.setState(atFirst);
    leftAt = null;
  }
  shownOf = project;
}

/** Goes to where the annotation stands now at which the table was left: rows may have come before it since. */
async function comeBack(): Promise<void> {
  const annotation = leftAt;
  leftAt = null;
  if (annotation === null) return;
  const { query, active } = useTable.getState();
  const place = await invoke('segments.place', { query: effectiveQuery(), annotation });
  const now = useTable.getState();
  // Whoever has gone on since is not called back.
  if (!place.ok || place.value === null || now.query !== query || now.active !== active) return;
  if (place.value !== active) useTable.setState({ active: place.value, anchor: place.value });
}

/** Keeps the table in step with the project while it is shown. Answers with a function that stops that. */
export function followProject(): () => void {
  beginWhereAnother(workspace()?.project.path ?? null);
  void comeBack();
  // That there was nothing is no longer known: the table is there for the keyboard while it is asked for.
  useTable.setState(({ count }) => ({ count: count?.total === 0 ? null : count }));
  refresh();
  const stop = useWorkspaceState.subscribe(({ workspace: now }, { workspace: before }) => {
    if (now?.project.path !== before?.project.path) {
      beginWhereAnother(now?.project.path ?? null);
      if (now) refresh();
    } else if (now?.project !== before?.project) refresh();
  });
  return () => {
    leftAt = rowAt(useTable.getState().active)?.annotation.id ?? null;
    stop();
  };
}
