/** What to look for in the text of a document. */
export interface FindQuery {
  readonly text: string;
  readonly ignoreCase: boolean;
  readonly wholeWords: boolean;
  /** Whether `text` is a regular expression, in the syntax of JavaScript with the flags `m` and `u`. */
  readonly regularExpression: boolean;
}

/** Why nothing could be found: not a regular expression (`detail` is the engine's words), or one that never ends. */
export type FindProblem =
  { readonly code: 'pattern-invalid'; readonly detail: string } | { readonly code: 'pattern-too-slow' };

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
