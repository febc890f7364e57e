import { beforeEach, describe, expect, it } from 'vitest';
import { addDocuments, adding, newProject, tag, valueOf } from '../../../tests/support/engine';
import type { AnyRecord } from '../../core/model/records';
import type { AnnotationId, DocumentId } from '../../core/ids';
import { makeJobs } from '../jobs/jobs';
import type { Project } from '../project';
import { checkProject } from './check-project';

const record = (fields: object): AnyRecord => fields as AnyRecord;

const role = (name: string, position: number, acrossDocuments: boolean): AnyRecord =>
  record({
    ...{ record: 'role', id: `meets.${name}`, type: 'meets', position, names: { en: name }, key: null },
    ...{ min: 1, max: 1, fillers: { kinds: ['entity'], types: [], entries: false, spans: false } },
    ...{ acrossDocuments, acyclic: false, sticky: false, origin: null },
  });

const link = (id: string, end: string, filler: AnnotationId): AnyRecord =>
  record({
    ...{ record: 'link', id, annotation: 'tie', role: `meets.${end}`, position: 0, origin: null },
    target: { by: 'annotation', annotation: filler },
  });

let project: Project;
let here: AnnotationId;
let there: AnnotationId;
let tie: AnyRecord;
beforeEach(() => {
  project = newProject();
  const [first, second] = addDocuments(project, { 'a.txt': 'Ли сказал.', 'b.txt': 'Йенсен молчал.' });
  const of = (document: { id: DocumentId } | undefined, end: number) =>
    tag(project, document?.id ?? ('' as DocumentId), 0, end);
  const source = of(first, 2);
  here = source.id;
  there = of(second, 6).id;
  tie = record({ ...source, id: 'tie', type: 'meets', fragments: [] });
});

/** The faults of the project once a relation is in it, as an import of another program's file may bring it. */
async function faultsWith(isAcross: boolean, ...links: readonly AnyRecord[]): Promise<readonly string[]> {
  const type = record({
    ...{ record: 'type', id: 'meets', kind: 'relation', parent: null, position: 99, names: { en: 'meets' } },
    ...{ guidelines: {}, examples: [], hue: 0, key: null, symmetric: false, origin: null },
  });
  const diff = adding(type, role('who', 0, false), role('whom', 1, isAcross), tie, ...links);
  valueOf(project.commit({ name: 'import', diff }));
  const jobs = makeJobs(() => undefined);
  const faults = valueOf(await jobs.run('check', (job) => checkProject(project.reader, job)));
  return faults.map(({ rule, where }) => `${rule} ${where}`);
}

describe('the check of links', () => {
  it('has nothing against a relation between two annotations, across documents where its end allows that', async () => {
    expect(await faultsWith(true, link('1', 'who', here), link('2', 'whom', there))).toEqual([]);
  });

  it('faults a link to an annotation of another document that its role does not allow', async () => {
    expect(await faultsWith(false, link('1', 'who', here), link('2', 'whom', there))).toEqual([
      'link.document link 2',
    ]);
  });

  it('faults a relation that lacks one of its ends', async () => {
    expect(await faultsWith(true, link('1', 'who', here))).toEqual(['relation.ends annotation tie']);
  });

  it('faults a relation that lacks both', async () => {
    expect(await faultsWith(true)).toEqual(['relation.ends annotation tie']);
  });
});
