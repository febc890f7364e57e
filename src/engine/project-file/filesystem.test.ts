import { describe, expect, it } from 'vitest';
import { isNetworkType, isOnNetwork, parseMountInfo, parseMountOutput, typeOfMount } from './filesystem';

const linux = `23 28 0:21 / /proc rw,nosuid shared:13 - proc proc rw
28 1 254:0 / / rw,relatime shared:1 - ext4 /dev/vda rw
31 28 0:26 / /home/anna/My\\040Share rw shared:7 - cifs //server/share rw
32 28 0:27 / /mnt/auto rw - autofs systemd-1 rw,fd=33
33 28 0:28 / /mnt/auto rw - nfs4 server:/export rw,vers=4.2
34 28 0:29 / /media/usb rw - fuseblk /dev/sdb1 rw
35 28 0:30 / /home/anna/remote rw master:3 propagate_from:2 - fuse.sshfs anna@server: rw
`;

const mac = `/dev/disk3s1s1 on / (apfs, sealed, local, read-only, journaled)
/dev/disk4s1 on /Volumes/USB (stick) (exfat, local, nodev, nosuid)
//anna@server/share on /Volumes/share on server (smbfs, nodev, nosuid, mounted by anna)
`;

describe('the file system of a path', () => {
  const mounts = parseMountInfo(linux);

  it('is that of the innermost mount on Linux', () => {
    expect(typeOfMount('/home/anna/a.postil', mounts)).toBe('ext4');
    expect(typeOfMount('/home/anna/remote/a.postil', mounts)).toBe('fuse.sshfs');
    expect(typeOfMount('/home/anna/remotely/a.postil', mounts)).toBe('ext4');
  });

  it('is found behind names with blanks', () => {
    expect(typeOfMount('/home/anna/My Share/a.postil', mounts)).toBe('cifs');
  });

  it('is that which was mounted last where two lie on one another', () => {
    expect(typeOfMount('/mnt/auto/a.postil', mounts)).toBe('nfs4');
  });

  it('is read from what mount prints on macOS', () => {
    const printed = parseMountOutput(mac);
    expect(typeOfMount('/Users/anna/a.postil', printed)).toBe('apfs');
    expect(typeOfMount('/Volumes/share on server/a.postil', printed)).toBe('smbfs');
  });

  it('is local for the temporary folder of this machine', () => {
    expect(isOnNetwork('/tmp/a.postil')).toBe(false);
  });
});

describe('a network drive', () => {
  it.each([
    'nfs',
    'nfs4',
    'cifs',
    'smb3',
    '9p',
    'ceph',
    'virtiofs',
    'fuse.sshfs',
    'fuse.rclone',
    'fuse.unheard-of',
  ])('is recognised in %s', (type) => expect(isNetworkType(type)).toBe(true));

  it.each(['ext4', 'btrfs', 'apfs', 'exfat', 'tmpfs', 'overlay', 'fuseblk', 'fuse.gocryptfs'])(
    'is not seen in %s',
    (type) => expect(isNetworkType(type)).toBe(false),
  );
});
