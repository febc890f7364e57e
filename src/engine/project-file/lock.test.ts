import { readdirSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { dirname } from 'node:path';
import { describe, expect, it } from 'vitest';
import { startChild, type Child } from '../../../tests/support/child';
import { valueOf } from '../../../tests/support/engine';
import { emptyProject, problemOf, withRawSql } from '../../../tests/support/project';
import { openProjectFile } from './open';
import type { ProjectFile } from './project-file';

const thisHost = hostname().split('.')[0];

/** Another process that opens the project to work on it, once it has told what came of that. */
async function openElsewhere(path: string, how = 'normally'): Promise<{ child: Child; told: unknown }> {
  const child = startChild(import.meta.url, '../../../tests/support/hold-project.ts', path, how);
  return { child, told: await child.next() };
}

const openToWork = async (path: string): Promise<ProjectFile> =>
  valueOf(await openProjectFile(path, 'normally', 'Anna'));

const filesBeside = (path: string): string[] => readdirSync(dirname(path)).sort();

function enterSession(path: string, host: string): void {
  withRawSql(path, (database) =>
    database.exec(`INSERT INTO session VALUES (1, 4711, '${host}', 'Carl', '2026-11-22T09:30:00.000Z')`),
  );
}

describe('a project that another process has open', () => {
  it('is refused, with the name of who has it, where, and since when', async () => {
    const path = emptyProject();
    await openElsewhere(path);
    const { code, params } = problemOf(await openProjectFile(path, 'normally', 'Anna'));
    expect(code).toBe('project-locked-by');
    expect(params).toEqual({ path, coder: 'Berta', host: thisHost, since: expect.any(Number) as number });
    expect(params['since']).toBeGreaterThan(Date.now() - 60_000);
  });

  it('cannot be taken over as long as that process lives', async () => {
    const path = emptyProject();
    await openElsewhere(path);
    expect(problemOf(await openProjectFile(path, 'take-over', 'Anna')).code).toBe('project-locked-by');
  });

  it('may be read meanwhile', async () => {
    const path = emptyProject();
    await openElsewhere(path);
    const file = valueOf(await openProjectFile(path, 'read-only', 'Anna'));
    expect(file.access).toMatchObject({ mode: 'read-only', reason: 'locked' });
    file.close();
  });

  it('can be opened once it was closed there, which leaves one file and nothing to be told', async () => {
    const path = emptyProject();
    const { child } = await openElsewhere(path);
    expect(filesBeside(path)).toContain('thesis.postil-lock');
    await child.end();
    expect(filesBeside(path)).toEqual(['thesis.postil']);
    const file = await openToWork(path);
    expect(file.notices).toEqual([]);
    file.close();
    expect(filesBeside(path)).toEqual(['thesis.postil']);
  });

  it('can be opened once that process was killed, and the owner is told', async () => {
    const path = emptyProject();
    const { child } = await openElsewhere(path);
    await child.kill();
    const file = await openToWork(path);
    expect(file.notices).toEqual(['recovered-after-crash']);
    file.close();
    const again = await openToWork(path);
    expect(again.notices).toEqual([]);
    again.close();
  });

  it('goes to one only of several that open it at the same moment', async () => {
    const path = emptyProject();
    const all = await Promise.all([1, 2, 3, 4].map(() => openElsewhere(path)));
    const modes = all.map(({ told }) => (told as { mode?: string }).mode ?? 'refused');
    expect(modes.sort()).toEqual(['read-write', 'refused', 'refused', 'refused']);
  });
});

describe('a lock file that something else has written to', () => {
  it('keeps nobody out', async () => {
    const path = emptyProject();
    writeFileSync(`${path}-lock`, 'a conflicting copy, say'.repeat(100));
    const file = await openToWork(path);
    expect(file.access.mode).toBe('read-write');
    file.close();
    expect(filesBeside(path)).toEqual(['thesis.postil']);
  });
});

describe('a project that this process has open', () => {
  it('is refused too, and another process stays locked out afterwards', async () => {
    const path = emptyProject();
    const file = await openToWork(path);
    expect(problemOf(await openProjectFile(path, 'normally', 'Anna')).params).toMatchObject({
      coder: 'Anna',
      host: thisHost,
    });
    expect((await openElsewhere(path)).told).toMatchObject({ code: 'project-locked-by' });
    file.close();
  });
});

describe('a project that a process of another machine has left open', () => {
  it('is refused until it is taken over', async () => {
    const path = emptyProject();
    enterSession(path, 'another-machine');
    expect(problemOf(await openProjectFile(path, 'normally', 'Anna'))).toEqual({
      code: 'project-locked-elsewhere',
      params: { path, coder: 'Carl', host: 'another-machine', since: Date.parse('2026-11-22T09:30:00.000Z') },
    });
    const file = valueOf(await openProjectFile(path, 'take-over', 'Anna'));
    expect(file.access.mode).toBe('read-write');
    expect(file.notices).toEqual([]);
    file.close();
    (await openToWork(path)).close();
  });

  it('is left as it was by the refusal', async () => {
    const path = emptyProject();
    enterSession(path, 'another-machine');
    problemOf(await openProjectFile(path, 'normally', 'Anna'));
    expect(filesBeside(path)).toEqual(['thesis.postil']);
    expect(withRawSql(path, (database) => database.pragma('journal_mode', { simple: true }))).toBe('delete');
  });

  it('may be read', async () => {
    const path = emptyProject();
    enterSession(path, 'another-machine');
    const file = valueOf(await openProjectFile(path, 'read-only', 'Anna'));
    expect(file.access).toMatchObject({ mode: 'read-only', reason: 'locked' });
    file.close();
  });
});
