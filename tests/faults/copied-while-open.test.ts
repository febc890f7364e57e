import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openProject } from '../../src/engine/engine';
import { startChild } from '../support/child';
import { addDocuments, newProject, valueOf } from '../support/engine';
import { temporaryFolder } from '../support/folder';

const text = 'Встреча прошла в Осло. '.repeat(100);

/** A project that another process has open, which has tagged some words and waits. */
async function openElsewhere(): Promise<{ path: string; tagged: number }> {
  const path = join(temporaryFolder(), 'news.postil');
  const project = newProject(path);
  addDocuments(project, { 'a.txt': text });
  project.reader.close();
  const child = startChild(import.meta.url, './tag-and-wait.ts', path);
  return { path, tagged: Number(await child.next()) };
}

/** What the copy holds, after its check. */
async function annotationsIn(path: string): Promise<number> {
  const engine = valueOf(await openProject({ path, coderName: 'Anna', how: 'normally' }));
  expect(valueOf(await engine.calls['project.check']({ job: 'check' }))).toEqual([]);
  const { counts } = valueOf(await engine.calls['project.describe']({}));
  await engine.close();
  return counts.annotation;
}

describe('a project that is copied by other means while it is open', () => {
  it('is whole in the copy, if all its files were copied', async () => {
    const { path, tagged } = await openElsewhere();
    const copy = join(temporaryFolder(), 'copy.postil');
    copyFileSync(path, copy);
    copyFileSync(`${path}-wal`, `${copy}-wal`);
    expect(await annotationsIn(copy)).toBe(tagged);
  });

  it('is an earlier state of itself in the copy, and a sound one, if only its main file was copied', async () => {
    const { path, tagged } = await openElsewhere();
    const copy = join(temporaryFolder(), 'copy.postil');
    copyFileSync(path, copy);
    expect(await annotationsIn(copy)).toBeLessThan(tagged);
  });

  it('can be opened at the same time as its copy, since each has a lock of its own', async () => {
    const { path } = await openElsewhere();
    const copy = join(temporaryFolder(), 'copy.postil');
    copyFileSync(path, copy);
    const engine = valueOf(await openProject({ path: copy, coderName: 'Anna', how: 'normally' }));
    expect(valueOf(await engine.calls['project.describe']({})).readOnly).toBeNull();
    const original = await openProject({ path, coderName: 'Anna', how: 'normally' });
    expect(original).toMatchObject({ ok: false, problem: { code: 'project-locked-by' } });
    await engine.close();
  });
});
