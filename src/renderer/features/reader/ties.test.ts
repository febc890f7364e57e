import { describe, expect, it } from 'vitest';
import type { AnnotationId, DocumentId, LinkId, RoleId, TypeId } from '../../../core/ids';
import type { AnnotationRecord, LinkRecord, LinkTarget } from '../../../core/model/annotation';
import type { Kind, RoleRecord, TypeRecord } from '../../../core/model/codebook';
import type { Workspace } from '../../stores/workspace/workspace';
import { tentativeTie, tiesOf } from './ties';

const type = (id: string, kind: Kind, symmetric = false) =>
  ({ id: id as TypeId, kind, parent: null, names: { en: id }, hue: 7, symmetric }) as unknown as TypeRecord;
const role = (of: string, name: string, position: number) =>
  ({
    id: `${of}.${name}` as RoleId,
    type: of as TypeId,
    position,
    names: { en: name },
  }) as unknown as RoleRecord;
const annotation = (id: string, of: string, start: number | null) =>
  ({
    id: id as AnnotationId,
    type: of as TypeId,
    document: 'd' as DocumentId,
    fragments: start === null ? [] : [{ start, end: start + 1, quote: id }],
  }) as unknown as AnnotationRecord;
const link = (id: string, from: string, of: string, to: string | LinkTarget) =>
  ({
    id: id as LinkId,
    annotation: from as AnnotationId,
    role: of as RoleId,
    position: 0,
    target: typeof to === 'string' ? { by: 'annotation', annotation: to as AnnotationId } : to,
  }) as unknown as LinkRecord;

const byId = <Item extends { readonly id: string }>(items: readonly Item[]): ReadonlyMap<Item['id'], Item> =>
  new Map(items.map((item) => [item.id, item]));

const cue = { start: 50, end: 55, quote: 'said' } as never;
const annotations = [
  ...[annotation('visit', 'visit', 10), annotation('king', 'person', 0), annotation('oslo', 'place', 20)],
  ...[annotation('near', 'near', null), annotation('lone', 'person', 30)],
];
const workspace = {
  types: byId([
    type('visit', 'event'),
    type('person', 'entity'),
    type('place', 'entity'),
    type('near', 'relation', true),
  ]),
  roles: byId([
    role('visit', 'agent', 0),
    role('visit', 'cue', 1),
    role('near', 'one', 0),
    role('near', 'other', 1),
  ]),
  registry: new Map(),
  open: {
    id: 'd' as DocumentId,
    annotations: byId(annotations),
    linked: new Map(),
    links: byId([
      ...[
        link('1', 'visit', 'visit.agent', 'king'),
        link('2', 'visit', 'visit.cue', { by: 'span', span: cue }),
      ],
      ...[link('3', 'near', 'near.one', 'king'), link('4', 'near', 'near.other', 'oslo')],
      link('5', 'visit', 'visit.agent', 'elsewhere'),
    ]),
  },
} as unknown as Workspace;

const ties = (id: string, isShown: (id: AnnotationId) => boolean = () => true) =>
  tiesOf(workspace, id as AnnotationId, isShown, 'en').map(({ label, from, to }) => [
    label,
    from[0]?.start ?? null,
    to[0]?.start ?? null,
  ]);

describe('the ties of an annotation', () => {
  it('lead to what fills its roles: annotations, words, and what lies elsewhere without a place', () => {
    expect(ties('visit')).toEqual([
      ['Agent', 10, 0],
      ['Cue', 10, 50],
      ['Agent', 10, null],
    ]);
  });

  it('come from what it fills a role in, and go along its relations', () => {
    expect(ties('king')).toEqual([
      ['Agent', 10, 0],
      ['Near', 0, 20],
    ]);
  });

  it('are one where it is a relation, without a direction where that is symmetric', () => {
    expect(ties('near')).toEqual([['Near', 0, 20]]);
    expect(tiesOf(workspace, 'near' as AnnotationId, () => true, 'en')[0]?.isDirected).toBe(false);
  });

  it('are none where nothing is linked, and none to what is hidden', () => {
    expect(ties('lone')).toEqual([]);
    expect(ties('king', (id) => id !== 'visit')).toEqual([['Near', 0, 20]]);
  });
});

it('a tie that is only considered leads to what Enter would take', () => {
  const [subject] = annotations;
  if (!subject) throw new Error('There is no subject');
  const aim = { of: 'role', role: 'visit.agent' as RoleId, replaces: null } as const;
  const filling = { subject, aim, candidate: 'lone' as AnnotationId, isTyping: false };
  expect(tentativeTie(workspace, filling, 'en')).toMatchObject({
    label: 'Agent',
    to: [{ start: 30 }],
    isTentative: true,
  });
  expect(tentativeTie(workspace, { ...filling, candidate: null }, 'en')).toBeNull();
});
