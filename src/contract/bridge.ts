import type { Result } from '../core/result';
import type { AnswerOf, InputOf } from './call';
import type { EngineCalls } from './engine-calls';
import type { EventName, Events } from './events';
import type { HostCalls } from './host-calls';

export type AllCalls = EngineCalls & HostCalls;
export type CallName = keyof AllCalls;

/** A file that was dropped on the window or picked in it. */
export interface HandedFile<FileObject = unknown> {
  /** Its path inside the folder that was dropped, such as `corpus/2021/a.txt`; its name where it came alone. */
  readonly relativePath: string;
  /** The DOM's `File`, which only windows and hosts know. In Electron a dropped folder is one too. */
  readonly file: FileObject;
}

/** Who waits for files to be handed over: is told how many have been, and may give it up. */
export interface Handing {
  readonly onProgress: (done: number, total: number) => void;
  readonly signal: {
    readonly aborted: boolean;
  };
}

/** The one way from the interface to the rest, the same in every host. */
export interface Bridge {
  invoke<Name extends CallName>(
    name: Name,
    input: InputOf<AllCalls[Name]>,
  ): Promise<Result<AnswerOf<AllCalls[Name]>>>;
  /**
   * Paths under which the engine can read these files: in Electron where they lie, in a browser the copies that
   * were uploaded. A folder whose files came one by one is answered as one path; `job-cancelled` where it was given up.
   */
  pathsOf(files: readonly HandedFile[], handing: Handing): Promise<Result<readonly string[]>>;
  /** Answers with a function that ends the subscription. */
  subscribe<Name extends EventName>(name: Name, listener: (event: Events[Name]) => void): () => void;
}

/**
 * What a host lends the interface to build the bridge on. Answers (a Result) and events come as JSON text: Electron
 * copies an object into a page property by property, which takes 70 ms for 10,000 annotations, and a text at once.
 */
export interface TextBridge {
  invoke(name: string, input: unknown): Promise<string>;
  subscribe(name: string, listener: (event: string) => void): () => void;
}
