import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { writeLargeProject } from '../../../tests/bench/large-project';
import { sampleProject } from '../../../tests/support/arbitrary/project';
import { codeOf, dump, joinProject, newProject, run, valueOf } from '../../../tests/support/engine';
import { temporaryFolder } from '../../../tests/support/folder';
import { exportJson, folderFile, importFiles } from '../../../tests/support/import';
import type { ImportReport } from '../../contract/engine-answers';
import { plainImport, type ImportPlan } from '../../contract/engine-calls';
import type { Events, Progress } from '../../contract/events';
import type { Result } from '../../core/result';
import { serialize } from '../../formats/json/serialize';
import { handlers } from '../calls/handlers';
import { mostTold } from '../journal/journal';
import type { Project } from '../project';
import { countRecords } from '../storage/queries/counts';
import { documents } from '../storage/records/documents';
import { importPaths } from './run';

vi.setConfig({ testTimeout: 240_000 });

/** So little that nearly every record is put aside. */
const tiny = 4000;

/** Imports a file while next to nothing is kept in memory. */
const importAside = (
  project: Project,
  path: string,
  conflicts: ImportPlan['conflicts'] = null,
): Promise<Result<ImportReport>> =>
  project.jobs.run('import', (job) => importPaths(project, { ...plainImport([path]), conflicts }, job, tiny));

/** The same, as the application does it. */
const importAsEver = (
  project: Project,
  path: string,
  conflicts: ImportPlan['conflicts'] = null,
): Promise<Result<ImportReport>> => importFiles(project, [path], { conflicts });

/** A file of Postil's own format, of any records. */
function writeSample(generator: fc.GeneratorValue): string {
  const { records, texts } = sampleProject(generator);
  return folderFile(
    'sample.json',
    [
      ...serialize({
        records: (name) => records[name],
        text: ({ sha256 }) => texts.get(sha256) ?? '',
        history: null,
      }),
    ].join(''),
  );
}

const problemsIn = async (project: Project): Promise<unknown> =>
  valueOf(await handlers['project.check'](project, { job: 'check' }));

describe('an import whose records are put aside', () => {
  it('comes to the same as one that is held in memory, and is exported as the same bytes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.gen(), async (generator) => {
        const path = writeSample(generator);
        const [aside, held, again] = [newProject(), newProject(), newProject()];
        const report = valueOf(await importAside(aside, path));
        expect(report).toEqual(valueOf(await importAsEver(held, path)));
        const exported = await exportJson(held);
        expect(await exportJson(aside)).toBe(exported);
        valueOf(await importAside(again, folderFile('again.json', exported)));
        expect(await exportJson(again)).toBe(exported);
      }),
      { numRuns: 6, endOnFailure: true },
    );
  });

  it.each(['keep-mine', 'take-theirs'] as const)(
    'settles the same conflicts in the same way, and is taken back by one undo (%s)',
    async (settlement) => {
      await fc.assert(
        fc.asyncProperty(fc.gen(), fc.gen(), async (one, other) => {
          const [first, second] = [writeSample(one), writeSample(other)];
          const [aside, held] = [newProject(), newProject()];
          valueOf(await importAside(aside, first));
          valueOf(await importAsEver(held, first));
          const before = dump(aside);
          const report = valueOf(await importAside(aside, second, settlement));
          expect(report).toEqual(valueOf(await importAsEver(held, second, settlement)));
          expect(await exportJson(aside)).toBe(await exportJson(held));
          if (report.change !== null) valueOf(aside.undo());
          expect(dump(aside)).toEqual(before);
        }),
        { numRuns: 5, endOnFailure: true },
      );
    },
  );

  it('brings as many copies where it keeps both', async () => {
    await fc.assert(
      fc.asyncProperty(fc.gen(), fc.gen(), async (one, other) => {
        const [first, second] = [writeSample(one), writeSample(other)];
        const [aside, held] = [newProject(), newProject()];
        for (const path of [first, second]) {
          const report = valueOf(await importAside(aside, path, 'keep-both'));
          expect(report.added).toEqual(valueOf(await importAsEver(held, path, 'keep-both')).added);
        }
        expect(countRecords(aside.reader)).toEqual(countRecords(held.reader));
      }),
      { numRuns: 5, endOnFailure: true },
    );
  });
});

