import { problem, type Problem } from '../../../core/problem';

/** Tells that a text had characters which no text can have, if it had any. */
export const replacedCharacters = ({ replaced }: { readonly replaced: number }): readonly Problem[] =>
  replaced === 0 ? [] : [problem('document-characters-replaced', { count: replaced })];
