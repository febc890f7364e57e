import type { HostDescription } from '../contract/host-calls';
import { ok, type Result } from '../core/result';
import type { ProjectRequest } from '../engine/process/protocol';
import type { TellEvent } from '../engine/process/line';
import type { HeldProject, OpenProjects } from './open-projects';

/** What one window, or one tab of a browser, shows: a project or the welcome screen. */
export interface Session {
  readonly project: HeldProject | null;
  readonly refusal: HostDescription['refusal'];
  readonly tell: TellEvent;
  /** Settles when what is being opened is open or refused: calls that come meanwhile are about that. */
  readonly settled: Promise<unknown>;
  /**
   * Opens a project and shows it in the place of what was shown. Where it cannot be opened, what was shown stays,
   * and the refusal is remembered if that was nothing.
   */
  show(request: ProjectRequest): Promise<Result<string>>;
  /** Goes back to the welcome screen. Settles when the project is closed, or left to those who hold it too. */
  leave(): Promise<void>;
}

/** Makes the session of a window that shows nothing yet. `tell` reaches the window. */
export function makeSession(projects: OpenProjects, tell: TellEvent): Session {
  let project: HeldProject | null = null;
  let refusal: HostDescription['refusal'] = null;
  let settled: Promise<unknown> = Promise.resolve();

  async function open(request: ProjectRequest): Promise<Result<string>> {
    const held = await projects.hold(request, tell);
    if (!held.ok) {
      if (!project) refusal = { path: request.path, problem: held.problem };
      return held;
    }
    const before = project;
    project = held.value;
    refusal = null;
    if (before?.isStopped && before.path === project.path)
      tell('engine', JSON.stringify({ state: 'restarted' }));
    await before?.release();
    return ok(held.value.path);
  }

  async function leave(): Promise<void> {
    const left = project;
    project = null;
    await left?.release();
  }

  return {
    get project() {
      return project;
    },
    get refusal() {
      return refusal;
    },
    get settled() {
      return settled;
    },
    tell,
    leave,
    show(request) {
      const opening = open(request);
      settled = opening;
      return opening;
    },
  };
}
