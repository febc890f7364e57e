import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../../../tests/support/folder';
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
import { richProject } from '../../../tests/support/rich-project';
import type { SegmentAction, SegmentSelection } from '../../contract/segments';
import type { AnnotationId, AttributeId, CoderId, DocumentId, EntryId, RoleId, TypeId } from '../../core/ids';
import type { AnnotationRecord } from '../../core/model/annotation';
import type { AnyRecord } from '../../core/model/records';
import {
  everySegment,
  segmentGroupings,
  segmentOrders,
  type AttributeCondition,
  type RoleCondition,
  type SegmentFilter,
  type SegmentQuery,
} from '../../core/segments/filter';
import type { MetadataTest } from '../../core/segments/metadata';
import { bindCalls } from '../calls/bind';
import type { EngineEvents } from '../events';
import type { Project } from '../project';

const texts = {
  'первый.txt': 'Ёлкин встретил Лаврова. Потом Ёлкин уехал.\nЛавров остался.',
  'второй.txt': 'Лавров 😀 говорил долго. Он устал.',
};

interface Corpus {
  readonly project: Project;
  readonly first: DocumentId;
  readonly second: DocumentId;
  readonly tagged: readonly AnnotationRecord[];
}

/** Two documents with every name tagged as a person, and a verb as an event. */
function makeCorpus(): Corpus {
  const project = newProject();
  const [first, second] = addDocuments(project, texts).map(({ id }) => id);
  if (!first || !second) throw new Error('No documents');
  const at = (document: DocumentId, text: string, quote: string, type: string, from = 0) => {
    const start = text.indexOf(quote, from);
    const before = Array.from(text.slice(0, start)).length;
    return tag(project, document, before, before + quote.length, type);
  };
  const one = texts['первый.txt'];
  const two = texts['второй.txt'];
  const tagged = [
    // Not in the order of the text.
    at(first, one, 'Лавров', 'entity.person', 40),
    at(first, one, 'Ёлкин', 'entity.person'),
    at(first, one, 'Лаврова', 'entity.person'),
    at(first, one, 'встретил', 'event.meeting'),
    at(second, two, 'говорил', 'statement.claim'),
    at(second, two, 'Лавров', 'entity.person'),
  ];
  return { project, first, second, tagged };
}

function idOf(annotation: AnnotationRecord | undefined): AnnotationId {
  if (!annotation) throw new Error('No annotation');
  return annotation.id;
}

const query = (filter: Partial<SegmentFilter> = {}, rest: Partial<SegmentQuery> = {}): SegmentQuery => ({
  filter: { ...everySegment, ...filter },
  order: 'document',
  descending: false,
  grouping: 'none',
  ...rest,
});

async function quotes(project: Project, wanted: SegmentQuery, offset = 0, limit = 100): Promise<string[]> {
  const page = valueOf(
    await bindCalls(project)['segments.page']({ query: wanted, hidden: [], offset, limit }),
  );
  return page.rows.map(({ annotation }) => annotation.fragments.map(({ quote }) => quote).join('|'));
}

const inCorpus = ['Ёлкин', 'встретил', 'Лаврова', 'Лавров', 'Лавров', 'говорил'];

