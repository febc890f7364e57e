import { problem, type Problem } from '../../../core/problem';
import type { TextFlow } from './text-flow';

/** Tells that a text had characters which no text can have, if it had any. */
export const replacedCharacters = ({ replaced }: TextFlow): readonly Problem[] =>
  replaced === 0 ? [] : [problem('document-characters-replaced', { count: replaced })];
