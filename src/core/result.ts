import type { Problem } from './problem';

/** What crosses a boundary: a value, or a problem that can be told in a sentence. Never a thrown exception. */
export type Result<Value, Fault = Problem> =
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly problem: Fault };

/** Wraps a value that was obtained. */
export const ok = <Value>(value: Value): Result<Value, never> => ({ ok: true, value });

/** Wraps the problem that stood in the way. */
export const fail = <Fault>(problem: Fault): Result<never, Fault> => ({ ok: false, problem });
