import type { FindProblem, FindQuery } from '../../../core/occurrences/find-query';

/** What the find bar shows. A new object after every change, so that React can subscribe to it. */
export interface FindState {
  readonly query: FindQuery | null;
  readonly isSearching: boolean;
  readonly count: number;
  /** Which hit is the current one, counted from 1; 0 where there is none. */
  readonly current: number;
  readonly problem: FindProblem | null;
}

/** Finds in the document and paints the hits. For `useSyncExternalStore(find.subscribe, find.state)`. */
export interface FindController {
  readonly state: () => FindState;
  readonly subscribe: (listener: () => void) => () => void;
  /** Looks for something else; the hit at or after the caret becomes the current one and comes into view. */
  readonly search: (query: FindQuery) => void;
  readonly next: () => void;
  readonly previous: () => void;
  /** Ends finding: takes the paint away and leaves the current hit selected. */
  readonly close: () => void;
}
