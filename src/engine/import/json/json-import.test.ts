import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { allRecords, sampleProject, type SampleProject } from '../../../../tests/support/arbitrary/project';
import { codeOf, dump, newProject, run, tag, valueOf } from '../../../../tests/support/engine';
import {
  exportJson,
  folderFile,
  folderWith,
  importFiles,
  inspectFiles,
  jsonFile,
  textsOf,
} from '../../../../tests/support/import';
import { richSample } from '../../../../tests/support/exchange/round-trip';
import { temporaryFolder } from '../../../../tests/support/folder';
import { plainExport } from '../../../contract/exchange';
import type { AnnotationId, DocumentId } from '../../../core/ids';
import { serialize } from '../../../formats/json/serialize';
import { handlers } from '../../calls/handlers';
import type { Project } from '../../project';
import { annotations } from '../../storage/records/annotations';
import { types } from '../../storage/records/codebook';
import { coders } from '../../storage/records/coders';
import { documents } from '../../storage/records/documents';
import { sha256Of } from '../sha256';

// Each project is a file, and each change waits for the disk.
vi.setConfig({ testTimeout: 60_000 });

const time = '2026-11-22T09:30:00.000Z';
const text = 'Встреча 🇧🇾 и 🇷🇺 прошла в\u00a0Минске.';

const document = (id: string, content = text) => ({
  ...{ id, name: id, position: 0, status: 'draft', note: '', metadata: {}, attributes: {} },
  ...{
    sha256: sha256Of(content),
    length: Array.from(content).length,
    encoding: 'utf-8',
    byteOrderMark: false,
  },
  ...{ addedAt: time, origin: null, text: content },
});

const fragment = (start: number, end: number, content = text) => ({
  start,
  end,
  quote: Array.from(content).slice(start, end).join(''),
});

const annotation = (id: string, changes: object = {}) => ({
  ...{ id, document: 'd', type: 'event.meeting', coder: 'c', fragments: [fragment(0, 7)], entry: null },
  ...{ attributes: {}, status: 'draft', note: '', createdAt: time, modifiedAt: time, origin: null },
  ...changes,
});

/** What the check finds, but for relations without their ends: an import takes them as they come. */
async function faultsOf(project: Project): Promise<readonly string[]> {
  const faults = valueOf(await handlers['project.check'](project, { job: 'check' }));
  return faults.map(({ rule }) => rule).filter((rule) => rule !== 'relation.ends');
}

const type = (id: string, changes: object = {}) => ({
  ...{ id, kind: 'event', parent: null, position: 0, names: { en: id }, guidelines: {}, hue: 10, key: null },
  ...{ symmetric: false, origin: null },
  ...changes,
});

const coder = { id: 'c', name: 'Clara', origin: null };
const minimal = { coders: [coder], documents: [document('d')], annotations: [annotation('a')] };

async function importJson(
  project: Project,
  members: object,
  conflicts?: 'keep-mine' | 'take-theirs' | 'keep-both',
) {
  return importFiles(project, [jsonFile(members as Record<string, unknown>)], {
    conflicts: conflicts ?? null,
  });
}

/** Writes a random project to a file, in an order of its own. */
function writeSample({ records, texts }: SampleProject): string {
  const contents = {
    records: <Name extends keyof typeof records>(name: Name) => records[name],
    text: ({ sha256 }: { readonly sha256: string }) => texts.get(sha256) ?? '',
    history: null,
  };
  return folderFile('sample.json', [...serialize(contents)].join(''));
}

/** What was wrong with the records of a file: code, record and id. */
async function refusedIn(members: object, project = newProject()): Promise<unknown[]> {
  const { problems } = valueOf(await importJson(project, members));
  return problems.map(({ problem: { code, params } }) => [code, params['record'], params['id']]);
}

/** A project in which somebody has worked, with what `minimal` holds. */
async function workedProject(): Promise<Project> {
  const project = newProject();
  valueOf(await importJson(project, minimal));
  tag(project, 'd' as DocumentId, 8, 10, 'entity.country');
  return project;
}

