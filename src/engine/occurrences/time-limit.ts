import { createContext, Script } from 'node:vm';

const holder: { work: () => void } = { work: () => undefined };
const context = createContext(holder);
const call = new Script('work()');

/**
 * Runs work that may never end, such as a regular expression that a person wrote, and gives it up after so many
 * milliseconds: answers null then. Nothing else can end a regular expression in the thread that runs it.
 */
export function withinTime<Value>(milliseconds: number, work: () => Value): Value | null {
  let value: Value | null = null;
  holder.work = () => {
    value = work();
  };
  try {
    call.runInContext(context, { timeout: milliseconds });
    return value;
  } catch (error) {
    if (isTimeout(error)) return null;
    throw error;
  } finally {
    holder.work = () => undefined;
  }
}

/** The error comes from another realm, where `Error` is another class. */
const isTimeout = (error: unknown): boolean =>
  typeof error === 'object' &&
  error !== null &&
  'code' in error &&
  error.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT';
