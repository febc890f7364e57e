import { access } from 'node:fs/promises';
import { basename } from 'node:path';
import { z } from 'zod';
import type { RecentProject } from '../contract/host-calls';
import type { Timestamp } from '../core/ids';
import { readJsonFile, writeJsonFile } from './json-file';
import { oneAtATime } from './one-at-a-time';

/** As many as fit a menu and a welcome screen. */
const remembered = 15;

const entries = z.array(z.object({ path: z.string(), openedAt: z.iso.datetime() }));

/** The projects that were opened last, the latest first. */
export interface RecentProjects {
  list(): Promise<readonly RecentProject[]>;
  add(path: string): Promise<void>;
  forget(path: string): Promise<void>;
}

/** Remembers recent projects in a file. It is read anew each time: the other host may have written it. */
export function recentProjects(file: string): RecentProjects {
  const inTurn = oneAtATime();
  const read = () => readJsonFile(file, entries, []);
  const without = async (path: string) => (await read()).filter((entry) => entry.path !== path);
  return {
    async list() {
      const all = await inTurn(read);
      return Promise.all(
        all.map(async ({ path, openedAt }) => ({
          path,
          name: projectName(path),
          openedAt: openedAt as Timestamp,
          exists: await exists(path),
        })),
      );
    },
    add: (path) =>
      inTurn(async () => {
        const latest = { path, openedAt: new Date().toISOString() };
        await writeJsonFile(file, [latest, ...(await without(path))].slice(0, remembered));
      }),
    forget: (path) =>
      inTurn(async () => {
        await writeJsonFile(file, await without(path));
      }),
  };
}

/** A project's name: its file's, without the ending. */
const projectName = (path: string): string => basename(path, '.postil');

const exists = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );
