import { useEffect, useState } from 'react';
import type { Result } from '../../core/result';
import { report } from './notices';
import { useWorkspace } from './workspace/workspace';

/**
 * What the engine answers, asked anew after every change of the project; what it answered before stays until then.
 * `ask` has to stay the same function while the question is the same; with another question the answer is null at
 * first. With `rest`, so many milliseconds have to pass without a change or another question before the engine is
 * asked: for what takes it a while, and would keep whoever codes fast waiting.
 */
export function useAnswer<Value>(
  ask: (() => Promise<Result<Value>>) | null,
  { rest = 0 }: { readonly rest?: number } = {},
): Value | null {
  // Every change makes another one of it.
  const project = useWorkspace((state) => state.project, null);
  const [answer, setAnswer] = useState<{ readonly to: typeof ask; readonly value: Value } | null>(null);
  useEffect(() => {
    let isWanted = ask !== null;
    const askNow = (): void =>
      void ask?.().then((result) => {
        if (!isWanted) return;
        if (result.ok) setAnswer({ to: ask, value: result.value });
        else report(result.problem);
      });
    const timer = rest > 0 ? setTimeout(askNow, rest) : undefined;
    if (rest === 0) askNow();
    return () => {
      isWanted = false;
      clearTimeout(timer);
    };
  }, [ask, project, rest]);
  return ask !== null && answer?.to === ask ? answer.value : null;
}
