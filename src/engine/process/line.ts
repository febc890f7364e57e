import { fail, type Result, ok } from '../../core/result';
import { problem } from '../../core/problem';
import type { EventName } from '../../contract/events';
import type { ProjectRequest, SpawnEngine } from './protocol';

/** Receives an event and its JSON text. */
export type TellEvent = (name: EventName, text: string) => void;

/** One engine process from its start to its end. */
export interface EngineLine {
  /** Whether the project could be opened; `engine-stopped` where the process ended before it could say. */
  readonly opened: Promise<Result<null>>;
  /** Settles when the process is gone. */
  readonly ended: Promise<void>;
  /** The JSON text of a Result. A call that the process did not live to answer gives `engine-stopped`. */
  call(name: string, input: unknown): Promise<string>;
  /** Lets the engine close its project, and settles when the process is gone. */
  close(): Promise<void>;
}

/** An engine that has not closed its project after so many milliseconds is ended: what it committed is safe. */
const longestClosing = 30_000;

const stopped = fail(problem('engine-stopped'));
export const stoppedText = JSON.stringify(stopped);

/** Starts a process and has it open a project. Its events are told until it ends. */
export function connectEngine(
  spawn: SpawnEngine,
  request: ProjectRequest,
  coderName: string,
  tell: TellEvent,
): EngineLine {
  const engineProcess = spawn();
  const waiting = new Map<number, (text: string) => void>();
  let alive = true;
  let lastId = 0;

  const opened = new Promise<Result<null>>((resolve) => {
    engineProcess.onMessage((message) => {
      if (message.kind === 'opened') resolve(message.problem ? fail(message.problem) : ok(null));
      else if (message.kind === 'event') tell(message.name, message.text);
      else {
        waiting.get(message.id)?.(message.text);
        waiting.delete(message.id);
      }
    });
    engineProcess.onEnd(() => {
      resolve(stopped);
    });
  });
  const ended = new Promise<void>((resolve) => {
    engineProcess.onEnd(() => {
      alive = false;
      for (const answer of waiting.values()) answer(stoppedText);
      waiting.clear();
      resolve();
    });
  });
  engineProcess.send({ kind: 'open', request, coderName });

  return {
    opened,
    ended,
    call(name, input) {
      if (!alive) return Promise.resolve(stoppedText);
      return new Promise((resolve) => {
        lastId += 1;
        waiting.set(lastId, resolve);
        engineProcess.send({ kind: 'call', id: lastId, name, input });
      });
    },
    async close() {
      if (!alive) return;
      engineProcess.send({ kind: 'close' });
      const overdue = setTimeout(() => {
        engineProcess.kill();
      }, longestClosing);
      await ended;
      clearTimeout(overdue);
    },
  };
}
