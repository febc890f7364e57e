import type { Problem } from '../../core/problem';
import { fail, type Result } from '../../core/result';

/**
 * A problem on its way out of a stream: generators cannot answer with a `Result`, so that what stops one is thrown
 * and becomes a value again in `orRefused`. Never leaves the folder.
 */
export class Refusal extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.code);
    this.problem = problem;
  }
}

/** The value of a result within a stream. */
export function demand<Value>(result: Result<Value>): Value {
  if (result.ok) return result.value;
  throw new Refusal(result.problem);
}

/** Runs work on streams; what they refuse becomes a value. Real faults pass through. */
export async function orRefused<Value>(work: () => Promise<Result<Value>>): Promise<Result<Value>> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Refusal) return fail(error.problem);
    throw error;
  }
}
