import { useEffect, useMemo, useRef, useState } from 'react';
import type { ChainLink, MentionInSentence } from '../../../contract/registry';
import type { AnnotationId, EntryId } from '../../../core/ids';
import { invoke } from '../../bridge/bridge';
import { useHiddenCoders } from '../../stores/coders';
import { report } from '../../stores/notices';

/** How many sentences are read at once. */
const page = 100;

interface Sentences {
  /** Reads those of the rows in view that have not been read. */
  readonly need: (first: number, last: number) => void;
  readonly of: (annotation: AnnotationId) => MentionInSentence | null;
}

/** The sentences of a chain, read as far as they are scrolled to. Another chain is read anew. */
export function useSentences(entry: EntryId, chain: readonly ChainLink[] | null): Sentences {
  const hidden = useHiddenCoders();
  const [known, setKnown] = useState<ReadonlyMap<AnnotationId, MentionInSentence>>(new Map());
  /** The pages of a chain that were asked for. */
  const asked = useRef({ chain, pages: new Set<number>() });
  const isMounted = useRef(true);
  useEffect(() => {
    isMounted.current = true;
    return () => {
      isMounted.current = false;
    };
  }, []);
  // What was read stays until it is read anew, so that nothing flickers.
  return useMemo(() => {
    const read = async (number: number): Promise<void> => {
      const answer = await invoke('registry.mentions', {
        entry,
        hidden: [...hidden],
        from: number * page,
        count: page,
      });
      if (!isMounted.current) return;
      if (answer.ok)
        setKnown(
          (before) => new Map([...before, ...answer.value.map((one) => [one.annotation, one] as const)]),
        );
      else report(answer.problem);
    };
    return {
      need: (first, last) => {
        if (!chain) return;
        if (asked.current.chain !== chain) asked.current = { chain, pages: new Set() };
        const { pages } = asked.current;
        for (let number = Math.floor(first / page); number <= Math.floor(last / page); number += 1) {
          if (pages.has(number)) continue;
          pages.add(number);
          void read(number);
        }
      },
      of: (annotation) => known.get(annotation) ?? null,
    };
  }, [entry, hidden, chain, known]);
}
