import type { Project } from './project';

/** What was asked for last of what keeps a project's file to itself for a while, and has not ended. */
const lastTurns = new WeakMap<Project, Promise<unknown>>();

/** Whether something keeps the project's file to itself: an import, or a long undo. */
export const isTurnTaken = (project: Project): boolean => lastTurns.has(project);

/** Does something when everything that was asked for before is done: imports put things aside without an owner's name. */
export async function inTurn<Value>(project: Project, work: () => Promise<Value>): Promise<Value> {
  const before = lastTurns.get(project);
  const mine = (async () => {
    await before;
    return work();
  })();
  // The next one waits for this one to end, not for it to succeed.
  const ended = mine.catch(() => null);
  lastTurns.set(project, ended);
  try {
    return await mine;
  } finally {
    if (lastTurns.get(project) === ended) lastTurns.delete(project);
  }
}