describe('the table of annotations', () => {
  it('is in the order of the corpus, forwards and backwards, and can be read from any row on', async () => {
    const { project } = makeCorpus();
    expect(await quotes(project, query())).toEqual(inCorpus);
    expect(await quotes(project, query({}, { descending: true }))).toEqual(inCorpus.toReversed());
    for (let offset = 0; offset <= 7; offset += 1)
      expect(await quotes(project, query(), offset, 2)).toEqual(inCorpus.slice(offset, offset + 2));
  });

  it('is sorted by text whatever the case and «ё», by type, by coder and by time', async () => {
    const { project } = makeCorpus();
    const sorted = (order: SegmentQuery['order'], descending = false) =>
      quotes(project, query({}, { order, descending }));
    const byText = ['встретил', 'говорил', 'Ёлкин', 'Лавров', 'Лавров', 'Лаврова'];
    expect(await sorted('text')).toEqual(byText);
    expect((await sorted('text', true))[0]).toBe('Лаврова');
    expect((await sorted('type')).slice(-2)).toEqual(['встретил', 'говорил']);
    expect(await sorted('coder')).toEqual(inCorpus);
    // Made within one minute, by the documents in which they stand; there by the moment.
    expect((await sorted('time')).slice(0, 2)).toEqual(['Лавров', 'Ёлкин']);
  });

  it('is grouped, with the number of annotations under each heading', async () => {
    const { project, first, second } = makeCorpus();
    const count = async (grouping: SegmentQuery['grouping']) =>
      valueOf(await bindCalls(project)['segments.count']({ query: query({}, { grouping }) }));
    expect(await count('none')).toEqual({ total: 6, groups: [] });
    expect((await count('document')).groups).toEqual([
      { key: first, count: 4 },
      { key: second, count: 2 },
    ]);
    const byType = await count('type');
    expect(byType.groups.map(({ count: of }) => of)).toEqual([4, 1, 1]);
    expect(byType.groups[0]?.key).toBe('entity.person');
  });

  it('says what a relation ties together, without the words of coders who are hidden', async () => {
    const { project, tagged } = makeCorpus();
    const end = (name: string, position: number) => ({
      ...{ record: 'role', id: `meets.${name}`, type: 'meets', position, names: { en: name }, key: null },
      ...{ min: 1, max: 1, fillers: { kinds: ['entity'], types: [], entries: false, spans: false } },
      ...{ acrossDocuments: false, acyclic: false, sticky: false, origin: null },
    });
    const meets = {
      ...{ record: 'type', id: 'meets', kind: 'relation', parent: null, position: 99, names: {} },
      ...{ guidelines: {}, examples: [], hue: 0, key: null, symmetric: false, origin: null },
    };
    const parts = [meets, end('who', 0), end('whom', 1)] as unknown as AnyRecord[];
    valueOf(project.commit({ name: 'codebook.import', diff: adding(...parts) }));
    const boris = joinProject(project, 'Boris');
    const [from, to] = [idOf(tagged[1]), idOf(tagged[2])];
    const filler = { by: 'annotation', annotation: to } as const;
    valueOf(run(boris, { name: 'relation.create', type: 'meets' as TypeId, from, to: filler }));
    const sentence = async (hidden: CoderId[]) => {
      const asked = { query: query({ kinds: ['relation'] }), hidden, offset: 0, limit: 1 };
      return valueOf(await bindCalls(project)['segments.page'](asked)).rows[0]?.sentence;
    };
    expect(await sentence([])).toBe('Ёлкин → Лаврова');
    expect(await sentence([project.coder])).toBe('… → …');
  });

  it('shows each annotation in its sentence, with its place there', async () => {
    const { project } = makeCorpus();
    const page = valueOf(
      await bindCalls(project)['segments.page']({ query: query(), hidden: [], offset: 0, limit: 10 }),
    );
    const shown = page.rows.map(({ sentence, marks }) => {
      const [[start, end] = [0, 0]] = marks;
      return `${sentence.slice(0, start)}[${sentence.slice(start, end)}]${sentence.slice(end)}`;
    });
    expect(shown[2]).toBe('Ёлкин встретил [Лаврова].');
    expect(shown[5]).toBe('Лавров 😀 [говорил] долго.');
  });

  it('follows every change', async () => {
    const { project, tagged } = makeCorpus();
    await quotes(project, query());
    run(project, { name: 'annotation.delete', annotations: [idOf(tagged[1])] });
    expect(await quotes(project, query())).toEqual(inCorpus.slice(1));
    valueOf(project.undo());
    expect(await quotes(project, query())).toEqual(inCorpus);
  });

  it('finds an annotation again in every order, and tells where it is filtered out', async () => {
    const { project, tagged } = makeCorpus();
    const placeOf = async (wanted: SegmentQuery, annotation: AnnotationId) =>
      valueOf(await bindCalls(project)['segments.place']({ query: wanted, annotation }));
    for (const order of segmentOrders)
      for (const grouping of segmentGroupings)
        for (const descending of [false, true]) {
          const wanted = query({}, { order, grouping, descending });
          const page = await bindCalls(project)['segments.page']({
            query: wanted,
            hidden: [],
            offset: 0,
            limit: 100,
          });
          const places = valueOf(page).rows.map(({ annotation }) => placeOf(wanted, annotation.id));
          expect(await Promise.all(places), `${order} ${grouping}`).toEqual([0, 1, 2, 3, 4, 5]);
        }
    expect(await placeOf(query({ kinds: ['event'] }), idOf(tagged[0]))).toBeNull();
    expect(await placeOf(query(), 'nobody' as AnnotationId)).toBeNull();
    run(project, { name: 'annotation.delete', annotations: [idOf(tagged[1])] });
    expect(await placeOf(query(), idOf(tagged[0]))).toBe(2);
  });

  it('tells with the rows how many there are, where that is quickly known', async () => {
    const { project } = makeCorpus();
    const grouped = query({}, { grouping: 'type' });
    const page = await bindCalls(project)['segments.page']({
      query: grouped,
      hidden: [],
      offset: 0,
      limit: 1,
    });
    expect(valueOf(page).count).toEqual(
      valueOf(await bindCalls(project)['segments.count']({ query: grouped })),
    );
  });
});

