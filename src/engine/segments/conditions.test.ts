import { describe, expect, it } from 'vitest';
import { run, tag, valueOf } from '../../../tests/support/engine';
import { makeCorpus, idOf, query, quotes, richlyCoded, ids } from '../../../tests/support/segments';
import type { AttributeId, DocumentId, EntryId, RoleId, TypeId } from '../../core/ids';
import type { MetadataTest } from '../../core/segments/metadata';
import type { AttributeTest, RoleCondition, SegmentFilter } from '../../core/segments/filter';
import type { AttributeRecord, AttributeValue } from '../../core/model/codebook';
import { bindCalls } from '../calls/bind';

const attributeOf = (
  id: AttributeId,
  owner: AttributeRecord['owner'],
  kind: 'number' | 'date' | 'text',
): AttributeRecord => ({
  ...{ record: 'attribute', id, owner, position: 0, names: { en: id }, key: null, domain: { kind } },
  ...{ required: false, default: null, origin: null },
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

describe('the filter by what annotations carry', () => {
  it('takes values of attributes, one of several, and those that have none', async () => {
    const project = richlyCoded();
    const ask = (attribute: string, test: AttributeTest) =>
      ids(project, { attributes: [{ attribute: attribute as AttributeId, test }] });
    const found = (attribute: string, value: AttributeValue) => ask(attribute, { by: 'value', value });
    expect(await found('a.yes', true)).toEqual(['m1']);
    expect(await found('a.yes', false)).toEqual([]);
    expect(await found('a.stances', 'pro')).toEqual(['s1']);
    expect(await found('a.stances', 'contra')).toEqual([]);
    expect(await found('a.concept', 'v2')).toEqual(['s1']);
    expect(await ask('a.yes', { by: 'presence', has: 'any' })).toEqual(['m1']);
    expect(await ask('a.yes', { by: 'presence', has: 'none' })).not.toContain('m1');
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

  it('takes numbers and dates between two, and parts of texts; only what could have a value has none', async () => {
    const { project, tagged } = makeCorpus();
    const give = (kind: 'number' | 'date' | 'text', values: readonly AttributeValue[]): AttributeId => {
      const id = kind as AttributeId;
      const owner = { of: 'type', type: 'entity.person' as TypeId } as const;
      const added = [attributeOf(id, owner, kind)];
      valueOf(project.commit({ name: 'attribute.create', diff: { added, updated: [], removed: [] } }));
      values.forEach((value, index) => {
        const annotations = [idOf(tagged[index])];
        valueOf(
          run(project, {
            name: 'value.set',
            target: { of: 'annotation', annotations },
            attribute: id,
            value,
          }),
        );
      });
      return id;
    };
    const found = (attribute: AttributeId, test: AttributeTest) =>
      quotes(project, query({ attributes: [{ attribute, test }] }));
    const age = give('number', [74, 8]);
    expect(await found(age, { by: 'range', of: 'number', from: '9', to: null })).toEqual(['Лавров']);
    expect(await found(age, { by: 'range', of: 'number', from: null, to: '9' })).toEqual(['Ёлкин']);
    expect(await found(age, { by: 'presence', has: 'any' })).toEqual(['Ёлкин', 'Лавров']);
    expect(await found(age, { by: 'presence', has: 'none' })).toEqual(['Лаврова', 'Лавров']);
    const born = give('date', ['1950-03', { edtf: '1961', words: 'в 1961 году' }]);
    expect(await found(born, { by: 'range', of: 'date', from: '1950', to: 'март 1950' })).toEqual(['Лавров']);
    expect(await found(born, { by: 'part', part: '1961 ГОДУ' })).toEqual(['Ёлкин']);
    const remark = give('text', ['министр', 'дипломат']);
    expect(await found(remark, { by: 'part', part: 'МИНИ' })).toEqual(['Лавров']);
  });

  it('takes attributes and roles of all types where they are alike, and of each any of what is asked', async () => {
    const { project, first } = makeCorpus();
    const claim = tag(project, first, 0, 5, 'statement.claim');
    const demand = tag(project, first, 6, 14, 'statement.demand');
    const visit = tag(project, first, 15, 22, 'statement.proposal');
    const stances = [claim, demand, visit].map(({ type }) => {
      const own = project.view
        .codebook()
        .attributes.find(
          ({ owner, names }) => owner.of === 'type' && owner.type === type && names['en'] === 'stance',
        );
      if (!own) throw new Error(`No stance of ${type}`);
      return own;
    });
    const [ofClaim] = stances;
    if (ofClaim?.domain.kind !== 'one-of') throw new Error('No choice');
    const [yes, no, neutral] = ofClaim.domain.choices.map(({ value }) => value);
    [claim, demand, visit].forEach(({ id }, index) => {
      const [attribute, value] = [stances[index]?.id ?? ofClaim.id, [yes, no, neutral][index] ?? null];
      const target = { of: 'annotation', annotations: [id] } as const;
      valueOf(run(project, { name: 'value.set', target, attribute, value }));
    });
    const found = async (...values: readonly (string | undefined)[]) =>
      (
        await ids(project, {
          attributes: values.map((value = '') => ({
            attribute: ofClaim.id,
            test: { by: 'value', value },
          })),
        })
      ).toSorted();
    expect(await found(no)).toEqual([demand.id]);
    expect(await found(yes, no)).toEqual([claim.id, demand.id].toSorted());
    const speakers = project.view.codebook().roles.filter(({ names }) => names['en'] === 'speaker');
    const [speaker, another] = speakers;
    if (!speaker || !another) throw new Error('Too few speakers');
    const unfilled = await ids(project, { roles: [{ role: speaker.id, filler: 'none' }] });
    expect(unfilled).toEqual(expect.arrayContaining([claim.id, demand.id]));
    expect(unfilled).not.toContain(tag(project, first, 0, 5).id);
    expect(
      await quotes(project, query({ roles: [{ role: speaker.id, filler: 'none' }], kinds: ['entity'] })),
    ).toEqual([]);
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
