import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../../tests/support/folder';
import { recentProjects } from './recent-projects';

describe('recent projects', () => {
  it('are listed once each, the latest first, and those that are gone are marked', async () => {
    const folder = temporaryFolder();
    const present = join(folder, 'thesis.postil');
    const gone = join(folder, 'gone.postil');
    writeFileSync(present, '');
    const recent = recentProjects(join(folder, 'recent.json'));
    await recent.add(present);
    await recent.add(gone);
    await recent.add(present);
    expect(await recent.list()).toMatchObject([
      { path: present, name: 'thesis', exists: true },
      { path: gone, name: 'gone', exists: false },
    ]);
  });

  it('can be forgotten', async () => {
    const recent = recentProjects(join(temporaryFolder(), 'recent.json'));
    await recent.add('/a.postil');
    await recent.add('/b.postil');
    await recent.forget('/b.postil');
    expect((await recent.list()).map(({ path }) => path)).toEqual(['/a.postil']);
  });

  it('are no more than a menu can hold', async () => {
    const recent = recentProjects(join(temporaryFolder(), 'recent.json'));
    for (let number = 1; number <= 40; number += 1) await recent.add(`/${number}.postil`);
    const paths = (await recent.list()).map(({ path }) => path);
    expect(paths).toHaveLength(15);
    expect(paths[0]).toBe('/40.postil');
  });
});
