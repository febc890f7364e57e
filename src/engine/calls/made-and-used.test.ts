import { describe, expect, it } from 'vitest';
import { addDocuments, dump, newProject, run, tag, valueOf } from '../../../tests/support/engine';
import type { TypeId } from '../../core/ids';
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
