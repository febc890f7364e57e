import { beforeEach, describe, expect, it } from 'vitest';
import { addDocuments, codeOf, dump, newProject, run, tag, valueOf } from '../../../tests/support/engine';
import { makeRelationType, relate as tie } from '../../../tests/support/relations';
import { previewCommand } from '../../core/commands/codebook/decide';
import type { CodebookCommand } from '../../core/commands/codebook/command';
import type { AnnotationId, AttributeId, TypeId } from '../../core/ids';
import { checkProject } from '../check/check-project';
import type { Project } from '../project';
import { handlers } from './handlers';

let project: Project;
let [lee, jensen]: AnnotationId[] = [];

const id = (annotation: AnnotationId | undefined): AnnotationId => annotation ?? ('' as AnnotationId);

/** Makes a type of relation, with an attribute of the name “since”. */
function relationType(name: string): { readonly type: TypeId; readonly since: AttributeId } {
  const type = makeRelationType(project, name);
  const attribute = {
    ...{ names: { en: 'since' }, key: null, domain: { kind: 'text' } as const },
    ...{ required: false, default: null },
  };
  valueOf(run(project, { name: 'attribute.create', owner: { of: 'type', type }, attribute }));
  const since = project.view.attributesOf(type)[0]?.id;
  if (!since) throw new Error('The attribute is missing');
  return { type, since };
}

/** Ties two annotations together, and says since when. */
function relate(
  { type, since }: ReturnType<typeof relationType>,
  from: AnnotationId | undefined,
  to: AnnotationId | undefined,
  value: string | null = null,
): AnnotationId {
  const made = tie(project, type, id(from), id(to));
  const target = { of: 'annotation', annotations: [made] } as const;
  if (value !== null) valueOf(run(project, { name: 'value.set', target, attribute: since, value }));
  return made;
}

async function rulesBroken(): Promise<readonly string[]> {
  const { reader, jobs } = project;
  const faults = valueOf(await jobs.run('check', (job) => checkProject(reader, job)));
  return faults.map(({ rule }) => rule);
}

/** How many annotations and links there are. */
function counts(): { readonly annotation: number; readonly link: number } {
  const count = (table: 'annotation' | 'link'): number =>
    project.reader.query<{ n: number }>(`SELECT count(*) AS n FROM ${table}`).first()?.n ?? 0;
  return { annotation: count('annotation'), link: count('link') };
}

const effects = (command: CodebookCommand) =>
  Object.fromEntries(
    valueOf(previewCommand(command, project.view, project.context())).effects.map(
      ({ kind, count }) => [kind, count] as const,
    ),
  );

beforeEach(() => {
  project = newProject();
  const [news] = addDocuments(project, { news: 'Ли и Йенсен.' });
  if (!news) throw new Error('The document is missing');
  lee = tag(project, news.id, 0, 2).id;
  jensen = tag(project, news.id, 5, 11).id;
});

