import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import {
  addDocuments,
  adding,
  codeOf,
  dump,
  joinProject,
  newProject,
  reopenProject,
  run,
  tag,
  valueOf,
} from '../../../tests/support/engine';
import { temporaryFolder } from '../../../tests/support/folder';
import type { AnswerOf, InputOf } from '../../contract/call';
import type { EngineCalls } from '../../contract/engine-calls';
import type { HistoryFilter } from '../../contract/history-calls';
import type { AnnotationId, ChangeNumber, DocumentId, LinkId, RoleId, TypeId } from '../../core/ids';
import type { AnnotationRecord, LinkRecord } from '../../core/model/annotation';
import type { Result } from '../../core/result';
import { handlers } from '../calls/handlers';
import type { Project } from '../project';

const text = 'Президент Норвегии прибыл в Осло. 🇳🇴 Он доволен.';

let path: string;
let anna: Project;
let boris: Project;
let document: DocumentId;
let person: AnnotationRecord;
let visit: AnnotationRecord;

beforeEach(() => {
  path = join(temporaryFolder(), 'a.postil');
  anna = newProject(path, 'Anna');
  boris = joinProject(anna, 'Boris');
  const [added] = addDocuments(anna, { 'a.txt': text });
  if (!added) throw new Error('No document was added');
  document = added.id;
  person = tag(anna, document, 0, 9);
  visit = tag(boris, document, 19, 25, 'event.visit');
});

/** Asks the engine as the interface does. */
async function ask<Name extends keyof EngineCalls>(
  name: Name,
  input: InputOf<EngineCalls[Name]>,
  project = anna,
): Promise<AnswerOf<EngineCalls[Name]>> {
  return valueOf((await handlers[name](project, input as never)) as Result<AnswerOf<EngineCalls[Name]>>);
}

const all: HistoryFilter = { coder: null, name: null, document: null, from: null, until: null };
const page = (filter: Partial<HistoryFilter> = {}, offset = 0, limit = 100) =>
  ask('history.page', { filter: { ...all, ...filter }, offset, limit });

const last = (project = anna): ChangeNumber =>
  project.reader.query<{ number: ChangeNumber }>('SELECT max(number) AS number FROM change').first()
    ?.number ?? (0 as ChangeNumber);

const link = (from: AnnotationRecord, to: AnnotationRecord): LinkRecord => ({
  record: 'link',
  id: `${from.id} ${to.id}` as LinkId,
  annotation: from.id,
  role: 'event.visit.place' as RoleId,
  position: 0,
  target: { by: 'annotation', annotation: to.id },
  origin: null,
});

const retype = (project: Project, annotation: AnnotationRecord, type: string): void => {
  valueOf(run(project, { name: 'annotation.retype', annotations: [annotation.id], type: type as TypeId }));
};

