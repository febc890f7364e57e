import { useEffect, useState } from 'react';
import type { CodebookPreview } from '../../../contract/codebook-calls';
import type { Problem } from '../../../core/problem';
import type { Result } from '../../../core/result';

/** What a change would do, asked anew whenever the question is another; null until the answer is there. */
export function usePreview<Preview extends CodebookPreview>(
  question: string,
  look: () => Promise<Result<Preview>>,
): { readonly preview: Preview | null; readonly problem: Problem | null } {
  const [state, setState] = useState<{ question: string; result: Result<Preview> } | null>(null);
  useEffect(() => {
    let isCurrent = true;
    void look().then((result) => {
      if (isCurrent) setState({ question, result });
    });
    return () => {
      isCurrent = false;
    };
    // eslint-disable-next-line react-hooks/exhaustive-deps -- the question says all that the look depends on
  }, [question]);
  const result = state?.question === question ? state.result : null;
  return {
    preview: result?.ok ? result.value : null,
    problem: result && !result.ok ? result.problem : null,
  };
}
