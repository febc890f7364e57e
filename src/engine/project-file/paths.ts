import { realpathSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';

/** The ending of a project's file. */
export const projectEnding = '.postil';

/** The file's name without its folder and ending, as people call the project. */
export const projectName = (path: string): string => basename(path, extname(path));

/** Held while a process writes the project. */
export const lockPath = (path: string): string => `${path}-lock`;

/** What SQLite keeps beside a database: changes that are not in the file yet, or not to stay in it. */
export const companionPaths = (path: string): readonly string[] => [`${path}-wal`, `${path}-journal`];

/** The folder of a project's backups, beside its file: whoever moves the one sees the other. */
export const backupsFolder = (path: string): string =>
  join(dirname(path), `${projectName(path)}.postil-backups`);

/** The one path of a file, whatever links lead there; on Windows a mapped drive becomes its network path. */
export const truePath = (path: string): string => realpathSync.native(path);
