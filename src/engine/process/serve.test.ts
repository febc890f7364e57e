import { describe, expect, it, vi } from 'vitest';
import { problem } from '../../core/problem';
import { fail, ok } from '../../core/result';
import type { Engine } from '../engine';
import type { EngineListener } from '../events';
import type { FromEngine, HostLine, ToEngine } from './protocol';
import { serveEngine, type EngineService } from './serve';

/** The host's end of a line in this process, and what came over it. */
function makeLine() {
  const sent: FromEngine[] = [];
  let receive: (message: ToEngine) => void = () => undefined;
  let hangUp: () => void = () => undefined;
  const line: HostLine = {
    send: (message) => sent.push(message),
    onMessage: (listener) => (receive = listener),
    onEnd: (listener) => (hangUp = listener),
  };
  return { line, sent, say: (message: ToEngine) => receive(message), hangUp: () => hangUp() };
}

/** An engine of which only its events and its end matter here. */
function makeEngine() {
  const listeners: EngineListener[] = [];
  const engine = {
    calls: {} as Engine['calls'],
    subscribe: (listener: EngineListener) => {
      listeners.push(listener);
      return () => undefined;
    },
    close: vi.fn(() => Promise.resolve()),
  } satisfies Engine;
  return {
    engine,
    emit: ((name, event) => listeners.forEach((tell) => tell(name, event))) as EngineListener,
  };
}

function start(service: Partial<EngineService> = {}) {
  const { line, sent, say, hangUp } = makeLine();
  const { engine, emit } = makeEngine();
  const exit = vi.fn<(code: number) => void>();
  const end = serveEngine(line, {
    open: () => Promise.resolve(ok(engine)),
    dispatch: (_engine, _name, input) => Promise.resolve(ok(input)),
    exit,
    ...service,
  });
  const open = async (): Promise<void> => {
    say({
      kind: 'open',
      coderName: 'Anna',
      request: { make: 'existing', path: 'a.postil', how: 'normally' },
    });
    await vi.waitFor(() => {
      expect(sent).toHaveLength(1);
    });
  };
  return { sent, say, hangUp, open, engine, emit, exit, end };
}

describe('an engine process', () => {
  it('opens the project that it is told, and tells that it did', async () => {
    const { open, sent } = start();
    await open();
    expect(sent).toEqual([{ kind: 'opened', problem: null }]);
  });

  it('tells why it could not', async () => {
    const { open, sent } = start({
      open: () => Promise.resolve(fail(problem('file-missing', { path: 'a.postil' }))),
    });
    await open();
    expect(sent).toMatchObject([{ kind: 'opened', problem: { code: 'file-missing' } }]);
  });

  it('answers each call under its number, and events before the answers that follow them', async () => {
    const { open, say, sent, emit } = start();
    await open();
    say({ kind: 'call', id: 7, name: 'document.read', input: { document: 'd' } });
    emit('replaced', null);
    await vi.waitFor(() => {
      expect(sent).toHaveLength(3);
    });
    expect(sent.slice(1)).toEqual([
      { kind: 'event', name: 'replaced', text: 'null' },
      { kind: 'answer', id: 7, text: '{"ok":true,"value":{"document":"d"}}' },
    ]);
  });

  it('turns a fault in a call into a problem, and answers the next call', async () => {
    vi.spyOn(console, 'error').mockReturnValue();
    const { open, say, sent } = start({
      dispatch: (_engine, name) =>
        name === 'bad' ? Promise.reject(new Error('broken')) : Promise.resolve(ok('fine')),
    });
    await open();
    say({ kind: 'call', id: 1, name: 'bad', input: {} });
    say({ kind: 'call', id: 2, name: 'good', input: {} });
    await vi.waitFor(() => {
      expect(sent).toHaveLength(3);
    });
    const answers = new Map(
      sent.flatMap((message) => (message.kind === 'answer' ? [[message.id, message.text]] : [])),
    );
    expect(answers.get(1)).toContain('"unexpected"');
    expect(answers.get(1)).toContain('broken');
    expect(answers.get(2)).toBe('{"ok":true,"value":"fine"}');
  });

  it.each(['close', 'hang up', 'end'] as const)('closes the project and ends on: %s', async (way) => {
    const { open, say, hangUp, end, engine, exit } = start();
    await open();
    if (way === 'close') say({ kind: 'close' });
    else if (way === 'end') end();
    else hangUp();
    // Being told twice, as by Ctrl+C and by the host, is being told once.
    end();
    await vi.waitFor(() => {
      expect(exit).toHaveBeenCalledWith(0);
    });
    expect(engine.close).toHaveBeenCalledOnce();
  });

  it('ends with an error where the project cannot be closed', async () => {
    vi.spyOn(console, 'error').mockReturnValue();
    const { open, say, engine, exit } = start();
    engine.close.mockRejectedValue(new Error('disk gone'));
    await open();
    say({ kind: 'close' });
    await vi.waitFor(() => {
      expect(exit).toHaveBeenCalledWith(1);
    });
  });
});
