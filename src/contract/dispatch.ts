import { problem } from '../core/problem';
import { fail, type Result } from '../core/result';
import type { Call, Handlers } from './call';

/** Whether these calls have one of that name; not what every object has, such as `toString`. */
export const hasCall = <Calls extends object>(calls: Calls, name: unknown): name is keyof Calls & string =>
  typeof name === 'string' && Object.hasOwn(calls, name);

/** Answers a call that comes from outside: nothing of its input is believed before the contract has parsed it. */
export async function dispatchCall<Calls extends Readonly<Record<string, Call<unknown, unknown>>>>(
  calls: Calls,
  handlers: Handlers<Calls>,
  name: unknown,
  input: unknown,
): Promise<Result<unknown>> {
  if (!hasCall(calls, name)) return fail(problem('input-invalid', { place: String(name) }));
  const parsed = calls[name]?.input.safeParse(input);
  if (parsed?.success) return handlers[name](parsed.data as never);
  const issue = parsed?.error.issues[0];
  const place = [name, ...(issue?.path ?? [])].join(' › ');
  return fail(problem('input-invalid', { place, detail: issue?.message ?? '' }));
}
