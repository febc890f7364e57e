import { execFileSync } from 'node:child_process';
import { onTestFinished } from 'vitest';
import { temporaryFolder } from './folder';

const mount = (...args: readonly string[]): void => {
  execFileSync('mount', args, { stdio: 'pipe' });
};

/** A file system of its own, gone when the test is over. */
export interface SmallDisk {
  readonly folder: string;
  makeReadOnly(): void;
}

/** Makes a file system of so many kilobytes in memory; null where this user may not, as only root may. */
export function smallDisk(kilobytes: number): SmallDisk | null {
  const folder = temporaryFolder();
  try {
    mount('-t', 'tmpfs', '-o', `size=${kilobytes}k,mode=0777`, 'tmpfs', folder);
  } catch {
    return null;
  }
  onTestFinished(() => {
    execFileSync('umount', ['--lazy', folder], { stdio: 'pipe' });
  });
  return { folder, makeReadOnly: () => mount('-o', 'remount,ro', folder) };
}