describe('the list of changes', () => {
  it('tells who did what when, how much, and to what, the newest first', async () => {
    const { total, rows } = await page();
    expect(total).toBe(last());
    expect(rows.map(({ name, coder, label }) => [name, coder, label])).toEqual([
      ['annotation.create', boris.coder, 'прибыл'],
      ['annotation.create', anna.coder, 'Президент'],
      ['import', anna.coder, 'a.txt'],
      ['coder.add', boris.coder, 'Boris'],
      ['project.create', anna.coder, 'Anna'],
    ]);
    expect(rows[0]?.counts).toEqual({ annotation: { added: 1, updated: 0, removed: 0 } });
  });

  it('is fetched in parts', async () => {
    const { total, rows } = await page({}, 1, 2);
    expect(total).toBe(5);
    expect(rows.map(({ name }) => name)).toEqual(['annotation.create', 'import']);
  });

  it('is narrowed to a coder, a sort of change, a document and a time', async () => {
    const [other] = addDocuments(anna, { 'b.txt': 'Другой текст.' });
    tag(anna, other?.id ?? document, 0, 6);
    expect((await page({ coder: boris.coder })).rows.map(({ name }) => name)).toEqual([
      'annotation.create',
      'coder.add',
    ]);
    expect((await page({ name: 'import' })).total).toBe(2);
    expect((await page({ document })).rows.map(({ label }) => label)).toEqual([
      'прибыл',
      'Президент',
      'a.txt',
    ]);
    const { rows } = await page();
    const later = '9999-01-01T00:00:00.000Z' as NonNullable<HistoryFilter['from']>;
    expect((await page({ from: rows.at(-1)?.at ?? null, until: later })).total).toBe(rows.length);
    expect((await page({ from: later })).total).toBe(0);
  });

  it('names the sorts of the changes that are listed, and no others, whichever is asked for', async () => {
    const namesIn = async (filter: Partial<HistoryFilter>) =>
      (await ask('history.names', { filter: { ...all, ...filter } })).toSorted();
    valueOf(run(boris, { name: 'annotation.status', annotations: [visit.id], status: 'doubtful' }));
    const ofBoris = ['annotation.create', 'annotation.status', 'coder.add'];
    expect(await namesIn({ coder: anna.coder })).toEqual(['annotation.create', 'import', 'project.create']);
    expect(await namesIn({ coder: boris.coder })).toEqual(ofBoris);
    expect(await namesIn({ coder: boris.coder, name: 'import' })).toEqual(ofBoris);
    expect(await namesIn({ document })).toEqual(['annotation.create', 'annotation.status', 'import']);
    expect(await namesIn({})).toContain('annotation.status');
  });

  it('knows the history of a document’s links, and that of one that was removed', async () => {
    const place = tag(anna, document, 28, 32, 'entity.place');
    valueOf(anna.commit({ name: 'import', diff: adding(link(visit, place)) }));
    valueOf(run(anna, { name: 'document.remove', documents: [document] }));
    expect((await page({ document })).rows.map(({ name }) => name)).toEqual([
      'document.remove',
      'import',
      'annotation.create',
      'annotation.create',
      'annotation.create',
      'import',
    ]);
  });

  it('says what is in force: not what was undone, but what was redone', async () => {
    const inForce = async () => (await page()).rows.map(({ cause, isInForce }) => [cause, isInForce]);
    valueOf(anna.undo());
    expect((await inForce()).slice(0, 3)).toEqual([
      ['undo', true],
      ['do', true],
      ['do', false],
    ]);
    valueOf(anna.redo());
    expect((await inForce()).slice(0, 4)).toEqual([
      ['redo', true],
      ['undo', true],
      ['do', true],
      ['do', true],
    ]);
  });
});

describe('a change and a record', () => {
  it('are told field by field, with what the ids in them are called', async () => {
    retype(boris, person, 'entity.office');
    const detail = await ask('history.change', { change: last(), hidden: [], offset: 0, limit: 10 });
    expect(detail).toMatchObject({
      total: 1,
      touches: [
        {
          record: 'annotation',
          how: 'updated',
          label: 'Президент',
          differences: [{ field: 'type', key: null, before: 'entity.person', after: 'entity.office' }],
          place: { document, offset: 0 },
        },
      ],
    });
    expect(detail.labels['entity.office']).toMatchObject({ en: 'office' });
  });

  it('are told of an annotation from its making to its end, with its roles', async () => {
    const place = tag(anna, document, 28, 32, 'entity.place');
    valueOf(anna.commit({ name: 'import', diff: adding(link(visit, place)) }));
    valueOf(run(boris, { name: 'annotation.delete', annotations: [visit.id] }));
    const { steps } = await ask('history.ofRecord', { record: 'annotation', id: visit.id, hidden: [] });
    expect(steps.map(({ change, touch }) => [change.name, touch.record, touch.how, touch.label])).toEqual([
      ['annotation.delete', 'annotation', 'removed', 'прибыл'],
      ['annotation.delete', 'link', 'removed', 'Осло'],
      ['import', 'link', 'added', 'Осло'],
      ['annotation.create', 'annotation', 'added', 'прибыл'],
    ]);
  });
});

