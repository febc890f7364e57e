import { useEffect, useState } from 'react';
import type { Hit, Search } from '../../../contract/occurrences';
import type { CoderId, DocumentId, TypeId } from '../../../core/ids';
import type { OccurrenceQuery } from '../../../core/occurrences/occurrence';
import type { Problem } from '../../../core/problem';
import { invoke, subscribe } from '../../bridge/bridge';
import { cancelJob } from '../../stores/jobs';

/** What is looked for, and where. */
export interface Wanted {
  readonly query: OccurrenceQuery;
  readonly document: DocumentId;
  readonly isHere: boolean;
  readonly type: TypeId | null;
  readonly hidden: CoderId[];
}

/** How far a search has come. */
export interface Found {
  readonly hits: readonly Hit[];
  /** A share of the documents; null where nothing is being searched. */
  readonly progress: number | null;
  readonly search: Search | null;
  readonly problem: Problem | null;
}

const nothing: Found = { hits: [], progress: null, search: null, problem: null };

/** How long a person has to stop typing before a search begins, in milliseconds. */
const pause = 150;

/**
 * Looks for something as long as it is wanted: what else was wanted before is cancelled. Answers with what was found so
 * far, and with what ends the search early.
 */
export function useSearch(wanted: Wanted | null): readonly [Found, () => void] {
  const [known, setKnown] = useState<{ readonly key: string; readonly found: Found } | null>(null);
  const [job, setJob] = useState<string | null>(null);
  const key = JSON.stringify(wanted);
  useEffect(() => {
    const asked = JSON.parse(key) as Wanted | null;
    if (!asked) return;
    const id = crypto.randomUUID();
    let isOver = false;
    const change = (next: (before: Found) => Found): void => {
      if (!isOver) setKnown((before) => ({ key, found: next(before?.key === key ? before.found : nothing) }));
    };
    const stops = [
      subscribe('occurrences', (event) => {
        if (event.job === id) change((before) => ({ ...before, hits: [...before.hits, ...event.hits] }));
      }),
      subscribe('progress', ({ job: of, done, total }) => {
        if (of === id) change((before) => ({ ...before, progress: total ? done / total : 0 }));
      }),
    ];
    const timer = setTimeout(() => {
      setJob(id);
      change((before) => ({ ...before, progress: 0 }));
      void invoke('occurrences.find', { job: id, ...asked }).then((answer) => {
        setJob((running) => (running === id ? null : running));
        if (answer.ok) change((before) => ({ ...before, progress: null, search: answer.value }));
        else
          change((before) => ({
            ...before,
            progress: null,
            problem: answer.problem.code === 'job-cancelled' ? null : answer.problem,
          }));
      });
    }, pause);
    return () => {
      isOver = true;
      clearTimeout(timer);
      stops.forEach((stop) => stop());
      void cancelJob(id);
    };
  }, [key]);
  return [known?.key === key ? known.found : nothing, () => job !== null && void cancelJob(job)];
}
