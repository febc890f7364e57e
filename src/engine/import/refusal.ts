import type { Problem } from '../../core/problem';
import { fail, type Result } from '../../core/result';

/**
 * A problem on its way out of a stream: generators cannot answer with a `Result`, so that what stops one is thrown
 * and becomes a value again in `orRefused`. Neither class ever leaves the folder.
 */
export class Refusal extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.code);
    this.problem = problem;
  }
}

/** A refusal that is not about one file: the whole import has to stop. */
export class Stop extends Refusal {}

/** The value of a result within a stream. */
export function demand<Value>(result: Result<Value>): Value {
  if (result.ok) return result.value;
  throw new Refusal(result.problem);
}

/** Runs work on streams; what `kind` of refusal they throw becomes a value. All else passes through. */
export async function orRefused<Value>(
  work: () => Promise<Result<Value>>,
  kind: 'file' | 'import',
): Promise<Result<Value>> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Refusal && error instanceof Stop === (kind === 'import')) return fail(error.problem);
    throw error;
  }
}
