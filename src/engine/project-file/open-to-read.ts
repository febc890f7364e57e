import { chmodSync, copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { ProjectNotice, ReadOnlyReason } from '../../contract/engine-answers';
import { problem, type Problem } from '../../core/problem';
import { fail, ok, type Result } from '../../core/result';
import type { Reader } from '../storage/file/connection';
import { guarded } from '../storage/file/errors';
import { hasOwnLayout } from '../storage/file/layout';
import { latestVersion, migrate, versionOf } from '../storage/migrations/migrate';
import { openReader, openWriter } from '../storage/file/open';
import { companionPaths } from './paths';
import type { ProjectFile } from './project-file';
import { findDamage } from './soundness';

/** A reader of a file, and what it takes to let go of it. */
interface Opened {
  readonly reader: Reader;
  readonly notices: readonly ProjectNotice[];
  readonly release: () => void;
}

const layoutProblem = (reader: Reader): Problem | undefined =>
  versionOf(reader) > latestVersion && !hasOwnLayout(reader)
    ? problem('file-newer-version', { path: reader.path, version: versionOf(reader), latest: latestVersion })
    : undefined;

/** Opens the file where it lies. Answers null for one of an older version, which has to be migrated to be read. */
function openInPlace(path: string, mayBeDamaged: boolean): Result<Opened | null> {
  const opened = openReader(path);
  if (!opened.ok) return opened;
  const reader = opened.value;
  const judged = guarded(path, () => {
    const refusal = layoutProblem(reader) ?? (mayBeDamaged ? undefined : findDamage(reader));
    return refusal ? fail(refusal) : ok(versionOf(reader) >= latestVersion);
  });
  if (judged.ok && judged.value) return ok({ reader, notices: [], release: () => reader.close() });
  reader.close();
  return judged.ok ? ok(null) : judged;
}

/** Where the folder cannot be written, SQLite can neither share a WAL nor finish what a process began that died. */
const isHinderedByItsPlace = ({ code }: Problem): boolean =>
  code === 'file-unreadable' || code === 'project-read-only';

function copyInto(folder: string, path: string): void {
  for (const part of [path, ...companionPaths(path)]) {
    if (!existsSync(part)) continue;
    const copy = join(folder, basename(part));
    copyFileSync(part, copy);
    chmodSync(copy, 0o600);
  }
}

/** Opens a copy in a temporary folder, made with all that SQLite keeps beside the file, and migrated if need be. */
function openCopy(path: string): Result<Opened> {
  const folder = mkdtempSync(join(tmpdir(), 'postil-copy-'));
  const removeFolder = (): void => rmSync(folder, { recursive: true, force: true });
  const opened = guarded(path, () => {
    copyInto(folder, path);
    const writer = openWriter(join(folder, basename(path)), 'delete');
    if (!writer.ok) return writer;
    const migrated = migrate(writer.value);
    writer.value.close();
    return migrated.ok ? openReader(writer.value.path) : migrated;
  });
  if (!opened.ok) {
    removeFolder();
    return opened;
  }
  const reader = opened.value;
  const release = (): void => {
    reader.close();
    removeFolder();
  };
  return ok({ reader, notices: ['opened-from-copy'], release });
}

function openSomehow(path: string, mayBeDamaged: boolean): Result<Opened> {
  const inPlace = openInPlace(path, mayBeDamaged);
  if (inPlace.ok) return inPlace.value ? ok(inPlace.value) : openCopy(path);
  return isHinderedByItsPlace(inPlace.problem) ? openCopy(path) : inPlace;
}

/**
 * Opens a project's file, named by its true path, to look at it only, and says why. One that is damaged is opened
 * only for those who asked to look at it: to save, or to check, what can be read.
 */
export function openToRead(path: string, reason: ReadOnlyReason): Result<ProjectFile> {
  const opened = openSomehow(path, reason === 'asked-for' || reason === 'locked');
  if (!opened.ok) return opened;
  const { reader, notices, release } = opened.value;
  const isNewer = versionOf(reader) > latestVersion;
  return ok({
    path,
    access: { mode: 'read-only', reader, reason: isNewer ? 'newer-version' : reason },
    notices,
    replaceWith: () => fail(problem('project-read-only', { path, reason })),
    close: release,
  });
}
