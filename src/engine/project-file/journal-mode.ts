import type { ProjectNotice } from '../../contract/engine-answers';
import { isOnNetwork } from './filesystem';
import { isInSyncedFolder } from './synced-folder';

/** How SQLite is to protect a file where it lies, and what its owner should know about the place. */
export interface PlaceOfFile {
  readonly journalMode: 'wal' | 'delete';
  readonly notice: Extract<ProjectNotice, 'network-drive' | 'synced-folder'> | null;
}

/** Chooses the journal mode for a file by its true path: WAL only on disks of this machine that nobody else touches. */
export function judgePlace(path: string): PlaceOfFile {
  if (isOnNetwork(path)) return { journalMode: 'delete', notice: 'network-drive' };
  if (isInSyncedFolder(path)) return { journalMode: 'delete', notice: 'synced-folder' };
  return { journalMode: 'wal', notice: null };
}
