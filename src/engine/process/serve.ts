import type { EventName } from '../../contract/events';
import { answerText } from '../../contract/packed';
import { problem } from '../../core/problem';
import { fail, type Result } from '../../core/result';
import { messageOf } from '../../core/thrown';
import type { Engine } from '../engine';
import type { HostLine, ProjectRequest } from './protocol';

/** What the process does for its host; given by the entry, so that the line can be tested without a project. */
export interface EngineService {
  open(request: ProjectRequest, coderName: string): Promise<Result<Engine>>;
  /** Parses the input of a call and runs it. */
  dispatch(engine: Engine, name: string, input: unknown): Promise<Result<unknown>>;
  /** Ends this process. */
  exit(code: number): void;
}

/**
 * Serves one project to the host at the other end of the line, until the host asks to close or is gone. Answers with
 * a function that ends it too.
 */
export function serveEngine(line: HostLine, service: EngineService): () => void {
  let engine: Engine | null = null;
  let ending = false;

  async function open(request: ProjectRequest, coderName: string): Promise<void> {
    const opened = await unexpectedAsProblem(service.open(request, coderName));
    if (!opened.ok) {
      line.send({ kind: 'opened', problem: opened.problem });
      return;
    }
    engine = opened.value;
    engine.subscribe((name, event) => {
      sendEvent(name, event);
    });
    line.send({ kind: 'opened', problem: null });
  }

  function sendEvent(name: EventName, event: unknown): void {
    line.send({ kind: 'event', name, text: JSON.stringify(event) });
  }

  async function call(id: number, name: string, input: unknown): Promise<void> {
    const result = engine
      ? await unexpectedAsProblem(service.dispatch(engine, name, input))
      : fail(problem('engine-stopped'));
    line.send({ kind: 'answer', id, text: answerText(result) });
  }

  async function end(): Promise<void> {
    if (ending) return;
    ending = true;
    try {
      await engine?.close();
      service.exit(0);
    } catch (error) {
      console.error('The project could not be closed cleanly:', error);
      service.exit(1);
    }
  }

  line.onMessage((message) => {
    switch (message.kind) {
      case 'open':
        return void open(message.request, message.coderName);
      case 'call':
        return void call(message.id, message.name, message.input);
      case 'close':
        return void end();
    }
  });
  line.onEnd(() => void end());
  return () => void end();
}

/** A bug in a call must not take the other calls down with it. */
async function unexpectedAsProblem<Value>(work: Promise<Result<Value>>): Promise<Result<Value>> {
  try {
    return await work;
  } catch (error) {
    console.error(error);
    const detail = messageOf(error);
    return fail(problem('unexpected', { detail }));
  }
}
