import { describe, expect, it } from 'vitest';
import type { Timestamp } from '../../core/ids';
import { backupName, parseBackupName, type BackupName, type BackupReason } from './backup-name';
import { expiredBackups } from './rotation';

const hour = 60 * 60 * 1000;
const day = 24 * hour;
/** A Sunday. */
const now = '2026-11-22T12:30:00.000Z' as Timestamp;

/** A backup made so many milliseconds ago. */
function ago(milliseconds: number, reason: BackupReason = 'hourly'): BackupName {
  const madeAt = new Date(Date.parse(now) - milliseconds).toISOString() as Timestamp;
  return { name: backupName(madeAt, reason), madeAt, reason };
}

const times = (count: number, step: number): BackupName[] =>
  Array.from({ length: count }, (_, index) => ago(index * step));

/** What the rotation leaves of some backups. */
function rotate(backups: readonly BackupName[]): BackupName[] {
  const expired = new Set(expiredBackups(backups, now));
  return backups.filter((backup) => !expired.has(backup));
}

const keptOf = (backups: readonly BackupName[]): string[] => rotate(backups).map(({ madeAt }) => madeAt);

describe('the rotation of backups', () => {
  it('keeps the last ten, however close they are', () => {
    expect(keptOf(times(12, 60_000))).toHaveLength(10);
    expect(keptOf(times(12, 60_000))[9]).toBe('2026-11-22T12:21:00.000Z');
  });

  it('keeps the last ten, however old they are', () => {
    expect(keptOf(times(10, 400 * day))).toHaveLength(10);
  });

  it('keeps the newest of each of the last 14 days and of each of the last 8 weeks', () => {
    const kept = keptOf(times(200 * 24, hour));
    const tenHours = 10;
    const earlierDays = kept.filter((time) => time < '2026-11-22' && time >= '2026-11-09');
    const earlierWeeks = kept.filter((time) => time < '2026-11-09');
    expect(kept.filter((time) => time >= '2026-11-22')).toHaveLength(tenHours);
    expect(earlierDays.map((time) => time.slice(0, 10))).toEqual([
      ...['2026-11-21', '2026-11-20', '2026-11-19', '2026-11-18', '2026-11-17', '2026-11-16', '2026-11-15'],
      ...['2026-11-14', '2026-11-13', '2026-11-12', '2026-11-11', '2026-11-10', '2026-11-09'],
    ]);
    // The Sundays of the six weeks before the two that the days fill.
    expect(earlierWeeks).toEqual([
      '2026-11-08T23:30:00.000Z',
      '2026-11-01T23:30:00.000Z',
      '2026-10-25T23:30:00.000Z',
      '2026-10-18T23:30:00.000Z',
      '2026-10-11T23:30:00.000Z',
      '2026-10-04T23:30:00.000Z',
    ]);
  });

  it('never removes what a person asked for, and does not count it', () => {
    const asked = Array.from({ length: 20 }, (_, index) => ago(index * 60_000, 'asked-for'));
    expect(keptOf([...asked, ...times(10, day)])).toHaveLength(30);
  });

  it('removes nothing twice as time goes on', () => {
    const kept = rotate(times(200 * 24, hour));
    expect(expiredBackups(kept, now)).toEqual([]);
  });
});

describe("a backup's file name", () => {
  it('says when and why it was made, and can be read back', () => {
    const name = backupName('2026-11-22T09:05:07.042Z' as Timestamp, 'before-restore');
    expect(name).toBe('2026-11-22 09-05-07.042Z before-restore.postil');
    expect(parseBackupName(name)).toEqual({
      name,
      madeAt: '2026-11-22T09:05:07.042Z',
      reason: 'before-restore',
    });
  });

  it.each([
    'notes.txt',
    '2026-11-22 09-05-07.042Z hourly.postil.partial',
    '2026-11-22 09-05-07.042Z whim.postil',
    '2026-13-22 09-05-07.042Z hourly.postil',
    '../2026-11-22 09-05-07.042Z hourly.postil',
  ])('is not seen in %s', (name) => expect(parseBackupName(name)).toBeNull());
});