describe('a project that is exported and imported again', () => {
  it('gives the bytes of the golden file, which has a record of every kind', async () => {
    const golden = join(import.meta.dirname, '../../../../tests/golden/every-record.json');
    const project = newProject();
    expect(valueOf(await importFiles(project, [golden])).problems).toEqual([]);
    expect(valueOf(await handlers['project.check'](project, { job: 'check' }))).toEqual([]);
    expect(await exportJson(project)).toBe(readFileSync(golden, 'utf8'));
  });

  it('reads what the first version wrote, and gives what came later its usual value', async () => {
    const old = join(import.meta.dirname, '../../../../tests/golden/every-record-version-1.json');
    const project = newProject();
    expect(valueOf(await importFiles(project, [old])).problems).toEqual([]);
    const written = JSON.parse(readFileSync(old, 'utf8')) as Record<string, object[]>;
    const usual: Record<string, object> = {
      types: { examples: [] },
      roles: { acrossDocuments: false, acyclic: false, sticky: false },
      annotations: { version: null },
    };
    const expected = Object.entries(written).map(([section, records]) => [
      section,
      Array.isArray(records) ? records.map((record) => ({ ...record, ...usual[section] })) : records,
    ]);
    expect(JSON.parse(await exportJson(project))).toEqual({
      ...Object.fromEntries(expected),
      version: 2,
      versions: [],
    });
  });

  it('gives the same bytes, whatever it holds', async () => {
    await fc.assert(
      fc.asyncProperty(fc.gen(), async (generator) => {
        const sample = sampleProject(generator);
        const first = newProject();
        const report = valueOf(await importFiles(first, [writeSample(sample)]));
        expect(report.problems).toEqual([]);
        const [exported, second] = [await exportJson(first), newProject()];
        valueOf(await importFiles(second, [folderFile('b.json', exported)]));
        expect(await exportJson(second)).toBe(exported);
        const kept = Object.values(JSON.parse(exported) as Record<string, unknown>)
          .filter(Array.isArray)
          .flat();
        expect(kept).toHaveLength(allRecords(sample).length);
      }),
      // A failing project is small as it is, and each run makes two files.
      { numRuns: 12, endOnFailure: true },
    );
  });

  it.each(['keep-mine', 'take-theirs', 'keep-both'] as const)(
    'leaves a sound project where its records meet others of the same ids (%s)',
    async (settlement) => {
      await fc.assert(
        fc.asyncProperty(fc.gen(), fc.gen(), async (one, other) => {
          const project = newProject();
          valueOf(await importFiles(project, [writeSample(sampleProject(one))]));
          const path = writeSample(sampleProject(other));
          valueOf(await importFiles(project, [path], { conflicts: settlement }));
          expect(await faultsOf(project)).toEqual([]);
          const exported = await exportJson(project);
          const again = newProject();
          const report = valueOf(await importFiles(again, [folderFile('again.json', exported)]));
          expect(report.problems).toEqual([]);
          expect(await exportJson(again)).toBe(exported);
        }),
        { numRuns: 8, endOnFailure: true },
      );
    },
  );

  it('gives the same bytes after a session of work, undo included', async () => {
    const project = await workedProject();
    tag(project, 'd' as DocumentId, 0, 7, 'entity.person');
    valueOf(project.undo());
    const exported = await exportJson(project);
    const again = newProject(undefined, 'Boris');
    valueOf(await importFiles(again, [folderFile('a.json', exported)]));
    expect(await exportJson(again)).toBe(exported);
  });

  it('brings its codebook alone, where that is asked for', async () => {
    const out = join(temporaryFolder(), 'rich.json');
    valueOf(await handlers['export.run'](richSample(), { job: 'export', plan: plainExport('json'), out }));
    const page = folderFile('a.html', '<p>A text.</p>');
    const project = newProject();
    const { added } = valueOf(await importFiles(project, [out, page], { codebook: 'only' }));
    expect(added).toMatchObject({ document: 0, annotation: 0, entry: 0, segmentation: 0, coder: 0, term: 3 });
    expect(types.all(project.reader)).toHaveLength(22);
    expect(documents.all(project.reader)).toEqual([]);
    expect(await faultsOf(project)).toEqual([]);
  });

  it('brings its own codebook to a project that nobody has worked in, and undo takes it away again', async () => {
    const project = newProject();
    const before = dump(project);
    valueOf(await importJson(project, { ...minimal, types: [type('meeting')], annotations: [] }));
    expect(types.all(project.reader).map(({ id }) => id)).toEqual(['meeting']);
    valueOf(project.undo());
    expect(dump(project)).toEqual(before);
  });

  it('keeps the codebook that is there where the file says nothing of one', async () => {
    const project = newProject();
    const { length } = types.all(project.reader);
    valueOf(await importJson(project, minimal));
    expect(types.all(project.reader)).toHaveLength(length);
    expect(annotations.find(project.reader, 'a' as AnnotationId)?.fragments).toEqual([fragment(0, 7)]);
  });
});

