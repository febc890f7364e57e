import type { Handlers } from '../contract/call';
import type { EngineCalls } from '../contract/engine-calls';
import type { HowToOpen } from '../contract/host-calls';
import type { EngineListener } from './events';

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
