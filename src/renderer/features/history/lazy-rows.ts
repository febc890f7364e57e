import { useCallback, useEffect, useRef, useState } from 'react';

/** A part of a list too long to be fetched at once, and how long the whole is. */
export interface Part<Row> {
  readonly total: number;
  readonly rows: readonly Row[];
}

/** Fetches a part of the list; null where that failed, which has been told. */
export type FetchPart<Answer> = (offset: number, limit: number) => Promise<Answer | null>;

/** A list whose rows are fetched as they are scrolled to. */
export interface LazyRows<Row, Answer extends Part<Row> = Part<Row>> {
  /** The part that came last, for whatever else it tells. */
  readonly last: Answer | null;
  /** Null until the first part has come. */
  readonly total: number | null;
  /** Undefined while it is on its way. */
  readonly rowAt: (index: number) => Row | undefined;
  /** Asks for the rows around one that came into view. */
  readonly want: (index: number) => void;
}

const partLength = 100;

interface Fetched<Row, Answer> {
  readonly last: Answer | null;
  readonly parts: ReadonlyMap<number, readonly Row[]>;
}

const nothing: Fetched<never, never> = { last: null, parts: new Map() };

/** Rows by `fetchPart`. With another function the list is another one; what was shown stays until that has come. */
export function useLazyRows<Row, Answer extends Part<Row> = Part<Row>>(
  fetchPart: FetchPart<Answer>,
): LazyRows<Row, Answer> {
  const [fetched, setFetched] = useState<Fetched<Row, Answer>>(nothing);
  const current = useRef({ fetchPart, underWay: new Set<number>(), lastWanted: 0 });

  const load = useCallback(async (part: number, isFirst: boolean): Promise<void> => {
    const asked = current.current;
    if (asked.underWay.has(part)) return;
    asked.underWay.add(part);
    const answer = await asked.fetchPart(part * partLength, partLength);
    // Another list was asked for meanwhile.
    if (current.current !== asked) return;
    asked.underWay.delete(part);
    if (!answer) return;
    setFetched((before) => ({
      last: answer,
      parts: new Map([...(isFirst ? [] : before.parts), [part, answer.rows]]),
    }));
  }, []);

  useEffect(() => {
    const { lastWanted } = current.current;
    current.current = { fetchPart, underWay: new Set(), lastWanted };
    void load(lastWanted, true);
  }, [fetchPart, load]);

  const want = useCallback(
    (index: number): void => {
      const part = Math.floor(index / partLength);
      current.current.lastWanted = part;
      void load(part, false);
    },
    [load],
  );

  return {
    last: fetched.last,
    total: fetched.last?.total ?? null,
    rowAt: (index) => fetched.parts.get(Math.floor(index / partLength))?.[index % partLength],
    want,
  };
}