describe('bad records', () => {
  it('are left out with all that hangs on them, and the rest is imported', async () => {
    const project = newProject();
    const refused = await refusedIn(
      {
        ...minimal,
        documents: [document('d'), { ...document('altered'), text: `${text}!` }],
        annotations: [
          annotation('a'),
          annotation('other-quote', { fragments: [{ start: 0, end: 7, quote: 'Встречи' }] }),
          annotation('outside', { fragments: [{ start: 30, end: 99, quote: 'x' }] }),
          annotation('no-document', { document: 'nowhere' }),
          annotation('on-altered', { document: 'altered' }),
          annotation('no-type', { type: 'nothing' }),
          annotation('no-coder', { coder: 'nobody' }),
          annotation('no-entry', { entry: 'nothing' }),
          annotation('no-attribute', { attributes: { mood: 'good' } }),
          annotation('no-fragments', { fragments: [] }),
        ],
        links: [
          {
            id: 'l1',
            annotation: 'a',
            role: 'event.meeting.topic',
            position: 0,
            target: { by: 'span', span: fragment(8, 9) },
            origin: null,
          },
          {
            id: 'l2',
            annotation: 'outside',
            role: 'event.meeting.topic',
            position: 0,
            target: { by: 'span', span: fragment(8, 9) },
            origin: null,
          },
          {
            id: 'l3',
            annotation: 'a',
            role: 'event.meeting.topic',
            position: 1,
            target: { by: 'annotation', annotation: 'no-type' },
            origin: null,
          },
          {
            id: 'l4',
            annotation: 'a',
            role: 'event.meeting.topic',
            position: 2,
            target: { by: 'span', span: { start: 8, end: 9, quote: 'z' } },
            origin: null,
          },
        ],
        segmentations: [
          { id: 's1', document: 'd', unit: 'token', spans: [[0, 7]], origin: null },
          {
            id: 's2',
            document: 'd',
            unit: 'token',
            spans: [
              [0, 7],
              [8, 999],
            ],
            origin: null,
          },
        ],
      },
      project,
    );
    expect(refused).toEqual([
      ['import-record-invalid', 'document', 'altered'],
      ['import-offsets-outside', 'segmentation', 's2'],
      ['import-reference-missing', 'annotation', 'on-altered'],
      ['import-quote-mismatch', 'annotation', 'other-quote'],
      ['import-offsets-outside', 'annotation', 'outside'],
      ['import-reference-missing', 'annotation', 'no-type'],
      ['import-reference-missing', 'annotation', 'no-coder'],
      ['import-reference-missing', 'annotation', 'no-entry'],
      ['import-reference-missing', 'annotation', 'no-attribute'],
      ['import-record-invalid', 'annotation', 'no-fragments'],
      ['import-reference-missing', 'annotation', 'no-document'],
      ['import-reference-missing', 'link', 'l2'],
      ['import-reference-missing', 'link', 'l3'],
      ['import-quote-mismatch', 'link', 'l4'],
    ]);
    const exported = JSON.parse(await exportJson(project)) as Record<string, unknown[]>;
    const kept = ['annotations', 'links', 'segmentations'].map((section) => exported[section]?.length);
    expect(kept).toEqual([1, 1, 1]);
  });

  it('are left out where they break a rule of the codebook', async () => {
    const owner = { of: 'document' };
    const attribute = (id: string, domain: object, changes: object = {}) => ({
      ...{
        id,
        owner,
        position: 0,
        names: {},
        key: null,
        domain,
        required: false,
        default: null,
        origin: null,
      },
      ...changes,
    });
    const term = (id: string, of: string, parent: string | null = null) => ({
      ...{ id, attribute: of, parent, name: id, origin: null },
    });
    const entry = { id: 'e', kind: 'entity', type: null, name: 'E', aliases: [], identifiers: [], note: '' };
    const link = (id: string, role: string, target: object) => ({
      ...{ id, annotation: 'a', role, position: 0, target, origin: null },
    });
    const span = { by: 'span', span: fragment(8, 9) };
    const refused = await refusedIn({
      ...minimal,
      attributes: [
        attribute('number', { kind: 'number' }, { default: 'many' }),
        attribute('concepts', { kind: 'vocabulary' }, { default: 'unheard of' }),
        attribute('other-concepts', { kind: 'vocabulary' }, { default: 'peace' }),
        attribute('yes-no', { kind: 'yes-no' }),
      ],
      terms: [term('peace', 'other-concepts'), term('war', 'concepts', 'peace')],
      entries: [{ ...entry, date: null, place: null, attributes: {}, origin: null }],
      documents: [
        document('d'),
        { ...document('moody', 'другой текст'), attributes: { 'yes-no': 'perhaps' } },
      ],
      annotations: [
        annotation('a'),
        annotation('b', { entry: 'e' }),
        annotation('c', { attributes: { 'yes-no': true } }),
        annotation('d', { fragments: [fragment(8, 9), fragment(0, 7)] }),
      ],
      links: [
        link('1', 'event.meeting.date', span),
        link('2', 'event.meeting.date', span),
        link('3', 'event.visit.date', span),
        link('4', 'event.meeting.agent', span),
      ],
    });
    expect(refused.sort()).toEqual(
      [
        ['import-record-invalid', 'annotation', 'd'],
        ['import-record-invalid', 'attribute', 'number'],
        ['import-record-invalid', 'term', 'war'],
        ['import-record-invalid', 'attribute', 'concepts'],
        ['import-record-invalid', 'document', 'moody'],
        ['import-record-invalid', 'annotation', 'b'],
        ['import-record-invalid', 'annotation', 'c'],
        ['import-record-invalid', 'link', '2'],
        ['import-record-invalid', 'link', '3'],
        ['import-record-invalid', 'link', '4'],
      ].sort(),
    );
  });

  it('are left out where acyclic roles would lead in a circle', async () => {
    const cause = {
      ...{
        id: 'cause',
        type: 'event.meeting',
        position: 9,
        names: { en: 'cause' },
        key: null,
        min: 0,
        max: null,
      },
      fillers: { kinds: ['event'], types: [], entries: false, spans: false },
      ...{ acrossDocuments: false, acyclic: true, sticky: false, origin: null },
    };
    const link = (id: string, from: string, to: string) => ({
      ...{ id, annotation: from, role: 'cause', position: 0, origin: null },
      target: { by: 'annotation', annotation: to },
    });
    const refused = await refusedIn({
      ...minimal,
      roles: [cause],
      documents: [document('d')],
      annotations: ['a', 'b', 'c'].map((id) => annotation(id)),
      links: [link('1', 'a', 'b'), link('2', 'b', 'c'), link('3', 'c', 'a'), link('4', 'a', 'a')],
    });
    expect(refused).toEqual([
      ['import-cycle', 'link', '3'],
      ['import-record-invalid', 'link', '4'],
    ]);
  });

  it('are left out where they hang on themselves', async () => {
    const chain = Array.from({ length: 5_000 }, (_, index) =>
      type(`t${index}`, { parent: index === 0 ? null : `t${index - 1}` }),
    );
    const project = newProject();
    const refused = await refusedIn(
      {
        types: [
          type('x', { parent: 'y' }),
          type('y', { parent: 'x' }),
          type('self', { parent: 'self' }),
          ...chain.reverse(),
        ],
      },
      project,
    );
    expect(refused).toEqual([
      ['import-cycle', 'type', 'x'],
      ['import-cycle', 'type', 'y'],
      ['import-cycle', 'type', 'self'],
    ]);
    expect(types.all(project.reader)).toHaveLength(5_000);
  });

  it('are two of one id that differ; the same twice is nothing', async () => {
    const { name, ...rest } = coder;
    expect(await refusedIn({ coders: [coder, { name, ...rest }, { ...coder, name: 'Carl' }] })).toEqual([
      ['import-record-invalid', 'coder', 'c'],
    ]);
  });

  it('are counted, and a hundred of a file are listed', async () => {
    const many = Array.from({ length: 250 }, (_, index) => annotation(`a${index}`, { document: 'nowhere' }));
    const report = valueOf(await importJson(newProject(), { ...minimal, annotations: many }));
    expect([report.problems.length, report.problemCount]).toEqual([100, 250]);
  });

  it('are told of beforehand', async () => {
    const path = jsonFile({
      ...minimal,
      annotations: [annotation('a', { fragments: [{ start: 0, end: 1, quote: 'Z' }] })],
    });
    const { files } = valueOf(await inspectFiles(newProject(), [path]));
    expect(files).toMatchObject([
      {
        kind: 'postil-json',
        problemCount: 1,
        problems: [{ code: 'import-quote-mismatch' }],
        conflictCount: 0,
      },
    ]);
  });
});

