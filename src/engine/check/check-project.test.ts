import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { codeOf, valueOf } from '../../../tests/support/engine';
import { temporaryFolder } from '../../../tests/support/folder';
import { withRawSql } from '../../../tests/support/project';
import { richProject } from '../../../tests/support/rich-project';
import type { Fault } from '../../contract/engine-answers';
import type { Progress } from '../../contract/events';
import { recordNames } from '../../core/model/records';
import { makeJobs } from '../jobs/jobs';
import { connect } from '../storage/file/connection';
import { ok } from '../../core/result';
import { openReader } from '../storage/file/open';
import { repositories } from '../storage/records/repositories';
import { checkProject } from './check-project';

let original: string;
beforeAll(() => {
  original = join(mkdtempSync(join(tmpdir(), 'postil-check-')), 'rich.postil');
  richProject(original);
});
afterAll(() => rmSync(dirname(original), { recursive: true }));

let path: string;
beforeEach(() => {
  path = join(temporaryFolder(), 'rich.postil');
  copyFileSync(original, path);
});

/** The faults of the file. The reader does not ask whose file it is, so that the check has to. */
async function check(): Promise<readonly Fault[]> {
  const reader = valueOf(connect(path, { readonly: true }, ok));
  const jobs = makeJobs(() => undefined);
  const faults = valueOf(await jobs.run('check', (job) => checkProject(reader, job)));
  reader.close();
  return faults;
}

/** Does to the file what our own code never would. */
function breakFile(sql: string): void {
  withRawSql(path, (database) => database.exec(sql));
}

/** Lets the journal agree with what was done to the records behind its back, so that only the rule in question is broken. */
function letJournalAgree(): void {
  const reader = valueOf(openReader(path));
  const images = recordNames.flatMap((name) =>
    reader
      .query<{ id: string }>(`SELECT id FROM "${name}"`)
      .all()
      .map(({ id }) => ({ name, id, after: JSON.stringify(repositories[name].find(reader, id as never)) })),
  );
  reader.close();
  withRawSql(path, (database) => {
    const update = database.prepare(
      `UPDATE change_record SET after = @after WHERE record = @name AND id = @id AND change =
         (SELECT max(change) FROM change_record WHERE record = @name AND id = @id)`,
    );
    for (const image of images) update.run(image);
  });
}

describe('a sound project', () => {
  it('has no faults', async () => {
    expect(await check()).toEqual([]);
  });
});

