import type { Problem, ProblemCode } from '../../../core/problem';

/** What tells that something came in otherwise than it stood there; everything else tells that it did not come. */
const changesOnly: ReadonlySet<ProblemCode> = new Set<ProblemCode>([
  'import-role-widened',
  'import-choice-added',
  'codebook-abstract-type',
  'codebook-kind-assumed',
  'format-id-again',
  'format-quote-differs',
  'format-text-changed',
  'refi-ends-exclusive',
  'refi-ends-inclusive',
  'refi-ends-unknown',
  'refi-line-breaks',
  'refi-units',
  'format-characters-replaced',
  'format-value-kept',
]);

/** Whether a warning about files of another tool tells of something that does not come in. */
export const isLeftOut = ({ code }: Problem): boolean => !changesOnly.has(code);
