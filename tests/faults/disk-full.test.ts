import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { DocumentId, TypeId } from '../../src/core/ids';
import { codePoint } from '../../src/core/offsets';
import type { Problem } from '../../src/core/problem';
import { makeProject, type Project } from '../../src/engine/project';
import { openProject, type Engine } from '../../src/engine/engine';
import { openProjectFile } from '../../src/engine/project-file/open';
import { addDocuments, codeOf, newProject, run, tag, valueOf } from '../support/engine';
import { temporaryFolder } from '../support/folder';
import { smallDisk } from '../support/small-disk';

const text = 'Встреча прошла в Осло. '.repeat(100);

function projectIn(folder: string): { path: string; document: DocumentId } {
  const path = join(folder, 'news.postil');
  const project = newProject(path);
  const [document] = addDocuments(project, { 'a.txt': text });
  project.reader.close();
  return { path, document: document?.id ?? ('' as DocumentId) };
}

const tagging = (document: DocumentId, start: number) => ({
  name: 'annotation.create' as const,
  annotations: [
    {
      document,
      type: 'entity.person' as TypeId,
      fragments: [{ start: codePoint(start), end: codePoint(start + 7) }],
    },
  ],
});

/** Tags until there is no more space: how often that was answered well, and the problem in the end. */
async function tagUntilFull(
  engine: Engine,
  document: DocumentId,
): Promise<{ tagged: number; problem: Problem }> {
  for (let tagged = 0; ; tagged += 1) {
    const answer = await engine.calls['change.run']({ command: tagging(document, tagged % 1000) });
    if (!answer.ok) return { tagged, problem: answer.problem };
  }
}

describe('a disk that gets full in a burst of tagging', () => {
  it('stops it with a problem, loses nothing that was answered, and lets work go on once there is space', async ({
    skip,
  }) => {
    const disk = smallDisk(1536) ?? skip('only root may mount a file system');
    const ballast = join(disk.folder, 'ballast');
    const { path, document } = projectIn(disk.folder);
    const engine = valueOf(await openProject({ path, coderName: 'Anna', how: 'normally' }));
    writeFileSync(ballast, Buffer.alloc(200_000));
    const { tagged, problem } = await tagUntilFull(engine, document);
    expect(problem).toMatchObject({ code: 'disk-full', params: { path } });
    expect(tagged).toBeGreaterThan(0);
    const count = async (): Promise<number> =>
      valueOf(await engine.calls['document.read']({ document })).annotations.length;
    expect(await count()).toBe(tagged);
    expect(codeOf(await engine.calls['backups.make']({}))).toBe('disk-full');

    rmSync(ballast);
    expect(codeOf(await engine.calls['change.run']({ command: tagging(document, 0) }))).toBe('ok');
    expect(await count()).toBe(tagged + 1);
    await engine.close();

    const again = valueOf(await openProject({ path, coderName: 'Anna', how: 'normally' }));
    expect(valueOf(await again.calls['document.read']({ document })).annotations).toHaveLength(tagged + 1);
    expect(valueOf(await again.calls['project.check']({ job: 'check' }))).toEqual([]);
    await again.close();
  });

  it('keeps nobody from closing the project, nor from opening it', async ({ skip }) => {
    const disk = smallDisk(1536) ?? skip('only root may mount a file system');
    const { path, document } = projectIn(disk.folder);
    const engine = valueOf(await openProject({ path, coderName: 'Anna', how: 'normally' }));
    const { tagged } = await tagUntilFull(engine, document);
    await engine.close();
    const reading = valueOf(await openProject({ path, coderName: 'Anna', how: 'read-only' }));
    expect(valueOf(await reading.calls['document.read']({ document })).annotations).toHaveLength(tagged);
    await reading.close();
  });
});

describe('a file that may not grow', () => {
  it('stops the change that would make it grow, and no other', async () => {
    const { path, document } = projectIn(temporaryFolder());
    const file = valueOf(await openProjectFile(path, 'normally', 'Anna'));
    const project: Project = valueOf(makeProject({ path, file, coderName: 'Anna' }));
    if (project.access.mode === 'read-only') throw new Error(project.access.reason);
    const { writer } = project.access;
    const limit = (pages: number): void => {
      writer.pragma(`max_page_count = ${pages}`);
    };
    limit(Number(writer.pragma('page_count')) + 10);
    let tagged = 0;
    while (codeOf(run(project, tagging(document, tagged % 1000))) === 'ok') tagged += 1;
    expect(tagged).toBeGreaterThan(10);
    expect(run(project, tagging(document, 0))).toMatchObject({ ok: false, problem: { code: 'disk-full' } });
    const count = (): unknown => writer.query('SELECT count(*) AS n FROM annotation').first();
    expect(count()).toEqual({ n: tagged });

    limit(1_000_000);
    tag(project, document, 0, 7);
    expect(count()).toEqual({ n: tagged + 1 });
    file.close();
  });
});
