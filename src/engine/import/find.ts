import type { Dirent } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { problem, type Problem } from '../../core/problem';
import type { Job } from '../jobs/jobs';

/** A file to be imported. `place` is its path below what was asked for, with `/`, and never tells where that lies. */
export interface FoundFile {
  readonly path: string;
  readonly place: string;
  readonly bytes: number;
  /** Why this file or folder cannot be read; null where nothing is known to stand in the way. */
  readonly problem: Problem | null;
}

const byName = new Intl.Collator('en', { numeric: true });
const inOrder = (a: Dirent, b: Dirent): number =>
  byName.compare(a.name, b.name) || (a.name < b.name ? -1 : Number(a.name > b.name));

function problemOf(error: unknown, path: string): Problem {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return problem(code === 'ENOENT' || code === 'ENOTDIR' ? 'file-missing' : 'file-unreadable', { path });
}

/**
 * Every file under some paths, folders recursively and in the order of their names, `2.txt` before `10.txt`. Hidden
 * files in folders are left out, and so is what was met before under another path or through a link.
 */
export async function* findFiles(paths: readonly string[], job: Job): AsyncGenerator<FoundFile> {
  const met = new Set<string>();
  let found = 0;

  async function* visit(path: string, place: string, asked: boolean): AsyncGenerator<FoundFile> {
    await job.breathe();
    try {
      const [real, stats] = await Promise.all([realpath(path), stat(path)]);
      if (met.has(real)) return;
      met.add(real);
      if (stats.isDirectory()) yield* visitFolder(path, place);
      else if (stats.isFile()) {
        found += 1;
        job.report('finding', found, null);
        yield { path, place, bytes: stats.size, problem: null };
      } else if (asked) yield { path, place, bytes: 0, problem: problem('file-unreadable', { path }) };
    } catch (error) {
      if (!(error instanceof Error && 'syscall' in error)) throw error;
      yield { path, place, bytes: 0, problem: problemOf(error, path) };
    }
  }

  async function* visitFolder(path: string, place: string): AsyncGenerator<FoundFile> {
    const entries = await readdir(path, { withFileTypes: true });
    for (const entry of entries.sort(inOrder)) {
      if (!entry.name.startsWith('.')) yield* visit(join(path, entry.name), `${place}/${entry.name}`, false);
    }
  }

  for (const path of paths) yield* visit(path, basename(path), true);
}
