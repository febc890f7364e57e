import type { Handlers } from '../contract/call';
import { dispatchCall } from '../contract/dispatch';
import type { CodebookBeginning } from '../contract/codebook-calls';
import { engineCalls, type EngineCalls } from '../contract/engine-calls';
import type { HowToOpen } from '../contract/host-calls';
import { ok, type Result } from '../core/result';
import { systemTimer } from './backups/timer';
import { bindCalls } from './calls/bind';
import { systemClock } from './clock';
import { beginProject } from './codebooks/begin';
import type { EngineListener } from './events';
import { createFile } from './project-file/create';
import { openProjectFile } from './project-file/open';
import { makeProject } from './project';

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

/** How a project is to be made: with the first of the ready-made codebooks where none is named. */
export interface CreateOptions extends Omit<OpenOptions, 'how'> {
  readonly codebook?: CodebookBeginning | undefined;
}

/** Makes a project with a codebook and opens it. Never overwrites a file. */
export async function createProject({ path, coderName, codebook }: CreateOptions): Promise<Result<Engine>> {
  const created = createFile(path, (writer) => beginProject(writer, coderName, systemClock(), codebook));
  return created.ok ? openProject({ path, coderName, how: 'normally' }) : created;
}

/** Opens a project: to be worked on where that is wanted and possible, else to be looked at. */
export async function openProject({ path, coderName, how }: OpenOptions): Promise<Result<Engine>> {
  const opened = await openProjectFile(path, how, coderName);
  if (!opened.ok) return opened;
  const file = opened.value;
  const made = makeProject({ path, file, coderName });
  if (!made.ok) {
    file.close();
    return made;
  }
  const project = made.value;
  if (file.access.mode === 'read-write') project.backups.start(systemTimer);
  return ok({
    calls: bindCalls(project),
    subscribe: (listener) => project.events.subscribe(listener),
    close: async () => {
      await project.jobs.stop();
      await project.backups.stop();
      file.close();
    },
  });
}

/** Answers a call that comes from outside. */
export const dispatch = (engine: Engine, name: string, input: unknown): Promise<Result<unknown>> =>
  dispatchCall(engineCalls, engine.calls, name, input);
