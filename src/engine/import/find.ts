import type { Stats } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { problem, type Problem } from '../../core/problem';
import { fail, ok, type Result } from '../../core/result';
import { codeOf } from '../../core/thrown';
import type { Job } from '../jobs/jobs';

/** A file to be imported. `place` is its path below what was asked for, with `/`, and never tells where that lies. */
export interface FoundFile {
  readonly path: string;
  readonly place: string;
  readonly bytes: number;
  /** Why this file or folder cannot be read; null where nothing is known to stand in the way. */
  readonly problem: Problem | null;
  /** Its bytes, where it lies in an archive and not at its path. */
  readonly source?: () => AsyncIterable<Buffer>;
}

const byName = new Intl.Collator('en', { numeric: true });

/** Compares names as lists of files do: `2.txt` before `10.txt`. */
export const inOrder = (a: string, b: string): number => byName.compare(a, b) || (a < b ? -1 : Number(a > b));

function problemOf(error: unknown, path: string): Problem {
  const code = codeOf(error);
  return problem(code === 'ENOENT' || code === 'ENOTDIR' ? 'file-missing' : 'file-unreadable', { path });
}

/**
 * Every file under some paths, folders recursively and in the order of their names, `2.txt` before `10.txt`. Hidden
 * files in folders are left out, and so is what was met before under another path or through a link.
 */
export async function* findFiles(paths: readonly string[], job: Job): AsyncGenerator<FoundFile> {
  const met = new Set<string>();
  let found = 0;

  async function* visit({ path, place, asked }: Visit, known?: Promise<Looked>): AsyncGenerator<FoundFile> {
    await job.breathe();
    const looked = await (known ?? lookAt(path));
    if ('problem' in looked) yield { path, place, bytes: 0, problem: looked.problem };
    else if (!met.has(looked.real)) {
      met.add(looked.real);
      if (looked.stats.isDirectory()) yield* visitFolder(path, place);
      else if (looked.stats.isFile()) {
        found += 1;
        job.report('finding', found, null);
        yield { path, place, bytes: looked.stats.size, problem: null };
      } else if (asked) yield { path, place, bytes: 0, problem: problem('file-unreadable', { path }) };
    }
  }

  async function* visitFolder(path: string, place: string): AsyncGenerator<FoundFile> {
    const names = await namesIn(path);
    if (!names.ok) {
      yield { path, place, bytes: 0, problem: names.problem };
      return;
    }
    for (let start = 0; start < names.value.length; start += together) {
      const visits = names.value
        .slice(start, start + together)
        .map((name): Visit => ({ path: join(path, name), place: `${place}/${name}`, asked: false }));
      const looked = visits.map((visited) => lookAt(visited.path));
      for (const [index, visited] of visits.entries()) yield* visit(visited, looked[index]);
    }
  }

  for (const path of paths) yield* visit({ path, place: basename(path), asked: true });
}

interface Visit {
  readonly path: string;
  readonly place: string;
  /** A person chose it: it does not lie in a folder that was chosen. */
  readonly asked: boolean;
}

type Looked = { readonly real: string; readonly stats: Stats } | { readonly problem: Problem };

/** How many files of a folder are looked at together. */
const together = 64;

async function lookAt(path: string): Promise<Looked> {
  try {
    const [real, stats] = await Promise.all([realpath(path), stat(path)]);
    return { real, stats };
  } catch (error) {
    return { problem: problemOf(error, path) };
  }
}

async function namesIn(folder: string): Promise<Result<readonly string[]>> {
  try {
    const names = await readdir(folder);
    return ok(names.filter((name) => !name.startsWith('.')).sort(inOrder));
  } catch (error) {
    return fail(problemOf(error, folder));
  }
}
