import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDocuments,
  dump,
  joinProject,
  newProject,
  reopenProject,
  valueOf,
} from '../../../tests/support/engine';
import { temporaryFolder } from '../../../tests/support/folder';
import { anyStep, take, type Step } from '../../../tests/support/random-steps';
import type { ChangeNumber } from '../../core/ids';
import type { AnyRecord } from '../../core/model/records';
import type { Result } from '../../core/result';
import { checkProject } from '../check/check-project';
import { wayBackTo } from '../history/go-back';
import type { Project } from '../project';

/** Long runs on a busy machine are no failure. */
const patience = 120_000;

const texts = {
  'news.txt': 'Встреча 🇳🇴 и\u00a0🇸🇪 прошла в Осло.\r\n\r\nМинистр «доволен» 👍🏽: «Это е\u0301ще не всё».',
  'short.txt': '𝔄',
};

function begin(): Project {
  const project = newProject(join(temporaryFolder(), 'a.postil'));
  addDocuments(project, texts);
  return project;
}

function restart(project: Project): Project {
  project.reader.close();
  return reopenProject(project.path);
}

interface GoingBack {
  readonly do: 'go back';
  /** Chooses among the changes that there are. */
  readonly to: number;
}

function act(project: Project, what: Step | GoingBack | 'undo' | 'redo'): Result<unknown> {
  if (what === 'undo') return project.undo();
  if (what === 'redo') return project.redo();
  if (what.do !== 'go back') return take(project, what);
  const [changes] = project.reader.query<{ count: number }>('SELECT count(*) AS count FROM change').all();
  const backTo = (1 + (what.to % (changes?.count ?? 1))) as ChangeNumber;
  const diff = wayBackTo(project.reader, backTo);
  return diff.ok ? project.commit({ name: 'history.goBack', diff: diff.value, backTo }) : diff;
}

/** What the file promises to any program that reads it, and what the journal needs to undo. */
async function expectSound({ reader, jobs }: Project): Promise<void> {
  expect(valueOf(await jobs.run('check', (job) => checkProject(reader, job)))).toEqual([]);
  const misquoted = reader.query(
    `SELECT fragment.* FROM fragment JOIN annotation ON annotation.id = fragment.annotation
     JOIN document ON document.id = annotation.document
     WHERE substr(document.text, start + 1, "end" - start) IS NOT quote`,
  );
  expect(misquoted.all()).toEqual([]);
  expect(reader.query('PRAGMA foreign_key_check').all()).toEqual([]);
  const lostTexts = reader.query(
    `SELECT coalesce(after, before) ->> 'sha256' AS sha256 FROM change_record WHERE record = 'document'
     EXCEPT SELECT sha256 FROM document EXCEPT SELECT sha256 FROM document_text`,
  );
  expect(lostTexts.all()).toEqual([]);
  expect(reader.query('SELECT 1 FROM document_text JOIN document USING (sha256)').all()).toEqual([]);
}

/** The project's records as the journal tells them: every change applied in order to nothing. */
function replay({ reader }: Project): Map<string, AnyRecord> {
  const rows = reader
    .query<{ record: string; id: string; after: string | null }>(
      'SELECT record, id, after FROM change_record ORDER BY change, position',
    )
    .all();
  const records = new Map<string, AnyRecord>();
  for (const { record, id, after } of rows)
    if (after === null) records.delete(`${record} ${id}`);
    else records.set(`${record} ${id}`, JSON.parse(after) as AnyRecord);
  return records;
}

function expectJournalTellsAll(project: Project): void {
  const told = replay(project);
  for (const record of told.values()) expect(project.view.find(record.record, record.id)).toEqual(record);
  const { reader } = project;
  const kept = reader
    .query<{ key: string }>(
      ['coder', 'type', 'role', 'attribute', 'version', 'document', 'annotation', 'link']
        .map((table) => `SELECT '${table} ' || id AS key FROM "${table}"`)
        .join(' UNION ALL '),
    )
    .all();
  expect(kept.map(({ key }) => key).sort()).toEqual([...told.keys()].sort());
}

describe('a history of one coder', () => {
  it(
    'is undone step by step to where it began and redone to where it ended, over restarts too',
    async () => {
      await fc.assert(
        fc.asyncProperty(
          fc.array(anyStep, { maxLength: 15 }),
          fc.integer({ min: 1, max: 20 }),
          async (steps, every) => {
            let project = begin();
            const states = [dump(project)];
            project.events.subscribe(() => states.push(dump(project)));
            for (const step of steps) valueOf(take(project, step));
            const reached = [...states];

            for (const [index, state] of [...reached.keys()].reverse().entries()) {
              expect(dump(project)).toEqual(reached[state]);
              if (index % every === 0) project = restart(project);
              if (state > 0) valueOf(project.undo());
            }
            for (const [index, state] of reached.entries()) {
              if (index > 0) valueOf(project.redo());
              expect(dump(project)).toEqual(state);
              if (index % every === 0) project = restart(project);
            }
            await expectSound(project);
            expectJournalTellsAll(project);
            project.reader.close();
          },
        ),
        { numRuns: 25 },
      );
    },
    patience,
  );
});

describe('histories of two coders, interleaved', () => {
  const actions = fc.array(
    fc.record({
      by: fc.constantFrom('Anna', 'Boris'),
      what: fc.oneof(
        { weight: 3, arbitrary: anyStep },
        { weight: 2, arbitrary: fc.constantFrom('undo' as const, 'redo' as const) },
        { weight: 1, arbitrary: fc.record({ do: fc.constant('go back' as const), to: fc.nat(99) }) },
      ),
    }),
    { maxLength: 30 },
  );

  it(
    'keep the file sound: a step is done whole, or refused and changes nothing',
    async () => {
      await fc.assert(
        fc.asyncProperty(actions, async (sequence) => {
          const anna = begin();
          const coders: Record<string, Project> = { Anna: anna, Boris: joinProject(anna, 'Boris') };
          const refusals = new Set<string>();
          for (const { by, what } of sequence) {
            const project = coders[by] ?? anna;
            const before = dump(project);
            const result = act(project, what);
            if (result.ok) continue;
            refusals.add(result.problem.code);
            expect(dump(project)).toEqual(before);
          }
          for (const code of refusals)
            expect(['undo-blocked', 'nothing-to-undo', 'nothing-to-redo', 'history-nothing-since']).toContain(
              code,
            );
          await expectSound(anna);
          expectJournalTellsAll(anna);
          anna.reader.close();
        }),
        { numRuns: 40 },
      );
    },
    patience,
  );

  it(
    'are undone to where they began by undoing whoever’s change is the last',
    async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(fc.tuple(fc.boolean(), anyStep), { maxLength: 15 }), async (sequence) => {
          const anna = begin();
          const boris = joinProject(anna, 'Boris');
          const start = dump(anna);
          const authors: Project[] = [];
          for (const project of [anna, boris]) project.events.subscribe(() => authors.push(project));
          for (const [isAnna, step] of sequence) valueOf(take(isAnna ? anna : boris, step));
          for (const author of [...authors].reverse()) valueOf(author.undo());
          expect(dump(anna)).toEqual(start);
          await expectSound(anna);
          anna.reader.close();
        }),
        { numRuns: 25 },
      );
    },
    patience,
  );
});
