import type { Backup } from '../../contract/engine-answers';
import type { Timestamp } from '../../core/ids';

export type BackupReason = Backup['reason'];

/** What a backup's file name says. */
export interface BackupName {
  readonly name: string;
  readonly madeAt: Timestamp;
  readonly reason: BackupReason;
}

const reasons: readonly BackupReason[] = ['opening', 'hourly', 'migration', 'before-restore', 'asked-for'];

const pattern = /^(\d{4}-\d{2}-\d{2}) (\d{2})-(\d{2})-(\d{2})\.(\d{3})Z ([a-z-]+)\.postil$/;

/**
 * The file name of a backup: `2026-11-22 09-30-00.000Z hourly.postil`. The time is UTC, so that names sort as they
 * were made; it is written without colons, which Windows does not take.
 */
export const backupName = (madeAt: Timestamp, reason: BackupReason): string =>
  `${madeAt.replace('T', ' ').replaceAll(':', '-')} ${reason}.postil`;

/** Reads a file name; null for a file that is no backup of ours. */
export function parseBackupName(name: string): BackupName | null {
  const [, day, hours, minutes, seconds, milliseconds, word] = pattern.exec(name) ?? [];
  const reason = reasons.find((known) => known === word);
  const madeAt = `${day}T${hours}:${minutes}:${seconds}.${milliseconds}Z`;
  if (!reason || Number.isNaN(Date.parse(madeAt))) return null;
  return { name, madeAt: madeAt as Timestamp, reason };
}
