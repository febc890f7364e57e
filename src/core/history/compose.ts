import { updateOf, type Diff, type Update } from '../diff';
import { recordKey, type AnyRecord } from '../model/records';
import { isSame } from '../same';

/** One record before and after a step: null where it was not there. Images may be records, or their text as stored. */
export interface Touch<Image> {
  /** Names the record, over all of them. */
  readonly key: string;
  readonly before: Image | null;
  readonly after: Image | null;
}

/**
 * Many steps as one: for each record how it was before the first and how it is after the last. A record that came
 * and went in between is left out. The steps come in the order in which they were done.
 */
export function composed<Image>(steps: Iterable<Touch<Image>>): readonly Touch<Image>[] {
  const whole = new Map<string, Touch<Image>>();
  for (const step of steps) {
    const { before } = whole.get(step.key) ?? step;
    whole.set(step.key, { key: step.key, before, after: step.after });
  }
  return [...whole.values()].filter(({ before, after }) => before !== after);
}

/** What a diff does to each record, in the order in which it is applied: what goes, what changes, what comes. */
export function touchesOf({ added, updated, removed }: Diff): readonly Touch<AnyRecord>[] {
  return [
    ...removed.map((before) => ({ key: recordKey(before), before, after: null })),
    ...updated.map(([before, after]) => ({ key: recordKey(after), before, after })),
    ...added.map((after) => ({ key: recordKey(after), before: null, after })),
  ];
}

/** The diff that does the same as touches of as many different records. What stays as it is has no part in it. */
export function diffOf(touches: Iterable<Touch<AnyRecord>>): Diff {
  const added: AnyRecord[] = [];
  const updated: Update[] = [];
  const removed: AnyRecord[] = [];
  for (const { before, after } of touches) {
    if (before && after) {
      if (!isSame(before, after)) updated.push(updateOf(before, after));
    } else if (after) added.push(after);
    else if (before) removed.push(before);
  }
  return { added, updated, removed };
}

/** Diffs that are applied one after the other, as one: `apply(state, compose(diffs))` is where they lead. */
export const compose = (diffs: readonly Diff[]): Diff => diffOf(composed(diffs.flatMap(touchesOf)));
