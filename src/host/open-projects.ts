import { realpath } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import type { TellEvent } from '../engine/process/line';
import type { ProjectRequest, SpawnEngine } from '../engine/process/protocol';
import { superviseEngine, type SupervisedEngine } from '../engine/process/supervisor';
import { problem } from '../core/problem';
import { fail, ok, type Result } from '../core/result';

/** A project as one of its windows holds it. */
export interface HeldProject {
  readonly path: string;
  /** Whether its engine was given up, so that it has to be opened anew. */
  readonly isStopped: boolean;
  /** The JSON text of a Result. */
  invoke(name: string, input: unknown): Promise<string>;
  /** Lets go of the project; the last window to do so closes it. Settles when that is done. */
  release(): Promise<void>;
}

/** The projects that a host has open: one engine each, shared by all the windows that show it. */
export interface OpenProjects {
  /** Opens a project, or joins those who have it open. `tell` receives its events until it is released. */
  hold(request: ProjectRequest, tell: TellEvent): Promise<Result<HeldProject>>;
  /** Closes every project, whoever holds it. */
  closeAll(): Promise<void>;
}

interface OpenProject {
  readonly engine: SupervisedEngine;
  readonly holders: Set<TellEvent>;
  /** Aborted when the engine is given up. */
  readonly stopped: AbortSignal;
}

export interface OpenProjectsOptions {
  readonly spawn: SpawnEngine;
  /** Under which name the person annotates. */
  readonly coderName: () => Promise<string>;
  /**
   * How many milliseconds a project stays open that nobody holds any longer: a page that is loaded again lets go of
   * its project for a moment.
   */
  readonly linger: number;
}

/** Holds the projects that windows have open: one engine for each file, however many windows show it. */
export function openProjects({ spawn, coderName, linger }: OpenProjectsOptions): OpenProjects {
  const projects = new Map<string, Promise<Result<OpenProject>>>();
  const closings = new Map<string, Promise<void>>();

  async function hold(request: ProjectRequest, tell: TellEvent): Promise<Result<HeldProject>> {
    const path = await ownPath(request.path);
    await closings.get(path);
    const present = projects.get(path);
    if (present && request.make === 'new') return fail(problem('file-exists', { path }));
    const joined = present ?? start(path, request);
    const opened = await joined;
    if (!opened.ok) return opened;
    const { engine, holders, stopped } = opened.value;
    holders.add(tell);
    return ok({
      path,
      get isStopped() {
        return stopped.aborted;
      },
      invoke: (name, input) => engine.invoke(name, input),
      release: async () => {
        holders.delete(tell);
        if (linger > 0) {
          setTimeout(() => void closeIfForsaken(path, joined), linger).unref();
        } else {
          await closeIfForsaken(path, joined);
        }
      },
    });
  }

  function start(path: string, request: ProjectRequest): Promise<Result<OpenProject>> {
    const holders = new Set<TellEvent>();
    const stopping = new AbortController();
    const starting = superviseEngine({
      spawn,
      request: { ...request, path },
      coderName,
      tell: (name, text) => {
        for (const tell of holders) tell(name, text);
      },
      onGivenUp: () => {
        stopping.abort();
        forget(path, starting);
      },
    }).then((started): Result<OpenProject> => {
      if (!started.ok) forget(path, starting);
      return started.ok ? ok({ engine: started.value, holders, stopped: stopping.signal }) : started;
    });
    projects.set(path, starting);
    return starting;
  }

  /** From now on, whoever asks for this project gets a new engine. */
  function forget(path: string, project: Promise<Result<OpenProject>>): void {
    if (projects.get(path) === project) projects.delete(path);
  }

  async function closeIfForsaken(path: string, project: Promise<Result<OpenProject>>): Promise<void> {
    const opened = await project;
    if (opened.ok && opened.value.holders.size === 0) await close(path, project);
  }

  async function close(path: string, project: Promise<Result<OpenProject>>): Promise<void> {
    forget(path, project);
    const closing = project.then((opened) => (opened.ok ? opened.value.engine.close() : undefined));
    closings.set(path, closing);
    await closing;
    if (closings.get(path) === closing) closings.delete(path);
  }

  return {
    hold,
    async closeAll() {
      await Promise.all([...projects].map(([path, project]) => close(path, project)));
      await Promise.all(closings.values());
    },
  };
}

/** A file's one true path, however it was named; also for a file that is not there yet. */
export async function ownPath(path: string): Promise<string> {
  const absolute = resolve(path);
  return realpath(absolute).catch(async () => {
    const folder = await realpath(dirname(absolute)).catch(() => dirname(absolute));
    return join(folder, basename(absolute));
  });
}
