import { beforeEach, describe, expect, it } from 'vitest';
import { addDocuments, newProject, run, tag, valueOf } from '../../../tests/support/engine';
import type { Command } from '../../core/commands/command';
import type { AnnotationId, DocumentId, RoleId, TypeId } from '../../core/ids';
import type { AnnotationRecord, LinkRecord } from '../../core/model/annotation';
import { checkProject } from '../check/check-project';
import type { Project } from '../project';
import { roles, types } from '../storage/records/codebook';
import { handlers } from './handlers';

let project: Project;
let here: DocumentId;
let there: DocumentId;
let opposes: TypeId;

const change = (command: Command): unknown => valueOf(run(project, command));

beforeEach(() => {
  project = newProject();
  const [first, second] = addDocuments(project, { here: 'Осло против Киева.', there: 'Минск и Рим за мир.' });
  if (!first || !second) throw new Error('A document is missing');
  here = first.id;
  there = second.id;
  const names = { en: 'opposes' };
  const fields = { names, guidelines: {}, examples: [], hue: 1, key: null, symmetric: false };
  change({ name: 'type.create', kind: 'relation', parent: null, type: fields });
  opposes = types.all(project.reader).find(({ kind }) => kind === 'relation')?.id ?? ('none' as TypeId);
  for (const { id } of roles.where(project.reader, 'type = ?', opposes))
    change({ name: 'role.change', role: id, change: { acrossDocuments: true }, retype: null });
});

const read = async (document: DocumentId) => valueOf(await handlers['document.read'](project, { document }));
const relate = (from: AnnotationId, to: AnnotationId): unknown =>
  change({ name: 'relation.create', type: opposes, from, to: { by: 'annotation', annotation: to } });
const quotes = (annotations: readonly AnnotationRecord[]): string[] =>
  annotations.map(({ fragments }) => fragments[0]?.quote ?? 'relation').sort();
const targets = (links: readonly LinkRecord[]): number =>
  new Set(links.map(({ target }) => JSON.stringify(target))).size;

describe('a document that is read', () => {
  it('brings the annotations of other documents that it is linked with, and no others', async () => {
    const oslo = tag(project, here, 0, 4, 'entity.country');
    const minsk = tag(project, there, 0, 5, 'entity.country');
    tag(project, there, 8, 11, 'entity.country');
    relate(oslo.id, minsk.id);
    expect(quotes((await read(here)).linked)).toEqual(['Минск']);
  });

  it('brings a relation that comes from elsewhere with both of its ends', async () => {
    const oslo = tag(project, here, 0, 4, 'entity.country');
    const minsk = tag(project, there, 0, 5, 'entity.country');
    relate(minsk.id, oslo.id);
    const { linked, links } = await read(here);
    expect(quotes(linked)).toEqual(['relation', 'Минск'].sort());
    expect(targets(links)).toBe(2);
  });

  it('brings nothing where all ties stay inside', async () => {
    const oslo = tag(project, here, 0, 4, 'entity.country');
    const kyiv = tag(project, here, 12, 17, 'entity.country');
    relate(oslo.id, kyiv.id);
    expect((await read(here)).linked).toEqual([]);
  });
});

describe('roles in a file', () => {
  const fill = (annotation: AnnotationId, role: string, filler: AnnotationId): Command => ({
    name: 'link.fill',
    annotation,
    role: role as RoleId,
    filler: { by: 'annotation', annotation: filler },
    replaces: null,
  });

  it('take over what was linked last where they are sticky, and undo takes that back with the annotation', () => {
    change({
      name: 'role.change',
      role: 'statement.claim.speaker' as RoleId,
      change: { sticky: true },
      retype: null,
    });
    const oslo = tag(project, here, 0, 4, 'entity.country');
    const kyiv = tag(project, here, 12, 17, 'entity.country');
    const first = tag(project, here, 5, 11, 'statement.claim');
    change(fill(first.id, 'statement.claim.speaker', oslo.id));
    const second = tag(project, here, 0, 11, 'statement.claim');
    change(fill(second.id, 'statement.claim.speaker', kyiv.id));
    const third = tag(project, here, 0, 17, 'statement.claim');
    const speakers = (id: AnnotationId) => project.view.linksOf(id).map(({ target }) => target);
    expect(speakers(third.id)).toEqual([
      { by: 'annotation', annotation: oslo.id },
      { by: 'annotation', annotation: kyiv.id },
    ]);
    valueOf(project.undo());
    expect(project.view.find('annotation', third.id)).toBeUndefined();
    expect(speakers(third.id)).toEqual([]);
  });

  it('are sound after relations and fillers came and went', async () => {
    const oslo = tag(project, here, 0, 4, 'entity.country');
    const minsk = tag(project, there, 0, 5, 'entity.country');
    const visit = tag(project, here, 5, 11, 'event.visit');
    relate(oslo.id, minsk.id);
    change(fill(visit.id, 'event.visit.agent', oslo.id));
    change({ name: 'annotation.delete', annotations: [minsk.id] });
    valueOf(project.undo());
    const { reader, jobs } = project;
    expect(valueOf(await jobs.run('check', (job) => checkProject(reader, job)))).toEqual([]);
  });
});
