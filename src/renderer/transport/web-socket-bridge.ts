import type { AllCalls, Bridge, CallName } from '../../contract/bridge';
import type { AnswerOf } from '../../contract/call';
import type { EventName, Events } from '../../contract/events';
import { unpackedAnswer } from '../../contract/packed';
import { problem } from '../../core/problem';
import { fail, type Result } from '../../core/result';
import { namedProject, nameProject } from './address';
import { keepConnected } from './connection';
import { upload } from './uploads';

interface OpenCall {
  readonly text: string;
  readonly answer: (result: Result<unknown>) => void;
  sent: boolean;
}

type Message =
  | { readonly id: number; readonly result: Result<unknown> }
  | { readonly event: EventName; readonly data: unknown };

const stopped = problem('engine-stopped');

/**
 * The bridge in a browser. Calls that the connection broke over answer `engine-stopped`, for nobody knows whether
 * they arrived; calls made while it is broken wait. When it is back, the page is told to read everything anew, as
 * after a restart of the engine.
 */
export function bridgeOverWebSocket(): Bridge {
  const listeners = new Map<EventName, Set<(event: unknown) => void>>();
  const openCalls = new Map<number, OpenCall>();
  let lastId = 0;

  const connection = keepConnected(bridgeAddress, {
    onOpen(isAgain) {
      for (const call of openCalls.values()) send(call);
      if (isAgain) tell('engine', { state: 'restarted' });
    },
    onBreak() {
      giveUp(({ sent }) => sent);
    },
    onGone() {
      giveUp(() => true);
      tell('engine', { state: 'stopped', problem: stopped });
    },
    onMessage(text) {
      const message = JSON.parse(text) as Message;
      if ('event' in message) {
        tellUnparsed(message.event, message.data);
        return;
      }
      openCalls.get(message.id)?.answer(unpackedAnswer(message.result));
      openCalls.delete(message.id);
    },
  });

  function send(call: OpenCall): void {
    call.sent = true;
    connection.send(call.text);
  }

  function giveUp(which: (call: OpenCall) => boolean): void {
    for (const [id, call] of openCalls) {
      if (!which(call)) continue;
      call.answer(fail(stopped));
      openCalls.delete(id);
    }
  }

  function tell<Name extends EventName>(name: Name, event: Events[Name]): void {
    tellUnparsed(name, event);
  }

  function tellUnparsed(name: EventName, event: unknown): void {
    for (const listener of listeners.get(name) ?? []) listener(event);
  }

  function ask<Name extends CallName>(name: Name, input: unknown): Promise<Result<AnswerOf<AllCalls[Name]>>> {
    return new Promise((resolve) => {
      const answer = resolve as OpenCall['answer'];
      if (connection.state() === 'gone') {
        answer(fail(stopped));
        return;
      }
      lastId += 1;
      const call = { text: JSON.stringify({ id: lastId, name, input }), answer, sent: false };
      openCalls.set(lastId, call);
      if (connection.state() === 'open') send(call);
    });
  }

  return {
    invoke: async (name, input) => {
      const result = await ask(name, input);
      followProject(name, result);
      return result;
    },
    pathsOf: upload,
    subscribe: (name, listener) => {
      const own = listener as (event: unknown) => void;
      const those = listeners.get(name) ?? new Set();
      listeners.set(name, those.add(own));
      return () => those.delete(own);
    },
  };
}

/**
 * Keeps the page's address in step with the project that it shows, so that loading it again shows the same. Where
 * another project has taken the place of the one that was shown, loads it again at once.
 */
function followProject(name: CallName, result: Result<unknown>): void {
  if (!result.ok) return;
  if (name === 'projects.close') nameProject(null);
  if (name !== 'projects.open' && name !== 'projects.create') return;
  const before = namedProject();
  const shown = result.value as { readonly path: string } | null;
  if (!shown || shown.path === before) return;
  nameProject(shown.path);
  if (before !== null) location.reload();
}

function bridgeAddress(): string {
  const address = new URL('/bridge', location.href);
  address.protocol = 'ws:';
  const project = namedProject();
  if (project !== null) address.searchParams.set('project', project);
  return address.href;
}
