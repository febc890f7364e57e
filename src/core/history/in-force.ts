/** A change that led back to how the project was right after an earlier one. */
export interface GoneBack {
  readonly number: number;
  readonly backTo: number;
}

/** Numbers of changes that one going back left behind: those between the two, without either. */
export interface LeftBehind {
  readonly after: number;
  readonly before: number;
}

/**
 * The stretches of a history that going back has left behind, where each of `backs` (in any order) stands itself,
 * unless a later one left it behind.
 */
export function leftBehind(backs: readonly GoneBack[]): readonly LeftBehind[] {
  const stretches: LeftBehind[] = [];
  for (const { number, backTo } of [...backs].sort((a, b) => b.number - a.number))
    if (!isLeftBehind(number, stretches)) stretches.push({ after: backTo, before: number });
  return stretches;
}

/** Whether a change lies in one of the stretches that were left behind. */
export const isLeftBehind = (number: number, stretches: readonly LeftBehind[]): boolean =>
  stretches.some(({ after, before }) => after < number && number < before);

/** A step of undo or redo. */
export interface Turn {
  readonly number: number;
  readonly cause: 'undo' | 'redo';
}

/** Whether what a change did still holds. `turns` are the steps of undo and redo that turned to it. */
export function isInForce(number: number, turns: readonly Turn[], stretches: readonly LeftBehind[]): boolean {
  if (isLeftBehind(number, stretches)) return false;
  const standing = turns.filter((turn) => !isLeftBehind(turn.number, stretches));
  const last = standing.reduce<Turn | null>(
    (latest, turn) => (latest && latest.number > turn.number ? latest : turn),
    null,
  );
  return last?.cause !== 'undo';
}
