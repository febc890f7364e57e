import { describe, expect, it } from 'vitest';
import { addDocuments, codeOf, dump, newProject, run, tag, valueOf } from '../../../tests/support/engine';
import type { RoleId, TypeId } from '../../core/ids';
import { codePoint } from '../../core/offsets';
import { checkProject } from '../check/check-project';
import type { Project } from '../project';

const fields = {
  ...{ names: { en: 'threat' }, guidelines: {}, examples: [], hue: 10, key: null },
  symmetric: false,
};

function coded() {
  const project = newProject();
  const [news] = addDocuments(project, { news: 'Мир, мир и война.' });
  if (!news) throw new Error('The document is missing');
  return { project, news, claim: tag(project, news.id, 0, 3, 'statement.claim') };
}

async function expectSound({ reader, jobs }: Project): Promise<void> {
  expect(valueOf(await jobs.run('check', (job) => checkProject(reader, job)))).toEqual([]);
}

const roleOf = (project: Project, type: string, name: string): RoleId => {
  const found = project.view.roles().find((role) => role.type === type && role.names['en'] === name);
  if (!found) throw new Error(`${type} has no ${name}`);
  return found.id;
};

const made = (project: Project) =>
  project.view.codebook().types.find(({ names }) => names['en'] === 'threat')?.id;

describe('what is made while coding', () => {
  it('is one step where a type is made and tagged with', async () => {
    const { project, news } = coded();
    const before = dump(project);
    const annotation = { document: news.id, fragments: [{ start: codePoint(11), end: codePoint(16) }] };
    const use = { by: 'tagging', annotation } as const;
    valueOf(run(project, { name: 'type.create', kind: 'statement', parent: null, type: fields, use }));
    const type = made(project) ?? ('' as TypeId);
    const [tagged] = project.view.annotationsOfTypes([type]);
    expect(tagged).toMatchObject({ fragments: [{ quote: 'война' }] });
    expect(tagged?.version).toBe(project.view.latestVersion()?.id);
    await expectSound(project);
    valueOf(project.undo());
    expect(dump(project)).toEqual(before);
  });

  it('is one step where a type is made and given to an annotation', async () => {
    const { project, claim } = coded();
    const use = { by: 'retyping', annotations: [claim.id] } as const;
    valueOf(run(project, { name: 'type.create', kind: 'statement', parent: null, type: fields, use }));
    expect(project.view.find('annotation', claim.id)?.type).toBe(made(project));
    await expectSound(project);
    valueOf(project.undo());
    expect(project.view.find('annotation', claim.id)?.type).toBe('statement.claim');
    expect(made(project)).toBeUndefined();
  });

  it('is one step where a type is made for what fills a role', async () => {
    const { project, news, claim } = coded();
    const before = dump(project);
    const mention = { document: news.id, fragments: [{ start: codePoint(5), end: codePoint(8) }] };
    const create = (kind: 'entity' | 'event', roleName: string) => {
      const use = {
        ...({ by: 'filling', annotation: claim.id, role: roleOf(project, claim.type, roleName) } as const),
        ...{ replaces: null, mention },
      };
      return run(project, { name: 'type.create', kind, parent: null, type: fields, use });
    };
    expect(codeOf(create('event', 'speaker'))).toBe('filler-refused');
    expect(dump(project)).toEqual(before);

    valueOf(create('entity', 'speaker'));
    const [filler] = project.view.annotationsOfTypes([made(project) ?? ('' as TypeId)]);
    expect(filler).toMatchObject({ fragments: [{ quote: 'мир' }] });
    expect(project.view.linksOf(claim.id)).toMatchObject([{ target: { annotation: filler?.id } }]);
    await expectSound(project);
    valueOf(project.undo());
    expect(dump(project)).toEqual(before);
  });

  it('is one step where a type is made for the further end of a relation', async () => {
    const { project, news, claim } = coded();
    const about = { ...fields, names: { en: 'about' } };
    valueOf(run(project, { name: 'type.create', kind: 'relation', parent: null, type: about }));
    const relation = project.view.codebook().types.find(({ names }) => names['en'] === 'about')?.id;
    if (!relation) throw new Error('The relation is missing');
    const before = dump(project);
    const mention = { document: news.id, fragments: [{ start: codePoint(11), end: codePoint(16) }] };
    const use = { by: 'relating', relation, from: claim.id, mention } as const;
    valueOf(run(project, { name: 'type.create', kind: 'entity', parent: null, type: fields, use }));
    expect(project.view.annotationsOfTypes([relation])).toHaveLength(1);
    await expectSound(project);
    valueOf(project.undo());
    expect(dump(project)).toEqual(before);
  });

  it('is one step where a choice is added and chosen', async () => {
    const { project, claim } = coded();
    const before = dump(project);
    const attribute = project.view
      .codebook()
      .attributes.find(
        ({ owner, domain }) => owner.of === 'type' && owner.type === claim.type && domain.kind === 'one-of',
      )?.id;
    if (!attribute) throw new Error('There is no attribute with choices');
    const choice = { value: 'ironic', names: { en: 'ironic' } };
    const target = { of: 'annotation', annotations: [claim.id] } as const;
    valueOf(run(project, { name: 'choice.add', attribute, choice, for: target }));
    expect(project.view.find('annotation', claim.id)?.attributes[attribute]).toBe('ironic');
    await expectSound(project);
    valueOf(project.undo());
    expect(dump(project)).toEqual(before);
  });
});
