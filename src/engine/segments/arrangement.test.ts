import { describe, expect, it } from 'vitest';
import { addDocuments, adding, joinProject, run, tag, valueOf } from '../../../tests/support/engine';
import { makeCorpus, idOf, ids, inCorpus, query, quotes, richlyCoded } from '../../../tests/support/segments';
import type { AnnotationId, CoderId, TypeId } from '../../core/ids';
import { kinds } from '../../core/model/codebook';
import type { AnyRecord } from '../../core/model/records';
import { everySegment, segmentGroupings, segmentOrders, type SegmentQuery } from '../../core/segments/filter';
import type { Project } from '../project';
import { bindCalls } from '../calls/bind';
import type { Reader } from '../storage/file/connection';
import { arrange } from './arrangements';
import { sortKey } from './headings';

/** Adds a type of relations between entities. */
function addMeeting(project: Project): void {
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
}

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

  it('is sorted by text whatever stands before its first letter, relations last, as it is under headings too', async () => {
    const project = richlyCoded();
    const words = ['«Ёж»', '«… — … елка»', 'ель', '(…) «Еда', '"ЁЖИК"', '…', '😀 ежи', 'Я', 'ёж', 'еж'];
    const text = words.join('\n');
    const [document] = addDocuments(project, { 'слова.txt': text });
    if (!document) throw new Error('No document');
    const tagged: AnnotationId[] = [];
    let start = 0;
    for (const word of words) {
      const length = Array.from(word).length;
      tagged.push(tag(project, document.id, start, start + length, 'entity.person').id);
      start += length + 1;
    }
    addMeeting(project);
    const [from, annotation] = tagged;
    if (!from || !annotation) throw new Error('Nothing tagged');
    const to = { by: 'annotation', annotation } as const;
    valueOf(run(project, { name: 'relation.create', type: 'meets' as TypeId, from, to }));
    for (const descending of [false, true]) {
      const plain = query({}, { order: 'text', descending });
      // A filter that lets everything through, so that every annotation is read.
      const read = { ...plain, filter: { ...everySegment, kinds: [...kinds] } };
      const all = await quotes(project, plain);
      expect(all).toEqual(await quotes(project, read));
      const sorted = words.map(sortKey).sort();
      const mine = all.filter((word) => words.includes(word)).map(sortKey);
      expect(mine).toEqual(descending ? sorted.toReversed() : sorted);
      expect(all.at(descending ? 0 : -1)).toBe('');
      for (const [place, id] of (await ids(project, {}, plain)).entries())
        expect(
          valueOf(
            await bindCalls(project)['segments.place']({ query: plain, annotation: id as AnnotationId }),
          ),
        ).toBe(place);
      const count = valueOf(await bindCalls(project)['segments.count']({ query: plain }));
      expect(count).toEqual({ total: all.length, groups: [] });
    }
  });

  it('has its first rows by text under a filter before it has read what stands in each document', async () => {
    const { project } = makeCorpus();
    for (const filter of [{ kinds: [...kinds] }, { types: ['entity.person' as TypeId] }, { text: 'в' }])
      for (const descending of [false, true]) {
        const asked: string[] = [];
        const ask = (sql: string) => (asked.push(sql), project.reader.query(sql));
        const reader = Object.create(project.reader, { query: { value: ask } }) as Reader;
        const arrangement = arrange(reader, query(filter, { order: 'text', descending }));
        const first = await arrangement.rows(0, 100);
        const second = await arrangement.rows(1, 2);
        expect(asked.filter((sql) => sql.includes('a.document = ?'))).toEqual([]);
        expect((await arrangement.count()).total).toBe(first.length);
        expect(await arrangement.rows(0, 100)).toEqual(first);
        expect(await arrangement.rows(1, 2)).toEqual(second);
      }
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
    addMeeting(project);
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