describe('going back', () => {
  it('makes the project what it was right after a change, whoever changed what since', async () => {
    const then = last();
    const before = dump(anna);
    retype(boris, person, 'entity.office');
    tag(anna, document, 28, 32, 'entity.place');
    valueOf(run(anna, { name: 'document.remove', documents: [document] }));
    expect(await ask('history.preview', { to: then })).toEqual({
      changes: 3,
      byCoder: [
        { coder: anna.coder, changes: 2 },
        { coder: boris.coder, changes: 1 },
      ],
      counts: {
        document: { added: 1, updated: 0, removed: 0 },
        annotation: { added: 2, updated: 0, removed: 0 },
      },
    });
    const { change, place } = await ask('history.goBack', { to: then });
    expect(change.name).toBe('history.goBack');
    expect(place).toMatchObject({ document });
    expect(dump(anna)).toEqual(before);
    expect(anna.readText(document)).toBe(text);
    expect(valueOf(await handlers['project.check'](anna, { job: 'check' }))).toEqual([]);
  });

  it('is one change, which undo takes back after a restart', async () => {
    retype(anna, person, 'entity.office');
    const before = dump(anna);
    await ask('history.goBack', { to: 3 as ChangeNumber });
    expect(anna.view.find('annotation', person.id)).toBeUndefined();
    anna.reader.close();
    anna = reopenProject(path, 'Anna');
    valueOf(anna.undo());
    expect(dump(anna)).toEqual(before);
    expect(valueOf(await handlers['project.check'](anna, { job: 'check' }))).toEqual([]);
  });

  it('shows what it left behind as taken back, and itself as leading there', async () => {
    await ask('history.goBack', { to: 4 as ChangeNumber });
    const { rows } = await page();
    expect(rows.map(({ number, isInForce }) => [number, isInForce])).toEqual([
      [6, true],
      [5, false],
      [4, true],
      [3, true],
      [2, true],
      [1, true],
    ]);
    expect(rows[0]?.backTo).toMatchObject({ number: 4 });
    valueOf(anna.undo());
    expect((await page()).rows.find(({ number }) => number === 5)?.isInForce).toBe(true);
  });

  it('lets undo of another coder step over what it took back, and tells so', async () => {
    // Boris made 5; here he makes 6 and 7, and Anna goes back to 6.
    tag(boris, document, 10, 18);
    tag(boris, document, 0, 9);
    await ask('history.goBack', { to: 6 as ChangeNumber });
    const undone = valueOf(await handlers['change.undo'](boris, {}));
    expect(undone.passed).toEqual({ changes: 1, by: anna.coder });
    const [taken] = undone.change.diff?.removed ?? [];
    expect(taken).toMatchObject({ record: 'annotation', fragments: [{ start: 10, end: 18 }] });
    expect(valueOf(await handlers['project.check'](anna, { job: 'check' }))).toEqual([]);

    // Once Anna takes her going back back, what Boris did is his to undo again.
    valueOf(anna.undo());
    const again = valueOf(await handlers['change.undo'](boris, {}));
    expect(again.passed).toBeNull();
    expect(again.change.diff?.removed).toMatchObject([{ fragments: [{ start: 0, end: 9 }] }]);
    expect(valueOf(await handlers['project.check'](anna, { job: 'check' }))).toEqual([]);
  });

  it('tells a coder with nothing else to undo that all of it was taken back', async () => {
    await ask('history.goBack', { to: 3 as ChangeNumber });
    expect(codeOf(await handlers['change.undo'](boris, {}))).toBe('undo-passed');
  });

  it('leaves coders who did something, since the history tells of them', async () => {
    const vera = joinProject(anna, 'Vera');
    tag(vera, document, 10, 18);
    await ask('history.goBack', { to: 5 as ChangeNumber });
    expect(anna.view.find('coder', vera.coder)?.name).toBe('Vera');
    expect(anna.reader.query('SELECT count(*) AS count FROM annotation').first()).toEqual({ count: 2 });
  });

  it('is refused where nothing was done since', async () => {
    expect(codeOf(await handlers['history.goBack'](anna, { to: last() }))).toBe('history-nothing-since');
    expect(codeOf(await handlers['history.preview'](anna, { to: last() }))).toBe('history-nothing-since');
  });
});

