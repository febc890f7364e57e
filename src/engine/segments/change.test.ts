import { describe, expect, it } from 'vitest';
import { codeOf, dump, run, valueOf } from '../../../tests/support/engine';
import { makeRelationType, relate } from '../../../tests/support/relations';
import { idOf, ids, makeCorpus, query, quotes, richlyCoded } from '../../../tests/support/segments';
import type { SegmentAction, SegmentSelection } from '../../contract/segments';
import type { AnnotationId, AttributeId, TypeId } from '../../core/ids';
import { codePoint } from '../../core/offsets';
import type { EngineEvents } from '../events';
import type { Project } from '../project';
import type { AttributeValue } from '../../core/model/codebook';
import { everySegment } from '../../core/segments/filter';
import { bindCalls } from '../calls/bind';

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
    const set = (id: string, value: AttributeValue | null, selection: SegmentSelection = persons) =>
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

  it('decides on many part by part, and changes nothing where it is cancelled in between', async () => {
    const { project, first } = makeCorpus();
    const [start, end] = [codePoint(0), codePoint(5)];
    const annotations = Array.from({ length: 1200 }, () => ({
      ...{ document: first, type: 'entity.person' as TypeId, fragments: [{ start, end }] },
    }));
    valueOf(run(project, { name: 'annotation.create', annotations }));
    const before = dump(project);
    const selection: SegmentSelection = {
      by: 'filter',
      filter: { ...everySegment, kinds: ['entity'] },
      except: [],
    };
    let isToStop = true;
    project.events.subscribe((name, event) => {
      if (name !== 'progress' || !isToStop) return;
      const { phase, done, total } = event as EngineEvents['progress'];
      if (phase === 'checking' && done < (total ?? 0)) project.jobs.cancel('change');
    });
    const actions = [{ name: 'delete' }, { name: 'retype', type: 'entity.office' as TypeId }] as const;
    for (const action of actions)
      expect(codeOf(await change(project, selection, action)), action.name).toBe('job-cancelled');
    expect(dump(project)).toEqual(before);
    isToStop = false;
    for (const action of actions.toReversed())
      expect(valueOf(await change(project, selection, action))?.annotations).toBe(1204);
    expect(await quotes(project, query())).toEqual(['встретил', 'говорил']);
    valueOf(project.undo());
    valueOf(project.undo());
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

  it('says how many relations become one by it, or lose an end', async () => {
    const { project, tagged } = makeCorpus();
    const [from, to] = tagged.filter(({ type }) => type === 'entity.person').map(({ id }) => id);
    if (!from || !to) throw new Error('There are no persons');
    const person = 'entity.person' as TypeId;
    const types = ['knows', 'met', 'saw'].map((name) => makeRelationType(project, name, person));
    const relations = types.map((type) => relate(project, type, from, to));
    const [knows] = types;
    if (!knows) throw new Error('There is no relation');
    const retyped = await change(
      project,
      { by: 'ids', annotations: relations },
      { name: 'retype', type: knows },
    );
    expect(valueOf(retyped)).toMatchObject({ annotations: 2, relationsGone: 2 });
    const end = await change(
      project,
      { by: 'ids', annotations: [from] },
      { name: 'retype', type: 'entity.organisation' as TypeId },
    );
    expect(valueOf(end)).toMatchObject({ relationsGone: 1 });
    const deleted = await change(project, { by: 'ids', annotations: [to] }, { name: 'delete' });
    expect(valueOf(deleted)).toMatchObject({ relationsGone: 0 });
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
      await ids(project, {
        attributes: [{ attribute: action.attribute, test: { by: 'value', value: made?.id ?? '' } }],
      }),
    ).toEqual(['s1']);
    valueOf(project.undo());
    expect(dump(project)).toEqual(before);
  });
});
