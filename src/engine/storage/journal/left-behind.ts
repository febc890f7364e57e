import { isLeftBehind, leftBehind, type LeftBehind } from '../../../core/history/in-force';
import type { CoderId } from '../../../core/ids';
import type { Reader } from '../file/connection';

/** What going back has left behind, as long as that was not undone. */
export function stretchesLeft(reader: Reader): readonly LeftBehind[] {
  const backs = reader
    .query<{ number: number; backTo: number }>(
      "SELECT number, back_to AS backTo FROM change WHERE back_to IS NOT NULL AND state = 'done'",
    )
    .all();
  return leftBehind(backs);
}

/** Changes of a coder that undo steps over, because somebody's going back has taken them back. */
export interface SteppedOver {
  readonly changes: number;
  /** Who went back last. */
  readonly by: CoderId;
}

/** What undo steps over before it comes to a change, or finds none (0); null where that is nothing. */
export function steppedOver(reader: Reader, coder: CoderId, downTo: number): SteppedOver | null {
  const stretches = stretchesLeft(reader);
  if (stretches.length === 0) return null;
  const behind = reader
    .query<{ number: number }>("SELECT number FROM change WHERE coder = ? AND state = 'done' AND number > ?")
    .all(coder, downTo)
    .filter(({ number }) => isLeftBehind(number, stretches));
  const last = Math.max(
    ...stretches
      .filter((stretch) => behind.some(({ number }) => isLeftBehind(number, [stretch])))
      .map(({ before }) => before),
  );
  const back = reader.query<{ coder: CoderId }>('SELECT coder FROM change WHERE number = ?').first(last);
  return back ? { changes: behind.length, by: back.coder } : null;
}
