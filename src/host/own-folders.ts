import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import envPaths from 'env-paths';

/** Where Postil keeps what belongs to no project. Both hosts use the same places. */
export interface OwnFolders {
  readonly settingsFile: string;
  readonly recentProjectsFile: string;
  readonly windowsFile: string;
  /** What the browser engine of the Electron host keeps for itself. */
  readonly browserData: string;
  /** Where new projects go unless another folder is chosen. */
  readonly projects: string;
}

/**
 * The platform's usual places; with POSTIL_HOME set, everything lies in that folder instead, so that a copy on a
 * stick, or a test, leaves no trace elsewhere.
 */
export function ownFolders(environment: NodeJS.ProcessEnv = process.env): OwnFolders {
  const home = environment['POSTIL_HOME'];
  const config = home ?? envPaths('Postil', { suffix: '' }).config;
  return {
    settingsFile: join(config, 'settings.json'),
    recentProjectsFile: join(config, 'recent-projects.json'),
    windowsFile: join(config, 'windows.json'),
    browserData: join(config, 'browser'),
    projects: home ? join(home, 'projects') : join(documentsFolder(), 'Postil'),
  };
}

/** The person's folder of documents; their home where there is none of the usual name. */
function documentsFolder(): string {
  const documents = join(homedir(), 'Documents');
  return existsSync(documents) ? documents : homedir();
}
