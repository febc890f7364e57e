/** What to look for in the text of a document. */
export interface FindQuery {
  readonly text: string;
  readonly ignoreCase: boolean;
  readonly wholeWords: boolean;
  /**
   * Whether `text` is a regular expression, in the syntax of JavaScript with the flags `m` and `u`; but `\w` and `\b`
   * know the letters of every script.
   */
  readonly regularExpression: boolean;
}

/** Why nothing could be found: not a regular expression (`detail` is the engine's words), or one that never ends. */
export type FindProblem =
  { readonly code: 'pattern-invalid'; readonly detail: string } | { readonly code: 'pattern-too-slow' };