/** What is done to the file, which rule it breaks, and where. */
const recordFaults: readonly (readonly [rule: string, where: string, sql: string])[] = [
  [
    'fragment.quote',
    'annotation m1, fragment 0',
    "UPDATE fragment SET quote = 'встреча' WHERE annotation = 'm1'",
  ],
  [
    'fragment.bounds',
    'annotation m1, fragment 0',
    `UPDATE fragment SET start = 60, "end" = 67 WHERE annotation = 'm1'`,
  ],
  [
    'record.shape',
    'annotation p1',
    `UPDATE fragment SET position = 2 WHERE annotation = 'p1' AND position = 0;
     UPDATE fragment SET position = 0 WHERE annotation = 'p1' AND position = 1;
     UPDATE fragment SET position = 1 WHERE annotation = 'p1' AND position = 2`,
  ],
  [
    'fragment.position',
    'annotation m1, fragment 3',
    "UPDATE fragment SET position = 3 WHERE annotation = 'm1'",
  ],
  ['annotation.anchor', 'annotation m1', "DELETE FROM fragment WHERE annotation = 'm1'"],
  ['annotation.entry', 'annotation m1', "UPDATE annotation SET entry = 'e.lee' WHERE id = 'm1'"],
  ['link.quote', 'link l2', "UPDATE link SET target_quote = 'молчал' WHERE id = 'l2'"],
  ['link.bounds', 'link l2', "UPDATE link SET target_start = 100, target_end = 106 WHERE id = 'l2'"],
  ['link.role', 'link l2', "UPDATE link SET annotation = 'p1' WHERE id = 'l2'"],
  ['link.target', 'link l1', "UPDATE link SET target_annotation = 'm1' WHERE id = 'l1'"],
  ['link.target', 'link l3', "UPDATE link SET target_annotation = 'p1' WHERE id = 'l3'"],
  ['link.itself', 'link l3', "UPDATE link SET target_annotation = 's1' WHERE id = 'l3'"],
  [
    'link.target',
    'link l2',
    `UPDATE link SET target_start = NULL, target_end = NULL, target_quote = NULL, target_entry = 'e.lee'
     WHERE id = 'l2'`,
  ],
  [
    'link.count',
    'annotation s1',
    "UPDATE link SET role = 'role.speaker', target_annotation = 'p1' WHERE id = 'l3'",
  ],
  ['entry.position', 'entry e.lee', 'UPDATE entry_alias SET position = 5 WHERE position = 1'],
  ['entry.position', 'entry e.lee', 'DELETE FROM entry_identifier WHERE position = 0'],
  ['entry.place', 'entry e.city', "UPDATE entry SET place = 'e.lee' WHERE id = 'e.city'"],
  ['entry.date', 'entry e.meeting', "UPDATE entry SET date = 'soon' WHERE id = 'e.meeting'"],
  ['entry.name', 'entry e.city', "UPDATE entry SET name = ' ' WHERE id = 'e.city'"],
  [
    'entry.identifiers',
    'entry e.lee',
    "UPDATE entry_identifier SET scheme = 'wikidata', value = 'Lee' WHERE entry = 'e.lee' AND position = 0",
  ],
  ['term.cycle', 'term v1', "UPDATE term SET parent = 'v1' WHERE id = 'v1'"],
  ['entry.type', 'entry e.lee', "UPDATE entry SET type = 'event.visit' WHERE id = 'e.lee'"],
  ['term.parent', 'term v2', "UPDATE term SET parent = 'w1' WHERE id = 'v2'"],
  ['type.cycle', 'type event.visit', "UPDATE type SET parent = id WHERE id = 'event.visit'"],
  ['attribute.default', 'attribute a.yes', `UPDATE attribute SET "default" = '"yes"' WHERE id = 'a.yes'`],
  ['segmentation.bounds', 'segmentation g1', "UPDATE segmentation SET spans = '[[0,35],[36,62]]'"],
  ['place.bounds', 'document d1', "INSERT INTO place SELECT id, 'd1', 0, 62 FROM coder"],
  ['value.owner', 'annotation p1', `INSERT INTO annotation_attribute VALUES ('p1', 'a.stance', '"pro"')`],
  ['value.owner', 'entry e.lee', `INSERT INTO entry_attribute VALUES ('e.lee', 'a.source', '"x"')`],
  ['value.owner', 'document d1', `INSERT INTO document_attribute VALUES ('d1', 'a.gender', '"x"')`],
  ...(
    [
      ['annotation m1', 'a.yes', '"yes"'],
      ['annotation m1', 'a.number', '"2"'],
      ['annotation m1', 'a.date', '"soon"'],
      ['annotation s1', 'a.stance', '"neither"'],
      ['annotation s1', 'a.stances', '["pro","pro"]'],
      ['annotation s1', 'a.concept', '"w1"'],
      ['entry e.lee', 'a.gender', 'true'],
      ['document d1', 'a.source', '7'],
    ] as const
  ).map(
    ([owner, attribute, value]) =>
      [
        'value.domain',
        owner,
        `UPDATE ${owner.split(' ')[0]}_attribute SET value = '${value}' WHERE attribute = '${attribute}'`,
      ] as const,
  ),
];

describe('a record that was changed behind the back of the engine', () => {
  it.each(recordFaults)('breaks %s at %s', async (rule, where, sql) => {
    breakFile(sql);
    letJournalAgree();
    const faults = await check();
    expect(faults.map((found) => [found.rule, found.where])).toEqual([[rule, where]]);
  });

  it('breaks link.circle at every annotation whose acyclic roles lead back to it', async () => {
    breakFile(
      `UPDATE role SET acyclic = 1 WHERE id IN ('role.theme', 'event.meeting.topic');
       UPDATE link SET annotation = 'm1', role = 'event.meeting.topic', target_annotation = 's1' WHERE id = 'l1'`,
    );
    letJournalAgree();
    const circles = (await check()).filter(({ rule }) => rule === 'link.circle');
    expect(circles.map(({ where }) => where).sort()).toEqual(['annotation m1', 'annotation s1']);
  });

  it('breaks entry.cycle where a happening is its own place, which cannot be one either', async () => {
    breakFile("UPDATE entry SET place = 'e.meeting' WHERE id = 'e.meeting'");
    letJournalAgree();
    expect((await check()).map(({ rule }) => rule).sort()).toEqual(['entry.cycle', 'entry.place']);
  });
});

