import { extname, resolve } from 'node:path';

/**
 * The files that a command line names, as absolute paths. `args` is all of it, the program first; where `hasApp`, the
 * application's own folder stands before the files, as in `electron FOLDER FILE`.
 */
export function filesOnCommandLine(args: readonly string[], folder: string, hasApp: boolean): string[] {
  const named = args.slice(1).filter((arg) => !arg.startsWith('-'));
  return named.slice(hasApp ? 1 : 0).map((arg) => resolve(folder, arg));
}

/** Whether a file is one to open; any other is one to import. */
export const isProjectFile = (path: string): boolean => extname(path).toLowerCase() === '.postil';
