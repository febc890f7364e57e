import type { Page } from '@playwright/test';
import type { Bridge, TextBridge } from '../../../src/contract/bridge';

declare global {
  interface Window {
    readonly postil: Bridge;
    readonly postilHost?: TextBridge;
  }
}

/** Postil as it runs in one host, started anew for each test in a folder of its own. */
export interface Application {
  readonly host: 'browser' | 'electron';
  /** Where this run keeps settings and projects. */
  readonly home: string;
  /** The window that was opened last; another one after `restart`. */
  readonly page: Page;
  /** Ends the application as a person would, and waits until its processes are gone. */
  quit(): Promise<void>;
  /** Starts the application again, as it was or with a project to open. */
  start(project?: string): Promise<Page>;
  /** Opens a further window (a tab) and answers with its page; `project` is opened in it. */
  openWindow(project: string): Promise<Page>;
  /** The process ids of the engines that run. */
  enginePids(): Promise<number[]>;
  /** Where native dialogs are, they answer with this path from now on; nothing elsewhere. */
  answerDialogs(path: string): Promise<void>;
  /** Does what makes the application hand over a file, and answers where that lies. */
  exportedFile(name: string, doExport: () => Promise<void>): Promise<string>;
}

/** The project that a name stands for in a run. */
export const projectFile = (application: Application, name: string): string =>
  `${application.home}/projects/${name}.postil`;
