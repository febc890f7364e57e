import type { Page } from '@playwright/test';
import type { AllCalls, CallName } from '../../../src/contract/bridge';
import type { AnswerOf, InputOf } from '../../../src/contract/call';
import type { EventName, Events } from '../../../src/contract/events';
import type { Result } from '../../../src/core/result';

/** The bridge as somebody would use it who knows nothing of the contract. */
export interface UntypedBridge {
  invoke(name: unknown, input: unknown): Promise<Result<unknown>>;
}

/** Calls the bridge of a page as the interface does; for what is about hosts and not about the interface. */
export function ask<Name extends CallName>(
  page: Page,
  name: Name,
  input: InputOf<AllCalls[Name]>,
): Promise<Result<AnswerOf<AllCalls[Name]>>> {
  return page.evaluate(([call, given]) => (window.postil as unknown as UntypedBridge).invoke(call, given), [
    name,
    input as unknown,
  ] as const) as Promise<Result<AnswerOf<AllCalls[Name]>>>;
}

/** As `ask`; a problem fails the test. */
export async function obtain<Name extends CallName>(
  page: Page,
  name: Name,
  input: InputOf<AllCalls[Name]>,
): Promise<AnswerOf<AllCalls[Name]>> {
  const result = await ask(page, name, input);
  if (!result.ok) throw new Error(`${name}: ${JSON.stringify(result.problem)}`);
  return result.value;
}

/** Waits for the next event of a name that a page is told, from the moment of the call. */
export async function nextEvent<Name extends EventName>(
  page: Page,
  name: Name,
): Promise<{ readonly arrived: Promise<Events[Name]> }> {
  const waiting = await page.evaluateHandle((event) => {
    const arrived = new Promise<unknown>((resolve) => {
      const stop = window.postil.subscribe(event, (told) => {
        stop();
        resolve(told);
      });
    });
    // A promise would be waited for here already.
    return { arrived };
  }, name);
  return { arrived: waiting.evaluate(({ arrived }) => arrived) as Promise<Events[Name]> };
}
