import type { Timestamp } from '../../core/ids';
import type { BackupName } from './backup-name';

const lastKept = 10;
const daysKept = 14;
const weeksKept = 8;
const dayLength = 24 * 60 * 60 * 1000;

/** The number of the UTC day, and of the week that begins on a Monday, since 1970. */
const dayOf = (time: Timestamp): number => Math.floor(Date.parse(time) / dayLength);
const weekOf = (time: Timestamp): number => Math.floor((dayOf(time) + 3) / 7);

/** The newest of each period, for as many periods as are kept, this one included. */
function newestOfEach(
  newestFirst: readonly BackupName[],
  period: (time: Timestamp) => number,
  oldest: number,
): BackupName[] {
  const seen = new Set<number>();
  return newestFirst.filter((backup) => {
    const number = period(backup.madeAt);
    if (number < oldest || seen.has(number)) return false;
    seen.add(number);
    return true;
  });
}

/**
 * The backups that have served their time. Kept are the last ten, the newest of each of the last 14 days, the newest
 * of each of the last 8 weeks, and all that a person asked for: those are the person's to delete.
 */
export function expiredBackups(backups: readonly BackupName[], now: Timestamp): BackupName[] {
  const newestFirst = backups
    .filter(({ reason }) => reason !== 'asked-for')
    .sort((a, b) => b.madeAt.localeCompare(a.madeAt));
  const kept = new Set([
    ...newestFirst.slice(0, lastKept),
    ...newestOfEach(newestFirst, dayOf, dayOf(now) - daysKept + 1),
    ...newestOfEach(newestFirst, weekOf, weekOf(now) - weeksKept + 1),
  ]);
  return newestFirst.filter((backup) => !kept.has(backup));
}
