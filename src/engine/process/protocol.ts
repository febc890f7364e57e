import type { Problem } from '../../core/problem';
import type { EventName } from '../../contract/events';
import type { CodebookBeginning } from '../../contract/codebook-calls';
import type { HowToOpen } from '../../contract/host-calls';

/** The one project that an engine process works on, from when it is started until it ends. */
export interface ProjectRequest {
  readonly make: 'new' | 'existing';
  readonly path: string;
  readonly how: HowToOpen;
  /** What a new project begins with; the first of the ready-made codebooks where it is left out. */
  readonly codebook?: CodebookBeginning | undefined;
}

/** From the host to the engine's process. */
export type ToEngine =
  | { readonly kind: 'open'; readonly request: ProjectRequest; readonly coderName: string }
  | { readonly kind: 'call'; readonly id: number; readonly name: string; readonly input: unknown }
  /** The process closes its project and ends: its exit is the answer. */
  | { readonly kind: 'close' };

/**
 * From the engine's process to the host, in the order in which it happened. Answers (a Result) and events are JSON
 * text already, answers packed (see the contract): hosts pass them on to the window without looking inside.
 */
export type FromEngine =
  | { readonly kind: 'opened'; readonly problem: Problem | null }
  | { readonly kind: 'answer'; readonly id: number; readonly text: string }
  | { readonly kind: 'event'; readonly name: EventName; readonly text: string };

/** The host's end of the line to one engine process, however that was started. */
export interface EngineProcess {
  send(message: ToEngine): void;
  onMessage(listener: (message: FromEngine) => void): void;
  /** Called once, when the process is gone and nothing more will come from it. */
  onEnd(listener: () => void): void;
  /** Ends the process without asking it. */
  kill(): void;
}

/** Starts a process that runs `engine/process`. Which kind of process is the host's affair. */
export type SpawnEngine = () => EngineProcess;

/** The engine's end of the line. */
export interface HostLine {
  send(message: FromEngine): void;
  onMessage(listener: (message: ToEngine) => void): void;
  /** Called when the host is gone. */
  onEnd(listener: () => void): void;
}
