import { dirname, sep } from 'node:path';
import { namesIn } from './names-in';

/** Folders that a synchronising program is known to keep, by the names that it gives them. */
const syncedNames: readonly RegExp[] = [
  /^dropbox( \(.+\))?$/i,
  /^onedrive( ?- ?.+)?$/i,
  /^google ?drive( ?- ?.+)?$/i,
  /^(my drive|мой диск)$/i,
  /^(icloud ?drive|mobile documents|cloudstorage)$/i,
  /^(nextcloud|owncloud)\d*$/i,
  /^(yandex\.?disk|яндекс\.?диск)( ?- ?.+)?$/i,
  /^(облако mail\.ru|cloud mail\.ru)$/i,
  /^(pcloud ?drive|pcloud ?sync|megasync|mega|seafile|box sync|syncthing)$/i,
];

/** Files and folders that such a program leaves at the root of what it keeps. */
const syncMarkers: readonly RegExp[] = [
  /^\.stfolder/,
  /^\.dropbox\.cache$/,
  /^\._?sync_[0-9a-f]+\.db$/,
  /^\.(owncloud|nextcloud)sync\.log$/,
  /^\.tmp\.drivedownload$/,
];

/** The folders above a file, the innermost first, without the root. */
function foldersAbove(path: string): string[] {
  const folders: string[] = [];
  for (let folder = dirname(path); folder !== dirname(folder); folder = dirname(folder)) folders.push(folder);
  return folders;
}

/**
 * True where a file, named by its true path, lies in a folder that a program copies to other machines (Dropbox,
 * OneDrive, Google Drive, iCloud Drive, Nextcloud, Yandex.Disk, Syncthing, …): it copies a database and its `-wal`
 * at different moments. Told by the folders' names and by the marks that such programs leave.
 */
export function isInSyncedFolder(path: string): boolean {
  const hasKnownName = path
    .split(sep)
    .slice(0, -1)
    .some((name) => matches(name, syncedNames));
  return (
    hasKnownName ||
    foldersAbove(path).some((folder) => namesIn(folder).some((name) => matches(name, syncMarkers)))
  );
}

const matches = (name: string, patterns: readonly RegExp[]): boolean =>
  patterns.some((pattern) => pattern.test(name));