describe('the filter of the table', () => {
  it('takes types with those below them, kinds, statuses, documents and the words that are covered', async () => {
    const { project, second, tagged } = makeCorpus();
    const found = (filter: Partial<SegmentFilter>) => quotes(project, query(filter));
    expect(await found({ types: ['event.meeting' as TypeId] })).toEqual(['встретил']);
    expect(await found({ kinds: ['entity'] })).toHaveLength(4);
    expect(await found({ documents: [second] })).toEqual(['Лавров', 'говорил']);
    expect(await found({ text: 'лаВРов' })).toEqual(['Лаврова', 'Лавров', 'Лавров']);
    expect(await found({ text: 'ёЛКИН' })).toEqual(['Ёлкин']);
    expect(await found({ text: '*' })).toEqual([]);
    expect(await found({ coders: [project.coder] })).toHaveLength(6);
    expect(await found({ coders: ['nobody' as typeof project.coder] })).toEqual([]);
    run(project, { name: 'annotation.status', annotations: [idOf(tagged[0])], status: 'done' });
    expect(await found({ statuses: ['done'] })).toEqual(['Лавров']);
    expect(await found({ statuses: ['done', 'draft'], kinds: ['event'] })).toEqual(['встретил']);
  });

  it('takes entries that mentions refer to, and mentions that refer to none', async () => {
    const { project, tagged } = makeCorpus();
    const mentions = [tagged[0], tagged[5]].map((one) => idOf(one));
    valueOf(run(project, { name: 'entry.create', entry: { kind: 'entity', name: 'Лавров' }, mentions }));
    const [{ id: entry } = { id: 'none' as EntryId }] = valueOf(
      await bindCalls(project)['registry.list']({}),
    );
    expect(await quotes(project, query({ entries: [entry] }))).toEqual(['Лавров', 'Лавров']);
    expect(await quotes(project, query({ entries: [null], kinds: ['entity'] }))).toEqual([
      'Ёлкин',
      'Лаврова',
    ]);
    expect(await quotes(project, query({ entries: [null, entry] }))).toHaveLength(6);
    const grouped = await bindCalls(project)['segments.count']({ query: query({}, { grouping: 'entry' }) });
    expect(valueOf(grouped).groups).toEqual([
      { key: entry, count: 2 },
      { key: null, count: 4 },
    ]);
  });
});

