// What coders meet who change a codebook half-way, each in one change that undo takes back whole.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { addDocuments, dump, newProject, run, tag, valueOf } from '../../../tests/support/engine';
import { temporaryFolder } from '../../../tests/support/folder';
import type { CodebookCommand } from '../../core/commands/codebook/command';
import type { AnnotationId, AttributeId, RoleId, TypeId } from '../../core/ids';
import type { AnnotationRecord } from '../../core/model/annotation';
import type { AttributeDomain, AttributeValue } from '../../core/model/codebook';
import { bindCalls } from '../calls/bind';
import { checkProject } from '../check/check-project';
import { makeJobs } from '../jobs/jobs';
import type { Project } from '../project';

const role = (id: string, name: string, fillers: object, more: object = {}) => ({
  id,
  names: { en: name },
  fillers,
  ...more,
});
const choices = (...values: string[]) =>
  values.map((value) => ({ value, names: { en: `${value} mood`, ru: `настроение ${value}` } }));
const oneOf = (...values: string[]) => ({ kind: 'one-of', choices: choices(...values) });

const book = {
  format: 'postil-codebook',
  version: 1,
  types: [
    { id: 'person', kind: 'entity', names: { en: 'person' }, hue: 70 },
    { id: 'country', kind: 'entity', names: { en: 'country' }, hue: 150 },
    {
      id: 'event',
      kind: 'event',
      names: { en: 'event' },
      hue: 0,
      roles: [role('event.guest', 'Guest', { types: ['person'] }, { max: 1 })],
      attributes: [
        { id: 'event.mood', names: { en: 'mood' }, domain: oneOf('good') },
        { id: 'event.size', names: { en: 'size' }, domain: { kind: 'number' } },
        {
          id: 'event.topic',
          names: { en: 'topic' },
          domain: { kind: 'vocabulary' },
          terms: [{ id: 'peace', name: 'Peace' }],
        },
      ],
    },
    {
      id: 'visit',
      kind: 'event',
      names: { en: 'visit' },
      hue: 30,
      roles: [role('visit.guest', 'guest', { types: ['country'] })],
      attributes: [
        { id: 'visit.mood', names: { en: 'Mood' }, domain: oneOf('bad', 'Good') },
        { id: 'visit.size', names: { en: 'size' }, domain: { kind: 'text' } },
        {
          id: 'visit.topic',
          names: { en: 'topic' },
          domain: { kind: 'vocabulary' },
          terms: [
            { id: 'peace too', name: 'peace' },
            { id: 'talks', name: 'talks', parent: 'peace too' },
          ],
        },
        { id: 'visit.kinds', names: { en: 'kinds' }, domain: { ...oneOf('a', 'b'), kind: 'several-of' } },
      ],
    },
  ],
};

let project: Project;
let visit: AnnotationRecord;
let countries: readonly AnnotationRecord[];
let before: unknown;

const set = (annotation: AnnotationRecord, attribute: string, value: AttributeValue): unknown =>
  valueOf(
    run(project, {
      name: 'value.set',
      target: { of: 'annotation', annotations: [annotation.id] },
      attribute: attribute as AttributeId,
      value,
    } as never),
  );

beforeEach(async () => {
  project = newProject();
  const path = join(temporaryFolder(), 'book.json');
  writeFileSync(path, JSON.stringify(book));
  for (const source of [{ from: 'empty' }, { from: 'file', path }] as const)
    valueOf(await bindCalls(project)['codebook.import']({ source, how: 'replace', language: 'en' }));
  const [document] = addDocuments(project, { 'a.txt': 'Oslo and Rome visit' });
  if (!document) throw new Error('no document');
  countries = [tag(project, document.id, 0, 4, 'country'), tag(project, document.id, 9, 13, 'country')];
  visit = tag(project, document.id, 14, 19, 'visit');
  for (const { id } of countries)
    valueOf(
      run(project, {
        name: 'link.fill',
        annotation: visit.id,
        role: 'visit.guest' as RoleId,
        filler: { by: 'annotation', annotation: id },
        replaces: null,
      } as never),
    );
  set(visit, 'visit.mood', 'Good');
  set(visit, 'visit.size', 'big');
  set(visit, 'visit.topic', 'talks');
  set(visit, 'visit.kinds', ['a', 'b']);
  before = dump(project);
});

const valuesNow = (id: AnnotationId) => project.view.find('annotation', id)?.attributes;

/** What the preview says, and the project after the change, sound and able to be taken back. */
async function make(command: CodebookCommand) {
  const preview = valueOf(await bindCalls(project)['codebook.preview']({ command }));
  valueOf(run(project, command));
  const faults = await makeJobs(() => undefined).run('check', (job) => checkProject(project.reader, job));
  expect(valueOf(faults)).toEqual([]);
  return { ...preview, counts: Object.fromEntries(preview.effects.map(({ kind, count }) => [kind, count])) };
}

function takeBack(): void {
  valueOf(project.undo());
  expect(dump(project)).toEqual(before);
  valueOf(project.redo());
}