/** A file of more annotations than are told to windows in one piece. */
function vastFile(): string {
  const path = join(temporaryFolder(), 'vast.json');
  writeLargeProject(path, mostTold / 100 + 1, 100);
  return path;
}

/** Does something once, when so many records of a change are written. */
function atWritten(project: Project, share: number, action: () => void): void {
  const stop = project.events.subscribe((name, event) => {
    if (name !== 'progress') return;
    const { phase, done, total } = event as Progress;
    if (phase !== 'writing' || total === null || done < total * share) return;
    stop();
    action();
  });
}

/** Everything that is told of changes from now on. */
function heard(project: Project): Events['changed'][] {
  const changes: Events['changed'][] = [];
  project.events.subscribe((name, event) => {
    if (name === 'changed') changes.push(event as Events['changed']);
  });
  return changes;
}

describe('a vast import', () => {
  it('is one change that windows are told of without its records, undone and done again as such', async () => {
    const project = newProject();
    const empty = dump(project);
    const changes = heard(project);
    valueOf(await importAsEver(project, vastFile()));
    const full = dump(project);
    expect(countRecords(project.reader).annotation).toBe(mostTold + 100);
    expect(changes).toMatchObject([{ cause: 'do', diff: null, name: 'import' }]);

    const undone = valueOf(await handlers['change.undo'](project, {}));
    expect(undone).toMatchObject({ change: { cause: 'undo', diff: null }, place: null });
    expect(dump(project)).toEqual(empty);
    valueOf(await handlers['change.redo'](project, {}));
    expect(dump(project)).toEqual(full);
    expect(changes.map(({ cause }) => cause)).toEqual(['do', 'undo', 'redo']);
    expect(await problemsIn(project)).toEqual([]);
  });

  it('lets others look on while it is written, and lets nobody change anything', async () => {
    const project = newProject();
    let seen: unknown;
    let refused: Promise<unknown> | undefined;
    atWritten(project, 0.5, () => {
      seen = countRecords(project.reader).annotation;
      refused = (async () =>
        codeOf(
          await handlers['change.run'](project, {
            command: { name: 'coder.rename', coder: project.coder, to: 'Berta' },
          }),
        ))();
    });
    valueOf(await importAsEver(project, vastFile()));
    expect(seen).toBe(0);
    expect(await refused).toBe('project-busy');
  });

  it('leaves nothing behind where it is cancelled while it is written; nor does its undo', async () => {
    const project = newProject();
    const path = vastFile();
    const empty = dump(project);
    atWritten(project, 0.7, () => project.jobs.cancel('import'));
    expect(codeOf(await importAsEver(project, path))).toBe('job-cancelled');
    expect(dump(project)).toEqual(empty);
    expect(project.journal.undo).toBeNull();

    valueOf(await importAsEver(project, path));
    const full = dump(project);
    atWritten(project, 0.7, () => project.jobs.cancel('undo'));
    expect(codeOf(await handlers['change.undo'](project, {}))).toBe('job-cancelled');
    expect(dump(project)).toEqual(full);
    expect(project.journal.undo).toBe('import');
  });

  it('is not undone where somebody has changed what came with it', async () => {
    const project = newProject();
    valueOf(await importAsEver(project, vastFile()));
    const [document] = documents.ids(project.reader);
    if (document === undefined) throw new Error('No document came');
    const boris = joinProject(project, 'Boris');
    valueOf(run(boris, { name: 'document.note', document, note: 'read' }));
    expect(codeOf(await handlers['change.undo'](project, {}))).toBe('undo-blocked');
    valueOf(boris.undo());
    valueOf(await handlers['change.undo'](project, {}));
    expect(countRecords(project.reader).annotation).toBe(0);
  });
});