describe('changing many annotations at once', () => {
  const change = (project: Project, selection: SegmentSelection, action: SegmentAction) =>
    bindCalls(project)['segments.change']({ job: 'change', selection, action });

  it('is one change for all that a filter lets through, and is undone as one', async () => {
    const { project, tagged } = makeCorpus();
    const before = dump(project);
    const selection: SegmentSelection = {
      by: 'filter',
      filter: { ...everySegment, kinds: ['entity'] },
      except: [idOf(tagged[1])],
    };
    const retyped = valueOf(
      await change(project, selection, { name: 'retype', type: 'entity.organisation' as TypeId }),
    );
    expect(retyped?.annotations).toBe(3);
    expect(await quotes(project, query({ types: ['entity.organisation' as TypeId] }))).toHaveLength(3);
    valueOf(project.undo());
    expect(dump(project)).toEqual(before);
  });

  it('sets a status, links to an entry, or deletes, with everything that refers to it', async () => {
    const { project, tagged } = makeCorpus();
    const some: SegmentSelection = { by: 'ids', annotations: tagged.slice(0, 2).map(({ id }) => id) };
    valueOf(await change(project, some, { name: 'status', status: 'doubtful' }));
    expect(await quotes(project, query({ statuses: ['doubtful'] }))).toEqual(['Ёлкин', 'Лавров']);
    expect(valueOf(await change(project, some, { name: 'status', status: 'doubtful' }))).toBeNull();
    valueOf(await change(project, some, { name: 'delete' }));
    expect(await quotes(project, query())).toHaveLength(4);
    const none: SegmentSelection = { by: 'filter', filter: { ...everySegment, text: 'нет' }, except: [] };
    expect(codeOf(await change(project, none, { name: 'delete' }))).toBe('nothing-selected');
  });

  it('sets numbers, dates and texts, and refuses all where one cannot have the value', async () => {
    const { project, tagged } = makeCorpus();
    const attribute = (id: string, kind: 'number' | 'date' | 'text') =>
      ({
        record: 'attribute',
        id: id as AttributeId,
        owner: { of: 'type', type: 'entity.person' as TypeId },
        position: 0,
        names: { en: id },
        key: null,
        domain: { kind },
        required: false,
        default: null,
        origin: null,
      }) as const;
    const added = [attribute('age', 'number'), attribute('born', 'date'), attribute('remark', 'text')];
    valueOf(project.commit({ name: 'attribute.create', diff: { added, updated: [], removed: [] } }));
    const persons: SegmentSelection = {
      by: 'filter',
      filter: { ...everySegment, types: ['entity.person' as TypeId] },
      except: [],
    };
    const set = (id: string, value: AttributeCondition['value'], selection: SegmentSelection = persons) =>
      change(project, selection, { name: 'attribute', attribute: id as AttributeId, value });
    expect(valueOf(await set('age', 74))?.annotations).toBe(4);
    expect(valueOf(await set('born', '1950-03'))?.annotations).toBe(4);
    expect(valueOf(await set('remark', 'министр'))?.annotations).toBe(4);
    expect(valueOf(await set('remark', 'министр'))).toBeNull();
    const before = dump(project);
    expect(codeOf(await set('age', 'old'))).toBe('value-refused');
    expect(codeOf(await set('born', 'soon'))).toBe('value-refused');
    const all: SegmentSelection = { by: 'ids', annotations: tagged.map(({ id }) => id) };
    expect(codeOf(await set('age', 1, all))).toBe('value-owner');
    expect(dump(project)).toEqual(before);
    valueOf(await set('age', null));
    valueOf(project.undo());
    expect(dump(project)).toEqual(before);
  });

  it('tells how far it is, and changes nothing where it is cancelled before all is read', async () => {
    const { project } = makeCorpus();
    const before = dump(project);
    const all: SegmentSelection = { by: 'filter', filter: everySegment, except: [] };
    const phases: string[] = [];
    project.events.subscribe((name, event) => {
      if (name !== 'progress') return;
      phases.push((event as EngineEvents['progress']).phase);
      project.jobs.cancel('change');
    });
    expect(codeOf(await change(project, all, { name: 'delete' }))).toBe('job-cancelled');
    expect(phases).toEqual(['reading']);
    expect(dump(project)).toEqual(before);
  });

  it('begins again where somebody else changes something while it reads', async () => {
    const { project, tagged } = makeCorpus();
    const all: SegmentSelection = { by: 'filter', filter: everySegment, except: [] };
    let isFirst = true;
    project.events.subscribe((name) => {
      if (name !== 'progress' || !isFirst) return;
      isFirst = false;
      valueOf(run(project, { name: 'annotation.delete', annotations: [idOf(tagged[0])] }));
    });
    const changed = valueOf(await change(project, all, { name: 'status', status: 'done' }));
    expect(changed?.annotations).toBe(5);
    expect(await quotes(project, query({ statuses: ['done'] }))).toHaveLength(5);
  });

  it('gives annotations another type that are tied to each other as one command does', async () => {
    const project = richlyCoded();
    const statements: SegmentSelection = {
      by: 'filter',
      filter: { ...everySegment, kinds: ['statement'] },
      except: [],
    };
    const type = 'entity.organisation' as TypeId;
    const codedThen = (): object => {
      const { annotation, ...others } = dump(project) as Record<string, readonly object[]>;
      return { ...others, annotation: annotation?.map((row) => ({ ...row, modified_at: null })) };
    };
    valueOf(await change(project, statements, { name: 'retype', type }));
    const byJob = codedThen();
    valueOf(project.undo());
    valueOf(run(project, { name: 'annotation.retype', annotations: ['s1' as AnnotationId], type }));
    expect(codedThen()).toEqual(byJob);
  });

  it('makes a term of a vocabulary and gives it to all in the same change', async () => {
    const project = richlyCoded();
    const before = dump(project);
    const selection: SegmentSelection = {
      by: 'filter',
      filter: { ...everySegment, kinds: ['statement'] },
      except: [],
    };
    const action = { name: 'term', attribute: 'a.concept' as AttributeId, term: 'Peace' } as const;
    expect(valueOf(await change(project, selection, action))?.annotations).toBe(1);
    const [made] = project.view.termsOf(action.attribute).filter(({ name }) => name === 'Peace');
    expect(
      await ids(project, { attributes: [{ attribute: action.attribute, value: made?.id ?? null }] }),
    ).toEqual(['s1']);
    valueOf(project.undo());
    expect(dump(project)).toEqual(before);
  });
});

