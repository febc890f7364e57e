import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { openProject } from '../../src/engine/engine';
import { writeLargeProject } from '../bench/large-project';
import { startChild } from '../support/child';
import { newProject, valueOf } from '../support/engine';
import { temporaryFolder } from '../support/folder';

it('an engine that is killed in the middle of a vast import leaves nothing of it', async () => {
  const path = join(temporaryFolder(), 'news.postil');
  newProject(path).reader.close();
  const file = join(temporaryFolder(), 'vast.json');
  writeLargeProject(file, 250, 100);
  const child = startChild(import.meta.url, './import-and-tell.ts', path, file);
  while (Number(await child.next()) < 15_000);
  await child.kill();
  expect(await child.rest()).not.toContain(true);

  const engine = valueOf(await openProject({ path, coderName: 'Anna', how: 'normally' }));
  const description = valueOf(await engine.calls['project.describe']({}));
  expect(description.notices).toContain('recovered-after-crash');
  expect(description.counts).toMatchObject({ document: 0, annotation: 0, link: 0 });
  expect(description.journal.undo).toBeNull();
  expect(valueOf(await engine.calls['project.check']({ job: 'check' }))).toEqual([]);
  await engine.close();
  expect(readdirSync(dirname(path))).toEqual(['news.postil']);
}, 240_000);