/** Does something to texts although the file's own trigger forbids it, and puts that back. */
function breakText(sql: string): void {
  withRawSql(path, (database) => {
    const name = 'document_text_never_changes';
    const trigger = database.prepare('SELECT sql FROM sqlite_schema WHERE name = ?').pluck().get(name);
    database.exec(`DROP TRIGGER ${name}; ${sql}; ${String(trigger)}`);
  });
}

describe('a text that was changed behind the back of the engine', () => {
  it.each([
    ['text.sha256', `sha256 = '${'a'.repeat(64)}'`],
    ['text.length', 'length = 60'],
    ['text.encoding', "text = CAST(x'EDA080' || substr(CAST(text AS BLOB), 3) AS TEXT)"],
    ['text.nul', "text = CAST(x'780079' AS TEXT), length = 1"],
  ])('breaks %s', async (rule, assignment) => {
    breakText(`UPDATE document SET ${assignment}`);
    letJournalAgree();
    expect((await check()).map((found) => [found.rule, found.where])).toEqual([[rule, 'document d1']]);
  });

  it('and that is only kept for undo breaks text.kept', async () => {
    breakFile("UPDATE document_text SET text = 'Come'");
    expect((await check()).map(({ rule }) => rule)).toEqual(['text.kept']);
  });

  it('and that undo could not bring back breaks text.lost', async () => {
    breakFile('DELETE FROM document_text');
    expect((await check()).map(({ rule }) => rule)).toEqual(['text.lost']);
  });
});

describe('a file', () => {
  it.each([
    ['file.version', 'file', 'PRAGMA user_version = 99'],
    ['file.layout', 'trigger document_text_never_changes', 'DROP TRIGGER document_text_never_changes'],
    ['file.layout', 'index annotation_by_type', 'DROP INDEX annotation_by_type'],
    ['file.reference', 'annotation', "UPDATE annotation SET coder = 'nobody' WHERE id = 'm1'"],
    ['record.shape', 'type event.visit', `UPDATE type SET names = '{"en":7}' WHERE id = 'event.visit'`],
    ['record.shape', 'document d1', `UPDATE document SET metadata = '{"year":2026}'`],
  ])('breaks %s at %s', async (rule, where, sql) => {
    breakFile(sql);
    letJournalAgree();
    expect((await check()).map((found) => [found.rule, found.where])).toEqual([[rule, where]]);
  });

  it('of another program breaks file.application', async () => {
    breakFile('PRAGMA application_id = 7');
    expect(await check()).toEqual([
      { rule: 'file.application', where: 'file', detail: 'application_id is 7' },
    ]);
  });

  it('whose index lacks a row breaks file.integrity', async () => {
    const page = withRawSql(path, (database) =>
      Number(
        database
          .prepare("SELECT rootpage FROM sqlite_schema WHERE name = 'annotation_by_type'")
          .pluck()
          .get(),
      ),
    );
    const bytes = readFileSync(path);
    const at = bytes.indexOf('event.meeting', (page - 1) * 4096);
    bytes.write('event.meetinG', at);
    writeFileSync(path, bytes);
    expect(await check()).toEqual([
      {
        rule: 'file.integrity',
        where: 'file',
        detail: expect.stringContaining('annotation_by_type') as string,
      },
    ]);
  });

  it('may have more tables than ours', async () => {
    breakFile('CREATE TABLE mine (x); CREATE VIEW counted AS SELECT count(*) FROM annotation');
    expect(await check()).toEqual([]);
  });

  it('that lost pages is checked as far as it can be read', async () => {
    const page = withRawSql(path, (database) =>
      Number(database.prepare("SELECT rootpage FROM sqlite_schema WHERE name = 'link'").pluck().get()),
    );
    writeFileSync(path, readFileSync(path).fill(0, (page - 1) * 4096, page * 4096));
    breakFile("UPDATE annotation SET note = 'x' WHERE id = 'm1'");
    const faults = await check();
    expect(faults.map(({ rule }) => rule)).toContain('file.readable');
    expect(faults).toContainEqual({
      rule: 'journal.record',
      where: 'annotation m1',
      detail: 'is not as the last change left it',
    });
  });

  it('of which every record is broken is told of briefly', async () => {
    breakFile(`WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 250)
      INSERT INTO coder SELECT 'c' || i, 'Coder', NULL FROM n`);
    const faults = await check();
    expect(faults).toHaveLength(101);
    expect(faults.at(-1)).toEqual({ rule: 'journal.record', where: 'file', detail: 'and 150 more' });
  });
});

