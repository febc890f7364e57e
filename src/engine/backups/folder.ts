import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { Backup } from '../../contract/engine-answers';
import { namesIn } from '../project-file/names-in';
import { backupsFolder } from '../project-file/paths';
import { openReader } from '../storage/file/open';
import { summaryOf, type Summary } from '../storage/file/summary';
import { parseBackupName, type BackupName } from './backup-name';

/** The path of a backup of a project. */
export const backupPath = (project: string, backup: BackupName): string =>
  join(backupsFolder(project), backup.name);

/** The backups that stand in a project's folder, the newest first, by their names alone. */
export function findBackups(project: string): BackupName[] {
  return namesIn(backupsFolder(project))
    .map(parseBackupName)
    .filter((backup) => backup !== null)
    .sort((a, b) => b.madeAt.localeCompare(a.madeAt));
}

/** What a backup holds; null where it cannot be read any more. */
export function summaryOfBackup(project: string, backup: BackupName): Summary | null {
  const reader = openReader(backupPath(project, backup));
  if (!reader.ok) return null;
  try {
    return summaryOf(reader.value);
  } catch {
    return null;
  } finally {
    reader.value.close();
  }
}

/** A backup as it is shown; null where it cannot be read any more. */
export function describeBackup(project: string, backup: BackupName): Backup | null {
  const summary = summaryOfBackup(project, backup);
  if (!summary) return null;
  const { documents, annotations } = summary;
  return { ...backup, bytes: statSync(backupPath(project, backup)).size, documents, annotations };
}
