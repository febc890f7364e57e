import type { HostDescription } from '../contract/host-calls';
import type { Result } from '../core/result';
import type { ProjectRequest } from '../engine/process/protocol';

/** What each host does in its own way, for one of its windows. Everything else about hosts is the same in both. */
export interface Platform {
  readonly facts: Pick<HostDescription, 'host' | 'nativeDialogs' | 'versions'>;
  /** Asks a person where a new project is to lie, or which one to open; null if cancelled, or without dialogs. */
  askForNewProject(): Promise<string | null>;
  askForProject(): Promise<string | null>;
  askForFiles(folders: boolean): Promise<readonly string[]>;
  /** Where an export is to be written. */
  askForTarget(suggestedName: string): Promise<string | null>;
  /** Shows a project that this window asked for, here or in a window of its own; answers with its path. */
  showProject(request: ProjectRequest): Promise<Result<string>>;
  handOver(path: string): Promise<{ readonly download: string | null }>;
  quit(): void;
}
