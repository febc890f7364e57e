import { useEffect, useState } from 'react';
import type { ExportReport } from '../../../contract/engine-answers';
import type { FormatDescription } from '../../../contract/exchange';
import type { Problem } from '../../../core/problem';
import { invoke } from '../../bridge/bridge';
import { losesNothing, planOf, type Choice } from './choice';

/** What is known of an export that is being chosen. */
export interface Look {
  /** What the target is with the options that are chosen, and what it carries; null before that is known. */
  readonly exporting: FormatDescription['export'];
  /** What the export would lose; null before that is known, and where it cannot be done. */
  readonly report: ExportReport | null;
  /** Why the export cannot be done so. */
  readonly problem: Problem | null;
}

interface Answer extends Look {
  /** What was chosen when this was found out. */
  readonly to: string;
  readonly format: string;
}

const nothing = { exporting: null, report: null, problem: null };

/** So long has a choice to rest before it is looked at, in milliseconds: who types or ticks is not done yet. */
const rest = 250;

/**
 * Looks at what an export would lose whenever something else is chosen. What was found out last is shown until the newest
 * answer is there, which alone counts: `isCurrent` is false in between.
 */
export function useLook(choice: Choice, format: string): Look & { readonly isCurrent: boolean } {
  const [answer, setAnswer] = useState<Answer | null>(null);
  const plan = planOf({ ...choice, format });
  const question = JSON.stringify(plan);
  useEffect(() => {
    const job = crypto.randomUUID();
    let isWanted = format !== '';
    const tell = (look: Look): void => {
      if (isWanted) setAnswer({ ...look, to: question, format });
    };
    const ask = async (): Promise<void> => {
      const { options } = plan;
      const described = await invoke('formats.export', { format, options });
      if (!isWanted) return;
      if (!described.ok) {
        tell({ ...nothing, problem: described.problem });
        return;
      }
      const exporting = described.value;
      setAnswer((before) => ({
        ...(before?.format === format ? before : { ...nothing, to: '', format }),
        exporting,
      }));
      if (exporting === null || losesNothing(plan, { export: exporting })) {
        tell({ ...nothing, exporting });
        return;
      }
      const looked = await invoke('export.run', { job, plan, out: null });
      if (looked.ok) tell({ ...nothing, exporting, report: looked.value });
      else tell({ ...nothing, exporting, problem: looked.problem });
    };
    const timer = setTimeout(() => void ask(), isWanted ? rest : 0);
    return () => {
      isWanted = false;
      clearTimeout(timer);
      void invoke('job.cancel', { job });
    };
    // eslint-disable-next-line react-hooks/exhaustive-deps -- the question is the plan, whose parts are made anew each time
  }, [question]);
  const known = answer?.format === format ? answer : nothing;
  return { ...known, isCurrent: answer?.to === question };
}
