import { rmSync } from 'node:fs';
import type { Handlers } from '../contract/call';
import { engineCalls, type EngineCalls } from '../contract/engine-calls';
import type { HowToOpen } from '../contract/host-calls';
import { problem } from '../core/problem';
import { fail, ok, type Result } from '../core/result';
import { bindCalls } from './calls/bind';
import { beginProject } from './codebooks/begin';
import type { EngineListener } from './events';
import { makeProject, systemClock } from './project';
import type { Writer } from './storage/connection';
import { migrate } from './storage/migrations/migrate';
import { createDatabase, openWriter } from './storage/open';

/** One open project and all that can be asked of it. The host sees nothing else of the engine. */
export interface Engine {
  readonly calls: Handlers<EngineCalls>;
  /** Answers with a function that ends the subscription. */
  subscribe(listener: EngineListener): () => void;
  /** Checkpoints, gives the lock back, and leaves one file behind. Running jobs are cancelled first. */
  close(): Promise<void>;
}

/** How a project is to be opened, and by whom. */
export interface OpenOptions {
  readonly path: string;
  /** The person who annotates: the coder of this name is found in the project, or added. */
  readonly coderName: string;
  readonly how: HowToOpen;
}

/** Makes a project with the default codebook and opens it. Never overwrites a file. */
export function createProject(options: Omit<OpenOptions, 'how'>): Promise<Result<Engine>> {
  const { path, coderName } = options;
  const created = createDatabase(path, 'wal');
  if (!created.ok) return Promise.resolve(created);
  const writer = created.value;
  const migrated = migrate(writer);
  const begun = migrated.ok ? beginProject(writer, coderName, systemClock()) : migrated;
  if (begun.ok) return Promise.resolve(startEngine(path, writer, coderName));
  writer.close();
  rmSync(writer.path, { force: true });
  return Promise.resolve(begun);
}

/** Opens a project, migrating it first where it is older than this program. */
export function openProject({ path, coderName }: OpenOptions): Promise<Result<Engine>> {
  const opened = openWriter(path, 'wal');
  if (!opened.ok) return Promise.resolve(opened);
  const migrated = migrate(opened.value);
  if (migrated.ok) return Promise.resolve(startEngine(path, opened.value, coderName));
  opened.value.close();
  return Promise.resolve(migrated);
}

function startEngine(path: string, writer: Writer, coderName: string): Result<Engine> {
  const made = makeProject({ path, access: { mode: 'read-write', writer }, coderName });
  if (!made.ok) {
    writer.close();
    return made;
  }
  const project = made.value;
  return ok({
    calls: bindCalls(project),
    subscribe: (listener) => project.events.subscribe(listener),
    close: async () => {
      await project.jobs.stop();
      // One file remains, in the mode that can be read from any medium.
      writer.setJournalMode('delete');
      writer.close();
    },
  });
}

const isEngineCall = (name: string): name is keyof EngineCalls => Object.hasOwn(engineCalls, name);

/** Answers a call that comes from outside: nothing of its input is believed before the contract has parsed it. */
export async function dispatch(engine: Engine, name: string, input: unknown): Promise<Result<unknown>> {
  if (!isEngineCall(name)) return fail(problem('input-invalid', { place: name }));
  const parsed = engineCalls[name].input.safeParse(input);
  if (parsed.success) return engine.calls[name](parsed.data as never);
  const [issue] = parsed.error.issues;
  const place = [name, ...(issue?.path ?? [])].join(' › ');
  return fail(problem('input-invalid', { place, detail: issue?.message ?? '' }));
}
