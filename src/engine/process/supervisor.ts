import type { Events } from '../../contract/events';
import { problem, type Problem } from '../../core/problem';
import { ok, type Result } from '../../core/result';
import { connectEngine, stoppedText, type EngineLine, type TellEvent } from './line';
import type { ProjectRequest, SpawnEngine } from './protocol';
import { countDeaths, patientPolicy, type RestartPolicy } from './restarts';

/** The engine of one project as its host sees it: always there, whatever happens to its process. */
export interface SupervisedEngine {
  /**
   * Asks the engine; answers with the JSON text of a Result. Calls that the process died over answer `engine-stopped`;
   * calls made while it starts again wait for it.
   */
  invoke(name: string, input: unknown): Promise<string>;
  /** Closes the project and ends the process. */
  close(): Promise<void>;
}

export interface Supervision {
  readonly spawn: SpawnEngine;
  readonly request: ProjectRequest;
  /** Under which name the person annotates; asked anew whenever the engine starts again. */
  readonly coderName: () => Promise<string>;
  /** Receives the engine's events, and `engine` when it was started again or given up. */
  readonly tell: TellEvent;
  /** Called when the engine will not be started again: it answers nothing but `engine-stopped` from now on. */
  readonly onGivenUp?: () => void;
  readonly policy?: RestartPolicy;
}

/**
 * Starts an engine process for a project and keeps one running. A problem where the project cannot be opened, or the
 * process dies over opening it.
 */
export async function superviseEngine(supervision: Supervision): Promise<Result<SupervisedEngine>> {
  const { spawn, request, coderName, tell, onGivenUp, policy = patientPolicy } = supervision;
  // The project is there now, and a lock that was taken over or a backup that was fetched is not to be so again.
  const reopening: ProjectRequest = { ...request, make: 'existing', how: 'normally' };
  const delayAfterDeath = countDeaths(policy);
  const closing = new AbortController();

  const first = connectEngine(spawn, request, await coderName(), tell);
  const opened = await first.opened;
  if (!opened.ok) {
    await first.close();
    return opened;
  }

  /** The line to the engine, once it runs; null where it was given up. */
  let running: Promise<EngineLine | null> = Promise.resolve(first);
  restartAtEnd(first);

  function restartAtEnd(line: EngineLine): void {
    void line.ended.then(() => {
      if (!closing.signal.aborted) running = restart();
    });
  }

  async function restart(): Promise<EngineLine | null> {
    for (;;) {
      const delay = delayAfterDeath(performance.now());
      if (delay === null) return giveUp(problem('engine-stopped'));
      await pause(delay, closing.signal);
      if (closing.signal.aborted) return null;
      const line = connectEngine(spawn, reopening, await coderName(), tell);
      const reopened = await line.opened;
      if (reopened.ok) {
        restartAtEnd(line);
        tellState({ state: 'restarted' });
        return line;
      }
      await line.close();
      if (reopened.problem.code !== 'engine-stopped') return giveUp(reopened.problem);
    }
  }

  function giveUp(why: Problem): null {
    onGivenUp?.();
    tellState({ state: 'stopped', problem: why });
    return null;
  }

  function tellState(state: Events['engine']): void {
    tell('engine', JSON.stringify(state));
  }

  return ok({
    async invoke(name, input) {
      const line = await running;
      return line ? line.call(name, input) : stoppedText;
    },
    async close() {
      closing.abort();
      const line = await running;
      await line?.close();
    },
  });
}

/** Waits so many milliseconds, or until the signal is given. */
function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