describe('what was deleted', () => {
  const deleted = (input: Partial<InputOf<EngineCalls['history.deleted']>> = {}) =>
    ask('history.deleted', {
      record: null,
      text: '',
      withUndone: false,
      hidden: [],
      offset: 0,
      limit: 100,
      ...input,
    });

  it('is found by its words in any case, with its type and its document', async () => {
    valueOf(run(anna, { name: 'annotation.delete', annotations: [person.id, visit.id] }));
    expect((await deleted()).total).toBe(2);
    const { total, rows } = await deleted({ text: 'ПРЕЗИДЕНТ', record: 'annotation' });
    expect(total).toBe(1);
    expect(rows[0]).toMatchObject({ id: person.id, label: 'Президент', document: 'a.txt' });
    expect(rows[0]?.change).toMatchObject({ name: 'annotation.delete', coder: anna.coder });
    expect((await deleted({ record: 'document' })).total).toBe(0);
    const ofBoris = await deleted({ hidden: [anna.coder] });
    expect(ofBoris.rows.map(({ label }) => label)).toEqual(['прибыл']);
  });

  it('is no longer there once it is back, and has what was undone only if that is wanted', async () => {
    valueOf(boris.undo());
    expect((await deleted()).total).toBe(0);
    expect((await deleted({ withUndone: true })).rows.map(({ label }) => label)).toEqual(['прибыл']);
    valueOf(boris.redo());
    expect((await deleted({ withUndone: true })).total).toBe(0);
  });

  it('comes back with its links where their other ends are still there', async () => {
    const place = tag(anna, document, 28, 32, 'entity.place');
    valueOf(anna.commit({ name: 'import', diff: adding(link(visit, place)) }));
    valueOf(run(anna, { name: 'annotation.delete', annotations: [visit.id] }));
    await ask('history.restore', { records: [{ record: 'annotation', id: visit.id }] });
    expect(anna.view.find('annotation', visit.id)).toEqual(visit);
    expect(anna.view.linksOf(visit.id)).toHaveLength(1);
    valueOf(anna.undo());
    expect(anna.view.find('annotation', visit.id)).toBeUndefined();

    valueOf(run(anna, { name: 'annotation.delete', annotations: [place.id] }));
    await ask('history.restore', { records: [{ record: 'annotation', id: visit.id }] });
    expect(anna.view.linksOf(visit.id)).toEqual([]);
  });

  it('comes back with a link that went with its other end, once both are back', async () => {
    const place = tag(anna, document, 28, 32, 'entity.place');
    valueOf(anna.commit({ name: 'import', diff: adding(link(visit, place)) }));
    const before = dump(anna);
    for (const [first, second] of [
      [visit, place],
      [place, visit],
    ] as const) {
      valueOf(run(anna, { name: 'annotation.delete', annotations: [first.id] }));
      valueOf(run(anna, { name: 'annotation.delete', annotations: [second.id] }));
      await ask('history.restore', { records: [{ record: 'annotation', id: first.id }] });
      expect(anna.view.linksOf(visit.id)).toEqual([]);
      await ask('history.restore', { records: [{ record: 'annotation', id: second.id }] });
      expect(dump(anna)).toEqual(before);
    }
  });

  it('comes back without the role that it filled, where that was filled anew and takes only one', async () => {
    const first = tag(anna, document, 28, 32, 'entity.date');
    const second = tag(anna, document, 0, 9, 'entity.date');
    const date = 'event.visit.date' as RoleId;
    const fill = (annotation: AnnotationId) =>
      valueOf(
        run(anna, {
          name: 'link.fill',
          ...{ annotation: visit.id, role: date, filler: { by: 'annotation', annotation }, replaces: null },
        }),
      );
    fill(first.id);
    valueOf(run(anna, { name: 'annotation.delete', annotations: [first.id] }));
    fill(second.id);
    await ask('history.restore', { records: [{ record: 'annotation', id: first.id }] });
    expect(anna.view.find('annotation', first.id)).toEqual(first);
    expect(anna.view.linksOf(first.id)).toEqual([]);
    expect(valueOf(await handlers['project.check'](anna, { job: 'check' }))).toEqual([]);
  });

  it('comes back with everything in it, where it is a document', async () => {
    const before = dump(anna);
    valueOf(run(anna, { name: 'document.remove', documents: [document] }));
    await ask('history.restore', { records: [{ record: 'document', id: document }] });
    expect(dump(anna)).toEqual(before);
    expect(anna.readText(document)).toBe(text);
    expect(valueOf(await handlers['project.check'](anna, { job: 'check' }))).toEqual([]);
  });

  it('comes back with its roles, attributes and annotations, where it is a type', async () => {
    const place = tag(anna, document, 28, 32, 'entity.place');
    valueOf(anna.commit({ name: 'import', diff: adding(link(visit, place)) }));
    const codebook = anna.view.codebook();
    const roles = anna.view.rolesOf('event.visit' as TypeId);
    valueOf(run(anna, { name: 'type.remove', type: 'event.visit' as TypeId, to: null, keep: false }));
    expect(anna.view.find('annotation', visit.id)).toBeUndefined();
    await ask('history.restore', { records: [{ record: 'type', id: 'event.visit' }] });
    expect(anna.view.rolesOf('event.visit' as TypeId)).toEqual(roles);
    expect(anna.view.find('annotation', visit.id)).toEqual(visit);
    expect(anna.view.linksOf(visit.id)).toHaveLength(1);
    const { types } = anna.view.codebook();
    expect(new Set(types.map(({ id }) => id))).toEqual(new Set(codebook.types.map(({ id }) => id)));
    expect(anna.view.latestVersion()?.types).toHaveLength(codebook.types.length);
    expect(valueOf(await handlers['project.check'](anna, { job: 'check' }))).toEqual([]);
  });

  it('comes back to the mentions that referred to it, where it is an entry', async () => {
    valueOf(
      run(anna, {
        name: 'entry.create',
        entry: { kind: 'entity', type: 'entity.person' as TypeId, name: 'Президент' },
        mentions: [person.id],
      }),
    );
    const entry = anna.view.find('annotation', person.id)?.entry;
    if (!entry) throw new Error('No entry was made');
    valueOf(run(anna, { name: 'entry.remove', entries: [entry] }));
    expect(anna.view.find('annotation', person.id)?.entry).toBeNull();
    await ask('history.restore', { records: [{ record: 'entry', id: entry }] });
    expect(anna.view.find('annotation', person.id)?.entry).toBe(entry);
  });

  it('cannot come back without what it belongs to, unless both do', async () => {
    valueOf(run(anna, { name: 'annotation.delete', annotations: [person.id] }));
    valueOf(run(anna, { name: 'document.remove', documents: [document] }));
    const one = { record: 'annotation', id: person.id } as const;
    expect(codeOf(await handlers['history.restore'](anna, { records: [one] }))).toBe('restore-incomplete');
    await ask('history.restore', { records: [one, { record: 'document', id: document }] });
    expect(anna.view.find('annotation', person.id)).toEqual(person);
    expect(anna.view.find('annotation', visit.id)).toEqual(visit);
  });
});

describe('undo beside the changes of others', () => {
  it('takes back its own fields, and leaves what others did to other fields of the record', () => {
    retype(anna, person, 'entity.office');
    valueOf(run(boris, { name: 'annotation.note', annotation: person.id, note: 'sure?' }));
    valueOf(anna.undo());
    expect(anna.view.find('annotation', person.id)).toMatchObject({ type: 'entity.person', note: 'sure?' });
    valueOf(anna.redo());
    expect(anna.view.find('annotation', person.id)).toMatchObject({ type: 'entity.office', note: 'sure?' });
  });

  it('is refused where somebody has filled a role since that only the type it would take away has', () => {
    retype(anna, visit, 'event.meeting');
    const place = tag(boris, document, 28, 32, 'entity.place');
    valueOf(
      boris.commit({
        name: 'import',
        diff: adding({ ...link(visit, place), role: 'event.meeting.place' as RoleId }),
      }),
    );
    const before = dump(anna);
    expect(codeOf(anna.undo())).toBe('undo-blocked');
    expect(dump(anna)).toEqual(before);
  });
});
