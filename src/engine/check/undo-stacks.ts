import { isLeftBehind, leftBehind, type GoneBack } from '../../core/history/in-force';
import type { ChangeState } from '../storage/journal/changes';
import { fault, type Finding, type Rule } from './rule';

interface ChangeRow {
  readonly number: number;
  readonly cause: 'do' | 'undo' | 'redo';
  readonly of: number | null;
  readonly coder: string;
  readonly state: ChangeState | null;
  readonly backTo: number | null;
}

/** What one coder can undo and redo, ascending. */
interface Stacks {
  readonly done: number[];
  readonly undone: number[];
}

/** The states of changes as they have to be, found by doing every step of undo and redo over again. */
class Replay {
  readonly expected = new Map<number, ChangeState>();
  readonly #backs: GoneBack[] = [];
  readonly #byCoder = new Map<string, Stacks>();

  #stacksOf(coder: string): Stacks {
    const stacks = this.#byCoder.get(coder) ?? { done: [], undone: [] };
    this.#byCoder.set(coder, stacks);
    return stacks;
  }

  step(change: ChangeRow): Finding {
    if (change.cause === 'do') return this.#do(change);
    return this.#turn(change, change.cause);
  }

  /** What is done anew puts an end to what was undone before. A lasting change is beyond undo. */
  #do({ number, coder, state, backTo }: ChangeRow): null {
    this.expected.set(number, state === 'lasting' ? 'lasting' : 'done');
    if (state === 'lasting') return null;
    if (backTo !== null) this.#backs.push({ number, backTo });
    const { done, undone } = this.#stacksOf(coder);
    for (const dropped of undone.splice(0)) this.expected.set(dropped, 'dropped');
    done.push(number);
    return null;
  }

  #turn({ number, coder, of }: ChangeRow, cause: 'undo' | 'redo'): Finding {
    const { done, undone } = this.#stacksOf(coder);
    const [from, to] = cause === 'undo' ? [done, undone] : [undone, done];
    const next = cause === 'undo' ? this.#lastStanding(done) : undone[0];
    if (next === undefined || next !== of)
      return fault('journal.undo', `change ${number}`, `${cause} of ${of}, where ${next} was next`);
    from.splice(from.indexOf(next), 1);
    to.splice(to.findLastIndex((other) => other < next) + 1, 0, next);
    this.expected.set(next, cause === 'undo' ? 'undone' : 'done');
    return null;
  }

  /** Undo steps over what going back has taken back already, unless that was undone. */
  #lastStanding(done: readonly number[]): number | undefined {
    const stretches = leftBehind(this.#backs.filter(({ number }) => this.expected.get(number) === 'done'));
    return done.findLast((number) => !isLeftBehind(number, stretches));
  }
}

const select = 'SELECT number, cause, "of", coder, state, back_to AS backTo FROM change';

/** Undo and redo took turns as they should, and left each change in the state that it has. */
export const undoStacks: Rule = function* (reader) {
  const replay = new Replay();
  for (const change of reader.query<ChangeRow>(`${select} ORDER BY number`).each()) yield replay.step(change);
  for (const { number, state } of reader.query<ChangeRow>(`${select} WHERE state IS NOT NULL`).each()) {
    const expected = replay.expected.get(number);
    yield expected === state
      ? null
      : fault('journal.state', `change ${number}`, `is ${state}, but should be ${expected}`);
  }
};
