import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../../../tests/support/folder';
import { judgePlace } from './journal-mode';
import { isInSyncedFolder } from './synced-folder';

describe('a synced folder', () => {
  it.each([
    'Dropbox',
    'Dropbox (Personal)',
    'OneDrive',
    'OneDrive - University of Tartu',
    'Google Drive',
    'GoogleDrive-anna@example.org',
    'iCloudDrive',
    'Mobile Documents',
    'Nextcloud',
    'Nextcloud2',
    'Yandex.Disk',
    'Яндекс.Диск',
    'Syncthing',
  ])('is recognised by the name %s, however deep the file lies', (name) => {
    expect(isInSyncedFolder(join(temporaryFolder(), name, 'theses', 'a.postil'))).toBe(true);
  });

  it.each(['.stfolder', '.dropbox.cache', '.sync_1a2b3c4d5e6f.db', '.tmp.drivedownload'])(
    'is recognised by the mark %s at its root',
    (mark) => {
      const folder = temporaryFolder();
      mkdirSync(join(folder, 'theses', 'mine'), { recursive: true });
      writeFileSync(join(folder, mark), '');
      expect(isInSyncedFolder(join(folder, 'theses', 'mine', 'a.postil'))).toBe(true);
    },
  );

  it('is not seen in a project that is merely called so', () => {
    expect(isInSyncedFolder(join(temporaryFolder(), 'Dropbox.postil'))).toBe(false);
    expect(isInSyncedFolder(join(temporaryFolder(), 'Dropbox'))).toBe(false);
  });

  it('is not seen in similar names', () => {
    expect(isInSyncedFolder(join(temporaryFolder(), 'Dropbox-old-export', 'a.postil'))).toBe(false);
  });
});

describe('the journal mode', () => {
  it('is WAL on a disk of this machine', () => {
    const path = join(temporaryFolder(), 'a.postil');
    expect(judgePlace(path)).toEqual({ journalMode: 'wal', notice: null });
  });

  it('is DELETE in a synced folder, and the owner is told', () => {
    const path = join(temporaryFolder(), 'Dropbox', 'a.postil');
    expect(judgePlace(path)).toEqual({ journalMode: 'delete', notice: 'synced-folder' });
  });
});
