import { useEffect, useState } from 'react';
import type { Result } from '../../core/result';
import { report } from './notices';
import { useWorkspace } from './workspace/workspace';

/**
 * What the engine answers, asked anew after every change of the project; what it answered before stays until then.
 * `ask` has to stay the same function while the question is the same; with another question the answer is null at
 * first.
 */
export function useAnswer<Value>(ask: (() => Promise<Result<Value>>) | null): Value | null {
  // Every change makes another one of it.
  const project = useWorkspace((state) => state.project, null);
  const [answer, setAnswer] = useState<{ readonly to: typeof ask; readonly value: Value } | null>(null);
  useEffect(() => {
    let isWanted = ask !== null;
    void ask?.().then((result) => {
      if (!isWanted) return;
      if (result.ok) setAnswer({ to: ask, value: result.value });
      else report(result.problem);
    });
    return () => {
      isWanted = false;
    };
  }, [ask, project]);
  return ask !== null && answer?.to === ask ? answer.value : null;
}
