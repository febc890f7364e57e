import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** A place where a file system was hung in, and the system's name of its kind: `ext4`, `nfs4`, `fuse.sshfs`. */
export interface Mount {
  readonly point: string;
  readonly type: string;
}

/** Octal escapes, which stand for blanks and backslashes in Linux' list. */
const unescapeOctal = (text: string): string =>
  text.replace(/\\([0-7]{3})/g, (_, digits: string) => String.fromCharCode(Number.parseInt(digits, 8)));

/** Reads Linux' `/proc/self/mountinfo` (proc_pid_mountinfo(5)): the type stands after the lone dash. */
export function parseMountInfo(text: string): Mount[] {
  return text.split('\n').flatMap((line) => {
    const [before, after] = line.split(' - ');
    const point = before?.split(' ')[4];
    const type = after?.split(' ')[0];
    return point && type ? [{ point: unescapeOctal(point), type }] : [];
  });
}

/** Reads what macOS' `mount` prints: `//user@server/share on /Volumes/share (smbfs, nodev, nosuid)`. */
export function parseMountOutput(text: string): Mount[] {
  return text.split('\n').flatMap((line) => {
    const [, point, type] = /^.+? on (\/.*) \(([^,)]+)/.exec(line) ?? [];
    return point && type ? [{ point, type }] : [];
  });
}

/** The kind of file system that a path lies on: that of the innermost mount; of several there, of the last. */
export function typeOfMount(path: string, mounts: readonly Mount[]): string | null {
  let innermost: Mount | null = null;
  for (const mount of mounts) {
    const isAbove = path === mount.point || path.startsWith(mount.point.replace(/\/?$/, '/'));
    if (isAbove && mount.point.length >= (innermost?.point.length ?? 0)) innermost = mount;
  }
  return innermost?.type ?? null;
}

const networkTypes = new Set([
  ...['nfs', 'nfs4', 'cifs', 'smb', 'smb2', 'smb3', 'smbfs', 'ncpfs', 'afpfs', 'webdav', 'davfs', 'afs'],
  ...['9p', 'virtiofs', 'vboxsf', 'vmhgfs', 'prl_fs', 'hgfs', 'ceph', 'lustre', 'glusterfs', 'gfs2', 'ocfs2'],
  ...['beegfs', 'gpfs', 'coda', 'orangefs', 'pvfs2', 'ftp', 'macfuse', 'osxfuse'],
]);

/** Served by a program, but from a disk of this machine. */
const localPrograms = new Set(['gocryptfs', 'encfs', 'cryfs', 'securefs', 'bindfs', 'mergerfs', 'ecryptfs']);

/**
 * True for file systems that other machines write to, or that a program serves from elsewhere: they have no memory
 * shared by all who open a file, which SQLite's WAL needs (https://www.sqlite.org/wal.html).
 */
export function isNetworkType(type: string): boolean {
  if (networkTypes.has(type)) return true;
  // `fuseblk`, without a dot, is a disk. Of other programs it is safer to expect the network.
  return type === 'fuse' || (type.startsWith('fuse.') && !localPrograms.has(type.slice('fuse.'.length)));
}

function readMounts(): readonly Mount[] {
  try {
    if (process.platform === 'linux') return parseMountInfo(readFileSync('/proc/self/mountinfo', 'utf8'));
    if (process.platform === 'darwin')
      return parseMountOutput(execFileSync('/sbin/mount', { encoding: 'utf8', timeout: 2000 }));
  } catch {
    // Without the list nothing tells against the ordinary case, a disk of this machine.
  }
  return [];
}

/** True where a file, named by its true path, lies on a drive of another machine. */
export function isOnNetwork(path: string): boolean {
  if (process.platform === 'win32') return path.startsWith('\\\\');
  const type = typeOfMount(path, readMounts());
  return type !== null && isNetworkType(type);
}
