import { useState } from 'react';
import type { HistoryRow } from '../../../contract/history';
import type { LazyRows } from './lazy-rows';

/** The change that is chosen in the list: where it was when it was chosen, and itself once it has been fetched. */
export interface Choice {
  readonly index: number;
  readonly row: HistoryRow | null;
}

/** How far from where it was a chosen row is looked for after new changes came: as many as a day brings. */
const reach = 2000;

/**
 * Where a chosen change stands now: new changes move those before them down. What has not been fetched yet stands where
 * it was; null where something else stands there, and the change is nowhere near.
 */
export function indexOfChoice(
  choice: Choice | null,
  rowAt: LazyRows<HistoryRow>['rowAt'],
  total: number,
): number | null {
  if (!choice) return null;
  const { index, row } = choice;
  if (index < total && (row === null || rowAt(index) === undefined)) return index;
  for (let away = 0; away < reach; away += 1)
    for (const place of [index + away, index - away])
      if (row && place >= 0 && place < total && rowAt(place)?.number === row.number) return place;
  return null;
}

/** The change that is chosen among such rows, and how to choose one, fetched or not. */
export function useChosenChange({ rowAt, total }: LazyRows<HistoryRow>): {
  readonly index: number | null;
  readonly row: HistoryRow | null;
  readonly choose: (index: number) => void;
} {
  const [choice, setChoice] = useState<Choice | null>(null);
  const index = indexOfChoice(choice, rowAt, total ?? 0);
  // As the engine tells it now: it may have been taken back since it was chosen.
  const found = index === null ? undefined : rowAt(index);
  if (choice?.row === null && found) setChoice({ ...choice, row: found });
  return {
    index,
    row: found ?? choice?.row ?? null,
    choose: (place) => setChoice({ index: place, row: rowAt(place) ?? null }),
  };
}