describe('exporting what the table shows', () => {
  it('writes the rows in their order, with what their ids stand for', async () => {
    const { project } = makeCorpus();
    const folder = temporaryFolder();
    const write = (format: 'json' | 'csv') =>
      bindCalls(project)['segments.export']({
        job: 'e',
        query: query({ kinds: ['entity'] }, { order: 'text' }),
        hidden: [],
        format,
        out: join(folder, `rows.${format}`),
      });
    expect(valueOf(await write('json')).rows).toBe(4);
    const { rows } = JSON.parse(readFileSync(join(folder, 'rows.json'), 'utf8')) as {
      rows: { fragments: { quote: string }[]; documentName: string; kind: string }[];
    };
    expect(rows.map(({ fragments }) => fragments[0]?.quote)).toEqual([
      'Ёлкин',
      'Лавров',
      'Лавров',
      'Лаврова',
    ]);
    expect(rows[0]).toMatchObject({ documentName: 'первый.txt', kind: 'entity' });
    valueOf(await write('csv'));
    expect(readFileSync(join(folder, 'rows.csv'), 'utf8').split('\r\n')).toHaveLength(6);
  });
});

describe('the filter by what annotations carry', () => {
  it('takes values of attributes, one of several, and those that have none', async () => {
    const project = richlyCoded();
    const found = (attribute: string, value: AttributeCondition['value']) =>
      ids(project, { attributes: [{ attribute: attribute as AttributeId, value }] });
    expect(await found('a.yes', true)).toEqual(['m1']);
    expect(await found('a.yes', false)).toEqual([]);
    expect(await found('a.stances', 'pro')).toEqual(['s1']);
    expect(await found('a.stances', 'contra')).toEqual([]);
    expect(await found('a.concept', 'v2')).toEqual(['s1']);
    expect(await found('a.yes', null)).not.toContain('m1');
  });

  it('takes roles that are filled, that are not, and that an entry fills by its mention', async () => {
    const project = richlyCoded();
    const found = (filler: RoleCondition['filler']) =>
      ids(project, { kinds: ['statement'], roles: [{ role: 'role.speaker' as RoleId, filler }] });
    expect(await found('any')).toEqual(['s1']);
    expect(await found('none')).toEqual([]);
    expect(await found({ entry: 'e.lee' as EntryId })).toEqual(['s1']);
    expect(await found({ entry: 'e.city' as EntryId })).toEqual([]);
  });

  it('takes what lacks something that the codebook requires, and what does not', async () => {
    const project = richlyCoded();
    const found = (completeness: SegmentFilter['completeness']) =>
      ids(project, { kinds: ['statement'], completeness });
    expect(await found(['finished'])).toEqual(['s1']);
    expect(await found(['unfinished'])).toEqual([]);
    const [speaker] = project.view
      .rolesOf('statement.claim' as TypeId)
      .filter(({ id }) => id === 'role.theme');
    if (!speaker) throw new Error('No role');
    const updated = [[speaker, { ...speaker, min: 2 }]] as const;
    valueOf(project.commit({ name: 'role.change', diff: { added: [], updated, removed: [] } }));
    expect(await found(['unfinished'])).toEqual(['s1']);
    expect(await found(['finished'])).toEqual([]);
    expect(await found(['finished', 'unfinished'])).toEqual(['s1']);
  });

  it('takes the metadata of documents: values, parts of them, dates and numbers, and whether there are any', async () => {
    const { project, first, second } = makeCorpus();
    const give = (document: DocumentId, values: Readonly<Record<string, string>>) =>
      valueOf(run(project, { name: 'document.metadata', documents: [document], values }));
    give(first, { source: 'ТАСС, Москва', date: '24.04.2024', words: '9' });
    give(second, { date: '2023-11', words: '1 200' });
    const found = async (...metadata: SegmentFilter['metadata']) => {
      const { rows } = valueOf(
        await bindCalls(project)['segments.page']({
          query: query({ metadata }),
          hidden: [],
          offset: 0,
          limit: 100,
        }),
      );
      const documents = new Set(rows.map(({ annotation }) => annotation.document));
      return [first, second].flatMap((id, index) => (documents.has(id) ? [index + 1] : []));
    };
    const source = (test: MetadataTest) => ({ field: 'source', test });
    expect(await found(source({ by: 'value', value: 'ТАСС, Москва' }))).toEqual([1]);
    expect(await found(source({ by: 'value', value: 'ТАСС' }))).toEqual([]);
    expect(await found(source({ by: 'part', part: 'тасс' }))).toEqual([1]);
    expect(await found(source({ by: 'presence', has: 'none' }))).toEqual([2]);
    expect(await found(source({ by: 'presence', has: 'any' }))).toEqual([1]);
    const date = (from: string | null, to: string | null) =>
      ({ field: 'date', test: { by: 'range', of: 'date', from, to } }) as const;
    expect(await found(date('2023-11-10', '2024-04-24'))).toEqual([1, 2]);
    expect(await found(date(null, '2024-04-23'))).toEqual([2]);
    expect(await found(date('2023-12-01', null))).toEqual([1]);
    const words = { field: 'words', test: { by: 'range', of: 'number', from: '10', to: null } } as const;
    expect(await found(words)).toEqual([2]);
    expect(await found(words, date('2024', null))).toEqual([]);
  });
});

function richlyCoded(): Project {
  const path = join(temporaryFolder(), 'rich.postil');
  richProject(path);
  return reopenProject(path);
}

async function ids(project: Project, filter: Partial<SegmentFilter>): Promise<string[]> {
  const page = await bindCalls(project)['segments.page']({
    query: query(filter),
    hidden: [],
    offset: 0,
    limit: 100,
  });
  return valueOf(page).rows.map(({ annotation }) => annotation.id);
}