describe('relations that come to say the same', () => {
  it('become one where they are given another type, with what either of them knew', async () => {
    const [knows, met] = [relationType('knows'), relationType('met')];
    const kept = relate(knows, lee, jensen);
    const other = relate(met, lee, jensen, 'May');
    const before = dump(project);
    valueOf(run(project, { name: 'annotation.retype', annotations: [other], type: knows.type }));
    expect(project.view.annotationsOfTypes([knows.type, met.type])).toMatchObject([
      { id: kept, attributes: { [knows.since]: 'May' } },
    ]);
    expect(await rulesBroken()).toEqual([]);
    valueOf(project.undo());
    expect(dump(project)).toEqual(before);
  });

  it('become one where several that tie the same get another type at once', async () => {
    const [knows, met, saw] = [relationType('knows'), relationType('met'), relationType('saw')];
    const first = relate(met, lee, jensen);
    const annotations = [relate(saw, lee, jensen), first];
    valueOf(run(project, { name: 'annotation.retype', annotations, type: knows.type }));
    expect(project.view.annotationsOfTypes([knows.type])).toMatchObject([{ id: first }]);
    expect(await rulesBroken()).toEqual([]);
  });

  it('become one where their types do, and the preview says so', async () => {
    const [knows, met] = [relationType('knows'), relationType('met')];
    const kept = relate(knows, lee, jensen, 'April');
    relate(met, lee, jensen, 'May');
    relate(met, jensen, lee);
    const merge = { name: 'type.merge', type: met.type, into: knows.type, keep: false, join: false } as const;
    expect(effects(merge)).toMatchObject({ joined: 1, retyped: 1 });
    expect(effects(merge)).not.toHaveProperty('deleted');
    const before = dump(project);
    valueOf(run(project, merge));
    const left = project.view.annotationsOfTypes([knows.type]);
    expect(left).toHaveLength(2);
    expect(left.find((one) => one.id === kept)?.attributes).toEqual({ [knows.since]: 'April' });
    expect(await rulesBroken()).toEqual([]);
    valueOf(project.undo());
    expect(dump(project)).toEqual(before);
  });

  it('become one where their ends may come in either order from now on', async () => {
    const knows = relationType('knows');
    relate(knows, lee, jensen);
    relate(knows, jensen, lee);
    const change = { name: 'type.change', type: knows.type, change: { symmetric: true } } as const;
    expect(effects(change)).toMatchObject({ joined: 1 });
    valueOf(run(project, change));
    expect(project.view.annotationsOfTypes([knows.type])).toHaveLength(1);
    expect(await rulesBroken()).toEqual([]);
  });

  it('are refused where a deleted one is to come back, and so is one that has lost an end', async () => {
    const knows = relationType('knows');
    const restore = (one: AnnotationId) =>
      handlers['history.restore'](project, { records: [{ record: 'annotation', id: one }] });
    const first = relate(knows, lee, jensen);
    valueOf(run(project, { name: 'annotation.delete', annotations: [first] }));
    const second = relate(knows, lee, jensen);
    expect(codeOf(await restore(first))).toBe('relation-twice');

    valueOf(run(project, { name: 'annotation.delete', annotations: [id(jensen)] }));
    expect(project.view.find('annotation', second)).toBeUndefined();
    expect(codeOf(await restore(second))).toBe('restore-incomplete');
    // With its end, the relation is back.
    valueOf(await restore(id(jensen)));
    expect(project.view.find('annotation', second)).toBeDefined();
    expect(await rulesBroken()).toEqual([]);
  });

  it('come back with an end that is restored, with their values, unless the other end is gone', async () => {
    const knows = relationType('knows');
    const restore = async (one: AnnotationId | undefined) =>
      valueOf(
        await handlers['history.restore'](project, { records: [{ record: 'annotation', id: id(one) }] }),
      );
    const relation = relate(knows, lee, jensen, 'May');
    const before = dump(project);
    valueOf(run(project, { name: 'annotation.delete', annotations: [id(jensen)] }));
    const wanted = { record: null, text: 'ли → йен', withUndone: false, hidden: [], offset: 0, limit: 10 };
    const found = valueOf(await handlers['history.deleted'](project, wanted));
    expect(found.rows).toMatchObject([{ id: relation, label: 'Ли → Йенсен', type: { en: 'knows' } }]);
    await restore(jensen);
    expect(dump(project)).toEqual(before);

    valueOf(run(project, { name: 'annotation.delete', annotations: [id(lee), id(jensen)] }));
    await restore(jensen);
    expect(project.view.find('annotation', relation)).toBeUndefined();
    expect(await rulesBroken()).toEqual([]);
    await restore(lee);
    expect(dump(project)).toEqual(before);
  });

  it('come back with the second of their ends, though the first was deleted and restored by itself', async () => {
    const knows = relationType('knows');
    const remove = (...annotations: AnnotationId[]) =>
      valueOf(run(project, { name: 'annotation.delete', annotations }));
    const restore = async (one: AnnotationId | undefined) =>
      valueOf(
        await handlers['history.restore'](project, { records: [{ record: 'annotation', id: id(one) }] }),
      );
    const relation = relate(knows, lee, jensen, 'May');
    const before = dump(project);
    for (const [first, second] of [
      [lee, jensen],
      [jensen, lee],
    ]) {
      remove(id(first));
      remove(id(second));
      await restore(first);
      expect(project.view.find('annotation', relation)).toBeUndefined();
      await restore(second);
      expect(dump(project)).toEqual(before);
    }

    // One that was deleted by itself stays so.
    remove(relation);
    remove(id(lee));
    remove(id(jensen));
    await restore(lee);
    await restore(jensen);
    expect(project.view.find('annotation', relation)).toBeUndefined();
    expect(await rulesBroken()).toEqual([]);
  });

  it('come back with their type', async () => {
    const knows = relationType('knows');
    relate(knows, lee, jensen, 'May');
    const { annotation, link } = counts();
    valueOf(run(project, { name: 'type.remove', type: knows.type, to: null, keep: false }));
    expect(counts().annotation).toBe(annotation - 1);
    valueOf(await handlers['history.restore'](project, { records: [{ record: 'type', id: knows.type }] }));
    expect(counts()).toEqual({ annotation, link });
    expect(await rulesBroken()).toEqual([]);
  });

  it('are a fault for the check where they came otherwise', async () => {
    const knows = relationType('knows');
    const relation = project.view.find('annotation', relate(knows, lee, jensen));
    if (!relation) throw new Error('The relation is missing');
    const links = project.view.linksOf(relation.id).map((link, index) => ({
      ...link,
      ...{ id: `twin ${index}` as typeof link.id, annotation: 'twin' as AnnotationId },
    }));
    const added = [{ ...relation, id: 'twin' as AnnotationId }, ...links];
    valueOf(project.commit({ name: 'import', diff: { added, updated: [], removed: [] } }));
    expect(await rulesBroken()).toEqual(['relation.twice']);
  });
});
