import { mkdirSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openProject, type Engine } from '../../src/engine/engine';
import { startChild } from '../support/child';
import { addDocuments, newProject, valueOf } from '../support/engine';
import { temporaryFolder } from '../support/folder';

const text = 'Встреча 🇳🇴 и 🇸🇪 прошла в Осло. '.repeat(200);

/** A project with a text to tag, in a folder of the given name. */
function projectIn(folderName: string): string {
  const folder = join(temporaryFolder(), folderName);
  mkdirSync(folder);
  const path = join(folder, 'news.postil');
  const project = newProject(path);
  addDocuments(project, { 'a.txt': text });
  project.reader.close();
  return path;
}

/** Lets another process tag until it has told of so many annotations, kills it there, and answers all that it told. */
async function tagUntilKilled(path: string, atLeast: number): Promise<unknown[]> {
  const child = startChild(import.meta.url, './tag-in-a-burst.ts', path);
  const told: unknown[] = [];
  while (told.length < atLeast) told.push(await child.next());
  await child.kill();
  return [...told, ...(await child.rest())];
}

const open = async (path: string): Promise<Engine> =>
  valueOf(await openProject({ path, coderName: 'Anna', how: 'normally' }));

async function idsIn({ calls }: Engine): Promise<ReadonlySet<unknown>> {
  const [summary] = valueOf(await calls['documents.list']({}));
  if (!summary) return new Set();
  const content = valueOf(await calls['document.read']({ document: summary.document.id }));
  return new Set(content.annotations.map(({ id }) => id));
}

describe.each([
  ['on a disk of this machine', 'disk'],
  ['in a synced folder, without WAL', 'Dropbox'],
])('an engine that is killed in the middle of a burst of tagging, %s', (_, folderName) => {
  it('has lost nothing that it answered, and goes on', async () => {
    const path = projectIn(folderName);
    const told: unknown[] = [];
    for (const [round, atLeast] of [1, 20, 57].entries()) {
      told.push(...(await tagUntilKilled(path, atLeast)));
      const engine = await open(path);
      const ids = await idsIn(engine);
      expect(told.filter((id) => !ids.has(id))).toEqual([]);
      // Each time, one more change may have been committed that was not told of any more.
      expect(ids.size - told.length).toBeLessThanOrEqual(round + 1);
      expect(valueOf(await engine.calls['project.check']({ job: 'check' }))).toEqual([]);
      const description = valueOf(await engine.calls['project.describe']({}));
      expect(description.notices).toContain('recovered-after-crash');
      expect(description.journal.undo).toBe('annotation.create');
      await engine.close();
    }
    const files = readdirSync(dirname(path)).sort();
    expect(files).toEqual(['news.postil', 'news.postil-backups']);
  });
});