describe('a journal', () => {
  it.each([
    [
      "UPDATE annotation SET note = 'x' WHERE id = 'm1'",
      'annotation m1',
      'is not as the last change left it',
    ],
    ["DELETE FROM segmentation WHERE id = 'g1'", 'segmentation g1', 'is gone, though no change removed it'],
    ["INSERT INTO coder VALUES ('x', 'X', NULL)", 'coder x', 'no change added it'],
    [
      `INSERT INTO change SELECT max(number) + 1, 'import', 'do', NULL, coder, at, 'lasting', NULL FROM change;
       INSERT INTO change_record
         SELECT (SELECT max(number) FROM change), 0, record, id, after, NULL FROM change_record WHERE id = 'e.city'`,
      'entry e.city',
      'is there, though a change removed it',
    ],
  ])('that tells otherwise than the records: %s', async (sql, where, detail) => {
    breakFile(sql);
    expect(await check()).toEqual([{ rule: 'journal.record', where, detail }]);
  });

  const last = '(SELECT max(number) FROM change)';
  const removal =
    "record = 'annotation' AND after IS NULL AND change = (SELECT number FROM change WHERE name = 'document.remove')";

  it.each([
    [
      'journal.number',
      `UPDATE change_record SET change = change + 1 WHERE change = ${last};
       UPDATE change SET number = number + 1 WHERE number = ${last}`,
    ],
    ['journal.entry', "UPDATE change SET at = 'today' WHERE number = 2"],
    ['journal.position', `UPDATE change_record SET position = 1 WHERE change = ${last}`],
    [
      'journal.image',
      `UPDATE change_record SET before = '{"record":"annotation","id":"x"}' WHERE ${removal}`,
    ],
    ['journal.image', `UPDATE change_record SET before = '[]' WHERE ${removal}`],
    ['journal.chain', `UPDATE change_record SET before = json_set(before, '$.note', 'x') WHERE ${removal}`],
    [
      'journal.undo',
      `INSERT INTO change SELECT number + 1, name, 'undo', 1, coder, at, NULL, NULL FROM change WHERE number = ${last};
       INSERT INTO change_record SELECT ${last}, 0, record, id, after, after FROM change_record WHERE id = 'e.city'`,
    ],
    ['journal.state', "UPDATE change SET state = 'done' WHERE state = 'dropped'"],
    [
      'journal.state',
      "UPDATE change SET state = 'dropped' WHERE number = (SELECT max(number) FROM change WHERE state = 'done')",
    ],
  ])('breaks %s', async (rule, sql) => {
    breakFile(sql);
    expect((await check()).map((found) => found.rule)).toEqual([rule]);
  });
});

describe('the check', () => {
  it('tells how far it is, and can be stopped', async () => {
    const reader = valueOf(openReader(path));
    const told: Progress[] = [];
    const jobs = makeJobs((progress) => told.push(progress));
    valueOf(await jobs.run('one', (job) => checkProject(reader, job)));
    expect(told[0]).toMatchObject({ job: 'one', phase: 'checking' });
    expect(told.at(-1)?.done).toBe(told.at(-1)?.total);
    const stopped = jobs.run('two', (job) => checkProject(reader, job));
    jobs.cancel('two');
    expect(codeOf(await stopped)).toBe('job-cancelled');
    reader.close();
  });
});
