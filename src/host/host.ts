import { mkdir } from 'node:fs/promises';
import { userInfo } from 'node:os';
import { dirname, extname, resolve } from 'node:path';
import type { Settings, SettingsPatch } from '../contract/settings';
import { problem } from '../core/problem';
import { fail, ok, type Result } from '../core/result';
import type { SpawnEngine } from '../engine/process/protocol';
import { openProjects, type OpenProjects } from './open-projects';
import type { OwnFolders } from './own-folders';
import { recentProjects, type RecentProjects } from './recent-projects';
import type { Session } from './session';
import { settingsFile, type SettingsFile } from './settings-file';
import { makeStaging, type Staging } from './staging';

/** What all windows of a running host share. */
export interface Host {
  readonly folders: OwnFolders;
  readonly settings: Pick<SettingsFile, 'read'>;
  readonly recent: RecentProjects;
  readonly projects: OpenProjects;
  readonly staging: Staging;
  /** The windows that are open now. */
  readonly sessions: Set<Session>;
  /** Changes settings, and tells everyone. */
  changeSettings(patch: SettingsPatch): Promise<Settings>;
  /** A window shows this project now: puts it first among the recent ones. */
  remember(path: string): Promise<void>;
  /** Closes every project and removes what was only kept for this run. */
  close(): Promise<void>;
}

export interface HostOptions {
  readonly folders: OwnFolders;
  readonly spawn: SpawnEngine;
  /** How long a project stays open that no window shows any longer: see openProjects. */
  readonly linger: number;
  readonly onSettings?: (settings: Settings) => void;
  readonly onRecent?: (latest: string) => void;
}

/** Makes what a host needs before it opens its first window. */
export function makeHost({ folders, spawn, linger, onSettings, onRecent }: HostOptions): Host {
  const settings = settingsFile(folders.settingsFile);
  const recent = recentProjects(folders.recentProjectsFile);
  const projects = openProjects({
    spawn,
    linger,
    coderName: async () => (await settings.read()).coderName || userInfo().username,
  });
  const staging = makeStaging();
  const sessions = new Set<Session>();
  return {
    folders,
    settings,
    recent,
    projects,
    staging,
    sessions,
    async changeSettings(patch) {
      const changed = await settings.write(patch);
      for (const session of sessions) session.tell('settings', JSON.stringify(changed));
      onSettings?.(changed);
      return changed;
    },
    async remember(path) {
      await recent.add(path);
      onRecent?.(path);
    },
    async close() {
      await projects.closeAll();
      await staging.clear();
    },
  };
}

/** Prepares the place of a new project: the ending that its file should have, and the folder that is its usual one. */
export async function placeOfNewProject(path: string, projectsFolder: string): Promise<Result<string>> {
  const named = resolve(projectsFolder, extname(path) === '.postil' ? path : `${path}.postil`);
  if (dirname(named) !== projectsFolder) return ok(named);
  try {
    await mkdir(projectsFolder, { recursive: true });
    return ok(named);
  } catch {
    return fail(problem('folder-read-only', { path: projectsFolder }));
  }
}
