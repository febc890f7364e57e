import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { Result } from '../../core/result';
import { forkEngine } from './fork';
import type { ProjectRequest } from './protocol';
import { superviseEngine, type SupervisedEngine } from './supervisor';

const entry = join(import.meta.dirname, '../../../tests/fixtures/echo-engine.js');
const policy = { delays: [0, 5], forgottenAfter: 60_000 };

let engines: SupervisedEngine[] = [];

afterEach(async () => {
  await Promise.all(engines.map((engine) => engine.close()));
  engines = [];
});

interface Told {
  readonly name: string;
  readonly event: unknown;
}

/** A supervised engine over a real child process, and what it tells; `nextTold` waits for the next event of a name. */
async function start(path = 'any') {
  const told: Told[] = [];
  const listeners = new Set<(event: Told) => void>();
  const request: ProjectRequest = { make: 'new', path, how: 'normally' };
  const started = await superviseEngine({
    spawn: forkEngine(entry),
    request,
    coderName: () => Promise.resolve('Anna'),
    policy,
    tell: (name, text) => {
      const event = { name, event: JSON.parse(text) as unknown };
      told.push(event);
      for (const listener of listeners) listener(event);
    },
  });
  const engine = started.ok ? started.value : null;
  if (engine) engines.push(engine);
  return {
    started,
    told,
    ask: async (name: string, input: unknown = {}): Promise<Result<unknown>> =>
      JSON.parse((await engine?.invoke(name, input)) ?? 'null') as Result<unknown>,
    nextTold: (name: string) =>
      new Promise<unknown>((resolve) => {
        const listener = (event: Told) => {
          if (event.name !== name) return;
          listeners.delete(listener);
          resolve(event.event);
        };
        listeners.add(listener);
      }),
  };
}

describe('a supervised engine', () => {
  it('answers calls, and tells what happened before the answer that follows it', async () => {
    const { ask, told } = await start();
    expect(await ask('echo', { word: 'слово' })).toEqual({ ok: true, value: { word: 'слово' } });
    expect(told).toEqual([{ name: 'changed', event: { word: 'слово' } }]);
  });

  it('keeps the order of calls that were made at once', async () => {
    const { ask, told } = await start();
    await Promise.all(Array.from({ length: 200 }, (_, place) => ask('echo', place)));
    expect(told.map(({ event }) => event)).toEqual(Array.from({ length: 200 }, (_, place) => place));
  });

  it('says why a project could not be opened', async () => {
    const { started } = await start('missing');
    expect(started).toMatchObject({ ok: false, problem: { code: 'file-missing' } });
  });

  it('says so where the process dies over opening the project, and does not try that again', async () => {
    const { started } = await start('dies-when-opened');
    expect(started).toMatchObject({ ok: false, problem: { code: 'engine-stopped' } });
  });

  it('says so where the process cannot even be started', async () => {
    const started = await superviseEngine({
      spawn: forkEngine('/nowhere/engine.js'),
      request: { make: 'existing', path: 'any', how: 'normally' },
      coderName: () => Promise.resolve('Anna'),
      tell: () => undefined,
    });
    expect(started).toMatchObject({ ok: false, problem: { code: 'engine-stopped' } });
  });
});

describe('an engine whose process is killed', () => {
  it('answers the calls that were waiting, starts again, tells so and goes on', async () => {
    const { ask, nextTold } = await start();
    const before = await ask('pid');
    const restarted = nextTold('engine');
    const [forgotten, fatal] = await Promise.all([ask('never'), ask('die')]);
    expect(forgotten).toMatchObject({ ok: false, problem: { code: 'engine-stopped' } });
    expect(fatal).toMatchObject({ ok: false, problem: { code: 'engine-stopped' } });
    expect(await restarted).toEqual({ state: 'restarted' });
    const after = await ask('pid');
    expect(after.ok).toBe(true);
    expect(after).not.toEqual(before);
  });

  it('answers calls that are made while it starts again, once it runs', async () => {
    const { ask } = await start();
    await ask('die');
    expect(await ask('echo', 1)).toEqual({ ok: true, value: 1 });
  });

  it('is given up after repeated deaths, and says so to everyone', async () => {
    const { ask, told } = await start('opens-once');
    await ask('die');
    expect(await ask('echo')).toMatchObject({ ok: false, problem: { code: 'engine-stopped' } });
    expect(told.at(-1)).toMatchObject({
      name: 'engine',
      event: { state: 'stopped', problem: { code: 'engine-stopped' } },
    });
  });

  it('is not started again once it was closed', async () => {
    const { ask, started, told } = await start();
    await ask('echo', 1);
    if (!started.ok) throw new Error('not started');
    await started.value.close();
    expect(await ask('echo')).toMatchObject({ ok: false, problem: { code: 'engine-stopped' } });
    expect(told.filter(({ name }) => name === 'engine')).toEqual([]);
  });
});