describe('a broken file', () => {
  it.each([
    ['is not JSON', '{"format": "postil-project", "version": 1, "coders": [}', 'import-broken'],
    ['is of another schema', '{"hello": "world"}', 'import-wrong-schema'],
    [
      'is nested a million times',
      `{"format": "postil-project", "version": 1, "coders": [${'['.repeat(1_000_000)}`,
      'import-too-deep',
    ],
    ['is of a newer version', '{"format": "postil-project", "version": 9}', 'import-newer-version'],
    [
      'ends too early',
      '{"format": "postil-project", "version": 1, "coders": [{"id": "c", "name": "C", "origin": null}',
      'import-broken',
    ],
  ])('that %s is refused as a whole, and others are imported', async (_, content, code) => {
    const project = newProject();
    const folder = folderWith({ 'broken.json': content, 'text.txt': 'text' });
    const report = valueOf(await importFiles(project, [folder]));
    expect(report.problems.map(({ problem }) => problem.code)).toEqual([code]);
    expect(textsOf(project)).toEqual({ text: 'text' });
    expect(coders.all(project.reader)).toHaveLength(1);
  });
});

describe('a file whose records differ from those of the same id in the project', () => {
  const theirs = {
    coders: [coder],
    documents: [{ ...document('d'), note: 'theirs' }, document('new', 'Другой текст')],
    annotations: [annotation('a', { note: 'theirs' }), annotation('b')],
  };

  it('shows its conflicts first, and changes nothing', async () => {
    const project = await workedProject();
    const before = dump(project);
    const { files } = valueOf(await inspectFiles(project, [jsonFile(theirs)]));
    expect(files).toMatchObject([
      {
        conflictCount: 2,
        conflicts: [
          { record: 'document', id: 'd', mine: 'note: ""', theirs: 'note: "theirs"' },
          { record: 'annotation', id: 'a', mine: 'note: ""', theirs: 'note: "theirs"' },
        ],
      },
    ]);
    expect(await importJson(project, theirs)).toMatchObject({
      ok: false,
      problem: { code: 'import-conflicts', params: { count: 2 } },
    });
    expect(dump(project)).toEqual(before);
  });

  it('is nothing new where nothing differs', async () => {
    const project = await workedProject();
    const path = folderFile('same.json', await exportJson(project));
    expect(valueOf(await importFiles(project, [path]))).toMatchObject({
      change: null,
      updated: 0,
      problems: [],
    });
  });

  it('leaves mine where I keep mine, and brings what is new', async () => {
    const project = await workedProject();
    valueOf(await importJson(project, theirs, 'keep-mine'));
    expect(annotations.find(project.reader, 'a' as AnnotationId)?.note).toBe('');
    expect(annotations.find(project.reader, 'b' as AnnotationId)?.document).toBe('d');
    expect(textsOf(project)).toEqual({ d: text, new: 'Другой текст' });
  });

  it('puts theirs in the place of mine where I take theirs', async () => {
    const project = await workedProject();
    const report = valueOf(await importJson(project, theirs, 'take-theirs'));
    expect(report.updated).toBe(2);
    expect(annotations.find(project.reader, 'a' as AnnotationId)?.note).toBe('theirs');
    expect(documents.find(project.reader, 'd' as DocumentId)?.note).toBe('theirs');
    valueOf(project.undo());
    expect(annotations.find(project.reader, 'a' as AnnotationId)?.note).toBe('');
  });

  it('brings copies where I keep both, and what refers to a copied record follows it', async () => {
    const project = await workedProject();
    const mine = annotations.find(project.reader, 'a' as AnnotationId);
    const report = valueOf(await importJson(project, theirs, 'keep-both'));
    expect(report.added).toMatchObject({ document: 2, annotation: 2 });
    expect(annotations.find(project.reader, 'a' as AnnotationId)).toEqual(mine);
    const all = documents.all(project.reader);
    const copy = all.find(({ note }) => note === 'theirs');
    expect(annotations.find(project.reader, 'b' as AnnotationId)?.document).toBe(copy?.id);
    const exported = JSON.parse(await exportJson(project)) as {
      annotations: { document: string; note: string }[];
    };
    expect(exported.annotations.find(({ note }) => note === 'theirs')?.document).toBe(copy?.id);
  });

  it('never changes a text: another text under the same id comes as a copy', async () => {
    const project = await workedProject();
    const other = 'Встреча отменена.';
    const changed = {
      coders: [coder],
      documents: [document('d', other)],
      annotations: [annotation('a', { fragments: [fragment(8, 16, other)] })],
    };
    valueOf(await importJson(project, changed, 'take-theirs'));
    expect(documents.all(project.reader).map(({ id }) => project.readText(id))).toEqual([text, other]);
    expect(annotations.find(project.reader, 'a' as AnnotationId)?.fragments).toEqual([fragment(0, 7)]);
    const { annotations: all } = JSON.parse(await exportJson(project)) as { annotations: unknown[] };
    expect(all).toHaveLength(3);
  });

  it('refuses quotes that do not fit the text that was kept', async () => {
    const project = await workedProject();
    const other = 'Переговоры отменены.';
    const members = {
      coders: [coder],
      documents: [document('d', other)],
      annotations: [annotation('z', { fragments: [fragment(0, 10, other)] })],
    };
    const report = valueOf(await importJson(project, members, 'keep-mine'));
    expect(report.problems.map(({ problem }) => problem.code)).toEqual(['import-quote-mismatch']);
  });

  it('is refused where theirs would make a record its own ancestor', async () => {
    const project = newProject();
    valueOf(await importJson(project, { types: [type('up'), type('down', { parent: 'up' })] }));
    const report = valueOf(
      await importJson(project, { types: [type('up', { parent: 'down' })] }, 'take-theirs'),
    );
    expect(report.problems.map(({ problem }) => problem.code)).toEqual(['import-cycle']);
  });

  it('copies a type whose kind differs, with the roles that hang on it', async () => {
    const project = newProject();
    const role = {
      id: 'r',
      type: 't',
      position: 0,
      names: {},
      key: null,
      min: 0,
      max: null,
      fillers: { kinds: [], types: ['t'], entries: true, spans: true },
      origin: null,
    };
    valueOf(await importJson(project, { types: [type('t')], roles: [role] }));
    const report = valueOf(
      await importJson(project, { types: [type('t', { kind: 'statement' })], roles: [role] }, 'take-theirs'),
    );
    expect(report.added).toMatchObject({ type: 1, role: 1 });
    const exported = JSON.parse(await exportJson(project)) as {
      types: { id: string; kind: string }[];
      roles: { type: string; fillers: { types: string[] } }[];
    };
    const copy = exported.types.find(({ kind }) => kind === 'statement')?.id;
    expect(exported.roles.find(({ type: of }) => of === copy)?.fillers.types).toEqual([copy]);
  });
});

describe('documents of a file that comes to documents', () => {
  it('stand behind them in the queue, and are the same when they come once more', async () => {
    const project = newProject();
    valueOf(await importFiles(project, [folderWith({ 'mine.txt': 'mine' })]));
    const members = { documents: [document('x', 'икс'), { ...document('y', 'игрек'), position: 1 }] };
    valueOf(await importJson(project, members));
    expect(documents.all(project.reader).map(({ name }) => name)).toEqual(['mine', 'x', 'y']);
    expect(valueOf(await importJson(project, members)).change).toBeNull();
  });

  it('can be renamed meanwhile, which is a conflict then', async () => {
    const project = await workedProject();
    valueOf(run(project, { name: 'document.rename', document: 'd' as DocumentId, to: 'Renamed' }));
    expect(codeOf(await importJson(project, minimal))).toBe('import-conflicts');
  });
});
