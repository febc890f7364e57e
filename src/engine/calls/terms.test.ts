import { describe, expect, it } from 'vitest';
import { addDocuments, newProject, run, tag, valueOf } from '../../../tests/support/engine';
import type { AttributeId, CoderId, TermId, TypeId } from '../../core/ids';
import type { AttributeRecord, TermRecord } from '../../core/model/codebook';
import type { AnyRecord } from '../../core/model/records';
import { checkProject } from '../check/check-project';
import { countTerms } from './terms';

const concept = 'statement.claim.concept' as AttributeId;
const attribute: AttributeRecord = {
  record: 'attribute',
  id: concept,
  owner: { of: 'type', type: 'statement.claim' as TypeId },
  position: 9,
  names: { en: 'concept' },
  key: null,
  domain: { kind: 'vocabulary' },
  required: true,
  default: null,
  origin: null,
};
const term = (id: string): TermRecord => ({
  record: 'term',
  id: id as TermId,
  attribute: concept,
  parent: null,
  name: id,
  origin: null,
});

/** A project whose claims have concepts: two times peace, once war. */
function coded() {
  const project = newProject();
  const [news] = addDocuments(project, { news: 'Мир, мир и война.' });
  if (!news) throw new Error('The document is missing');
  const added: AnyRecord[] = [attribute, term('peace'), term('war'), term('trade')];
  valueOf(project.commit({ name: 'codebook.import', diff: { added, updated: [], removed: [] } }));
  const give = (start: number, value: string) => {
    const { id } = tag(project, news.id, start, start + 3, 'statement.claim');
    const target = { of: 'annotation', annotations: [id] } as const;
    valueOf(run(project, { name: 'value.set', target, attribute: concept, value }));
    return id;
  };
  return { project, claims: [give(0, 'peace'), give(5, 'peace'), give(11, 'war')] };
}

describe('the terms of a vocabulary in the file', () => {
  it('are counted, merged with all their values, and parted again by undo', async () => {
    const { project, claims } = coded();
    const counts = (hidden: CoderId[] = []) =>
      valueOf(countTerms(project, { attribute: concept, hidden }) as never);
    expect(counts()).toEqual([
      ['peace', 2],
      ['war', 1],
    ]);
    expect(counts([project.coder])).toEqual([]);
    valueOf(run(project, { name: 'term.merge', terms: ['peace' as TermId], into: 'war' as TermId }));
    expect(counts()).toEqual([['war', 3]]);
    for (const id of claims)
      expect(project.view.find('annotation', id)?.attributes).toEqual({ [concept]: 'war' });
    const { reader, jobs } = project;
    expect(valueOf(await jobs.run('check', (job) => checkProject(reader, job)))).toEqual([]);
    valueOf(project.undo());
    expect(counts()).toEqual([
      ['peace', 2],
      ['war', 1],
    ]);
  });
});
