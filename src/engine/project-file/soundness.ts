import { statSync } from 'node:fs';
import { problem, type Problem } from '../../core/problem';
import type { Reader } from '../storage/file/connection';
import { quickCheck } from '../storage/file/soundness';

/** Some 200 ms of checking on an ordinary disk. The copies that backups are made of are checked whatever their size. */
const largestChecked = 256 * 1024 * 1024;

/**
 * Lets SQLite look through a file before anything is done with it, unless it is so large that people would have to
 * wait. Undefined where it finds nothing wrong; throws where it cannot go on.
 */
export function findDamage(reader: Reader): Problem | undefined {
  if (statSync(reader.path).size > largestChecked) return undefined;
  const complaint = quickCheck(reader);
  return complaint === null ? undefined : problem('file-corrupted', { path: reader.path, detail: complaint });
}