describe('a type that comes to stand below another with the same roles and attributes', () => {
  const move = (join: boolean): CodebookCommand => ({
    name: 'type.move',
    type: 'visit' as TypeId,
    parent: 'event' as TypeId,
    position: 0,
    keep: true,
    join,
  });

  it('shares them with it, and what was coded follows, however much the one above took', async () => {
    const { doubles, counts } = await make(move(true));
    expect(doubles.map(({ own, other, canJoin }) => [own, other, canJoin])).toEqual([
      ['visit.guest', 'event.guest', true],
      ['visit.mood', 'event.mood', true],
      ['visit.size', 'event.size', false],
      ['visit.topic', 'event.topic', true],
    ]);
    expect(counts).toEqual({ relinked: 2, revalued: 1 });
    const { roles, attributes, terms } = project.view.codebook();
    expect(roles).toMatchObject([
      { id: 'event.guest', max: null, fillers: { types: ['person', 'country'] } },
    ]);
    expect(attributes.map(({ id }) => id).sort()).toEqual(
      ['event.mood', 'event.size', 'event.topic', 'visit.kinds', 'visit.size'].sort(),
    );
    expect(valuesNow(visit.id)).toEqual({
      'event.mood': 'good',
      'visit.size': 'big',
      'event.topic': 'talks',
      'visit.kinds': ['a', 'b'],
    });
    expect(terms.map(({ id, attribute, parent }) => [id, attribute, parent])).toEqual([
      ['peace', 'event.topic', null],
      ['talks', 'event.topic', 'peace'],
    ]);
    expect(project.view.linksOf(visit.id).map((link) => link.role)).toEqual(['event.guest', 'event.guest']);
    takeBack();
  });

  it('has both where that is wanted, and that is told', async () => {
    const { doubles, counts } = await make(move(false));
    expect(doubles).toHaveLength(4);
    expect(counts).toEqual({});
    expect(project.view.codebook().roles).toHaveLength(2);
  });

  it('shares them as well where it comes there because its own parent becomes that one', async () => {
    valueOf(run(project, { ...move(true), name: 'type.move', parent: null, keep: false } as CodebookCommand));
    valueOf(
      run(project, {
        name: 'type.create',
        kind: 'event',
        parent: null,
        type: { names: { en: 'trip' }, guidelines: {}, examples: [], hue: 0, key: null, symmetric: false },
      }),
    );
    const trip = project.view.codebook().types.find(({ names }) => names['en'] === 'trip')?.id;
    if (!trip) throw new Error('no type');
    valueOf(run(project, { ...move(false), parent: trip } as CodebookCommand));
    const { doubles } = await make({
      name: 'type.merge',
      type: trip,
      into: 'event' as TypeId,
      keep: true,
      join: true,
    });
    expect(doubles).toHaveLength(4);
    expect(project.view.linksOf(visit.id).map((link) => link.role)).toEqual(['event.guest', 'event.guest']);
  });
});

describe('an attribute whose choices become a vocabulary', () => {
  const become = (attribute: string, domain: AttributeDomain, language = 'ru'): CodebookCommand => ({
    name: 'attribute.change',
    attribute: attribute as AttributeId,
    change: { domain },
    values: [],
    language,
  });
  const termsOf = (attribute: string) =>
    project.view.codebook().terms.filter((term) => term.attribute === attribute);

  it('has a term for each of them, which its values become', async () => {
    const { effects, counts } = await make(become('visit.mood', { kind: 'vocabulary' }));
    expect(counts).toEqual({ recast: 1 });
    expect(effects[0]?.examples[0]?.values).toEqual(['Good', 'настроение Good']);
    const terms = termsOf('visit.mood');
    expect(terms.map(({ name }) => name).sort()).toEqual(['настроение Good', 'настроение bad']);
    expect(valuesNow(visit.id)?.['visit.mood']).toBe(
      terms.find(({ name }) => name === 'настроение Good')?.id,
    );
    takeBack();
  });

  it('has its choices again where it is one no longer, in their order, and new ones for further terms', async () => {
    await make(become('visit.mood', { kind: 'vocabulary' }));
    valueOf(
      run(project, {
        name: 'term.create',
        attribute: 'visit.mood' as AttributeId,
        term: 'awful',
        parent: null,
        for: null,
      }),
    );
    const { counts } = await make(become('visit.mood', { kind: 'one-of', choices: [] }, 'en'));
    expect(counts).toEqual({ recast: 1 });
    expect(project.view.find('attribute', 'visit.mood' as AttributeId)?.domain).toEqual({
      kind: 'one-of',
      choices: [...choices('bad', 'Good'), { value: 'awful', names: { en: 'awful' } }],
    });
    expect(valuesNow(visit.id)?.['visit.mood']).toBe('Good');
    expect(termsOf('visit.mood')).toEqual([]);
  });

  it('tells where several values were held, of which a term can be only the first', async () => {
    const { effects, counts } = await make(become('visit.kinds', { kind: 'vocabulary' }, 'en'));
    expect(counts).toEqual({ shortened: 1 });
    expect(effects[0]?.examples[0]?.values).toEqual(['a, b', 'a mood']);
    takeBack();
  });

  it('keeps a list as words where it becomes a text', async () => {
    const { counts } = await make(become('visit.kinds', { kind: 'text' }));
    expect(counts).toEqual({ recast: 1 });
    expect(valuesNow(visit.id)?.['visit.kinds']).toBe('a, b');
  });
});
