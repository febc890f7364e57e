import type { Backup } from '../../contract/engine-answers';
import type { Timestamp } from '../../core/ids';
import type { Result } from '../../core/result';
import { readerOf, type Access } from '../project-file/access';
import type { ProjectFile } from '../project-file/project-file';
import { summaryOf } from '../storage/file/summary';
import type { BackupReason } from './backup-name';
import { describeBackup, findBackups, summaryOfBackup } from './folder';
import { makeBackup } from './make-backup';
import { restoreBackup } from './restore';
import type { Timer } from './timer';

const hour = 60 * 60 * 1000;

/** The backups of one open project. Whatever is asked for, one thing is done after the other. */
export interface Backups {
  /** Those that can be read, the newest first. */
  list(): readonly Backup[];
  make(reason: BackupReason): Promise<Result<Backup>>;
  /**
   * Puts what a backup holds in the place of the project's contents, which are backed up first. `quiet` is awaited
   * before the file is replaced: nobody may hold on to its connection then.
   */
  restore(name: string, quiet: () => Promise<void>): Promise<Result<Access>>;
  /** True where the last backup that nobody asked for came to nothing. */
  readonly failing: boolean;
  /** From now on makes backups by itself: one at once, then every hour, if something changed since the last. */
  start(every: Timer): void;
  /** Makes no more, and waits for the one that is being made. */
  stop(): Promise<void>;
}

/** Looks after the backups of a project's file. */
export function makeBackups(file: ProjectFile, now: () => Timestamp): Backups {
  let last: Promise<unknown> = Promise.resolve();
  let failing = false;
  let endTimer = (): void => undefined;

  /** Does something when everything that was asked for before is done. */
  function inTurn<Value>(work: () => Promise<Value>): Promise<Value> {
    const turn = last.then(work, work);
    last = turn;
    return turn;
  }

  /** An empty project is not worth a folder, and one that is as it was last time not another copy. */
  function isDue(): boolean {
    const { documents, lastChange } = summaryOf(readerOf(file.access));
    const [newest] = findBackups(file.path);
    return documents > 0 && (!newest || summaryOfBackup(file.path, newest)?.lastChange !== lastChange);
  }

  async function makeIfDue(reason: BackupReason): Promise<void> {
    try {
      if (isDue()) failing = !(await makeBackup(file.path, reason, now())).ok;
    } catch {
      failing = true;
    }
  }

  return {
    list: () =>
      findBackups(file.path)
        .map((backup) => describeBackup(file.path, backup))
        .filter((backup) => backup !== null),
    make: (reason) => inTurn(() => makeBackup(file.path, reason, now())),
    restore: (name, quiet) => inTurn(() => restoreBackup(file, name, now, quiet)),
    get failing() {
      return failing;
    },
    start: (every) => {
      void inTurn(() => makeIfDue('opening'));
      endTimer = every(hour, () => void inTurn(() => makeIfDue('hourly')));
    },
    stop: async () => {
      endTimer();
      await last.catch(() => undefined);
    },
  };
}
