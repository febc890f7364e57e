import { accessSync, closeSync, constants, existsSync, openSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import type { ReadOnlyReason } from '../../contract/engine-answers';
import { codeOf } from '../../core/thrown';
import { takeFileLock, type FileLock } from '../storage/file/lock-database';
import { lockPath } from './paths';

/** Why the operating system does not let a file be written. */
export type WriteRefusal = Extract<ReadOnlyReason, 'read-only-file' | 'read-only-folder' | 'read-only-media'>;

/** Whether this process may write a project's file, or why not. */
export type WriteAccess =
  | { readonly kind: 'ours'; readonly lock: FileLock }
  /** Another process has it open to write. */
  | { readonly kind: 'held' }
  | { readonly kind: 'refused'; readonly reason: WriteRefusal };

/** Null where the attempt succeeds. */
function refusalOf(attempt: () => void, ordinary: WriteRefusal): WriteRefusal | null {
  try {
    attempt();
    return null;
  } catch (error) {
    return codeOf(error) === 'EROFS' ? 'read-only-media' : ordinary;
  }
}

function tryToWrite(path: string): void {
  if (existsSync(path)) closeSync(openSync(path, 'r+'));
}

/** Projects that this process holds: it would not be kept out by locks of its own, and could lose them (`readHead`). */
const heldHere = new Set<string>();

/** True for a project that this process has open to write, named by its true path. */
export const isHeldHere = (path: string): boolean => heldHere.has(path);

/**
 * Asks for the right to write a project's file, named by its true path, until `release` or the end of this process.
 * Throws what SQLite throws where the disk fails.
 */
export function askForWriteAccess(path: string): WriteAccess {
  if (isHeldHere(path)) return { kind: 'held' };
  const refusal =
    refusalOf(() => accessSync(dirname(path), constants.W_OK), 'read-only-folder') ??
    // Opened for a try: permissions alone do not tell what a file system allows.
    refusalOf(() => tryToWrite(path), 'read-only-file');
  if (refusal) return { kind: 'refused', reason: refusal };
  const lock = takeFileLock(lockPath(path), statSync(path, { throwIfNoEntry: false })?.mode ?? 0o644);
  if (!lock) return { kind: 'held' };
  heldHere.add(path);
  const release = (): void => {
    heldHere.delete(path);
    lock.release();
  };
  return { kind: 'ours', lock: { release } };
}
