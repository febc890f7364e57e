import type { EntryId, Timestamp } from '../../src/core/ids';
import type { EntryRecord } from '../../src/core/model/annotation';
import type { AnyRecord } from '../../src/core/model/records';
import { plainEntry } from '../../src/core/registry/plain-entry';
import type { Project } from '../../src/engine/project';
import { addDocuments, adding, documentOf, newProject, run, tag, valueOf } from './engine';

export const richText = 'Министр 🇳🇴 Ли сказал в Осло: «Да».\r\nВстреча прошла 22 ноября.';

const at = '2026-11-22T09:30:00.000Z' as Timestamp;

/** The place of some words in the text, in code points. */
function span(quote: string): { start: number; end: number; quote: string } {
  const before = richText.slice(0, richText.indexOf(quote));
  const start = Array.from(before).length;
  return { start, end: start + Array.from(quote).length, quote };
}

/** A role, an attribute and so on that differ from the others of their kind in what is told. */
const role = (id: string, type: string, fillers: object, max: number | null): AnyRecord =>
  ({
    record: 'role',
    id,
    type,
    position: 0,
    names: { en: id },
    key: null,
    min: 0,
    max,
    fillers: { kinds: [], types: [], entries: false, spans: false, ...fillers },
    acrossDocuments: false,
    acyclic: false,
    sticky: false,
    origin: null,
  }) as unknown as AnyRecord;

const attribute = (id: string, owner: object, domain: object, preset: unknown = null): AnyRecord =>
  ({
    record: 'attribute',
    id,
    owner,
    position: 0,
    names: { en: id },
    key: null,
    domain,
    required: false,
    default: preset,
    origin: null,
  }) as unknown as AnyRecord;

const term = (id: string, of: string, parent: string | null): AnyRecord =>
  ({ record: 'term', id, attribute: of, parent, name: id, origin: null }) as unknown as AnyRecord;

const entry = (id: string, kind: EntryRecord['kind'], more: object): AnyRecord => ({
  ...plainEntry(id as EntryId, kind, id),
  ...more,
});

const annotation = (id: string, type: string, fragments: readonly object[], more: object): AnyRecord =>
  ({
    record: 'annotation',
    id,
    document: 'd1',
    type,
    coder: '',
    version: null,
    fragments,
    entry: null,
    attributes: {},
    status: 'draft',
    note: '',
    createdAt: at,
    modifiedAt: at,
    origin: null,
    ...more,
  }) as unknown as AnyRecord;

const link = (id: string, of: string, name: string, target: object): AnyRecord =>
  ({
    record: 'link',
    id,
    annotation: of,
    role: name,
    position: 0,
    target,
    origin: null,
  }) as unknown as AnyRecord;

const choices = [
  { value: 'pro', names: {} },
  { value: 'contra', names: {} },
];

const records: readonly AnyRecord[] = [
  role('role.speaker', 'statement.claim', { kinds: ['entity'], entries: true }, 1),
  role('role.cue', 'statement.claim', { spans: true }, null),
  role('role.theme', 'statement.claim', { types: ['event.meeting'] }, null),
  attribute('a.yes', { of: 'type', type: 'event.meeting' }, { kind: 'yes-no' }, true),
  attribute('a.number', { of: 'type', type: 'event.meeting' }, { kind: 'number' }),
  attribute('a.date', { of: 'type', type: 'event.meeting' }, { kind: 'date' }),
  attribute('a.stance', { of: 'type', type: 'statement.claim' }, { kind: 'one-of', choices }),
  attribute('a.stances', { of: 'type', type: 'statement.claim' }, { kind: 'several-of', choices }),
  attribute('a.concept', { of: 'type', type: 'statement.claim' }, { kind: 'vocabulary' }),
  attribute('a.other', { of: 'type', type: 'statement.claim' }, { kind: 'vocabulary' }),
  attribute('a.gender', { of: 'entry' }, { kind: 'text' }),
  attribute('a.source', { of: 'document' }, { kind: 'text' }),
  term('v1', 'a.concept', null),
  term('v2', 'a.concept', 'v1'),
  term('w1', 'a.other', null),
  entry('e.city', 'entity', {}),
  entry('e.lee', 'entity', {
    type: 'entity.person',
    aliases: ['Ли', 'Lee'],
    identifiers: [
      { scheme: 'wikidata', value: 'Q1' },
      { scheme: 'viaf', value: '2' },
    ],
    attributes: { 'a.gender': 'm' },
  }),
  entry('e.meeting', 'event', { date: '2026-11-22', place: 'e.city' }),
  annotation('p1', 'entity.person', [span('Министр'), span('Ли')], {
    entry: 'e.lee',
  }),
  annotation('m1', 'event.meeting', [span('Встреча')], {
    entry: 'e.meeting',
    attributes: { 'a.yes': true, 'a.number': 2, 'a.date': '2026-11' },
  }),
  annotation('s1', 'statement.claim', [span('Да')], {
    attributes: { 'a.stance': 'pro', 'a.stances': ['pro'], 'a.concept': 'v2' },
  }),
  link('l1', 's1', 'role.speaker', { by: 'annotation', annotation: 'p1' }),
  link('l2', 's1', 'role.cue', { by: 'span', span: span('сказал') }),
  link('l3', 's1', 'role.theme', { by: 'annotation', annotation: 'm1' }),
  {
    record: 'segmentation',
    id: 'g1',
    document: 'd1',
    unit: 'sentence',
    spans: [
      [0, 35],
      [36, 61],
    ],
    origin: { format: 'test', id: '7', fields: { more: [1] } },
  } as unknown as AnyRecord,
];

/**
 * A project with every kind of record, where each rule has something to look at, and a journal with changes of a
 * coder that were undone and done again. Closed.
 */
export function richProject(path: string): void {
  const project = newProject(path);
  const document = { ...documentOf('a.txt', richText), id: 'd1', attributes: { 'a.source': 'news' } };
  const coded = records.map((record) =>
    record.record === 'annotation' ? { ...record, coder: project.coder } : record,
  );
  valueOf(
    project.commit({
      name: 'import',
      diff: adding(document as unknown as AnyRecord, ...coded),
      texts: new Map([[document.sha256, richText]]),
    }),
  );
  workOn(project);
  project.reader.close();
}

/** Some changes more: a removed document, whose text is kept for undo; a change undone, one dropped, one done again. */
function workOn(project: Project): void {
  const [removed] = addDocuments(project, { 'gone.txt': 'Gone' });
  if (!removed) throw new Error('No document was added');
  tag(project, removed.id, 0, 4);
  valueOf(run(project, { name: 'document.remove', documents: [removed.id] }));
  tag(project, 'd1' as never, 0, 7);
  valueOf(project.undo());
  tag(project, 'd1' as never, 24, 28, 'entity.place');
  valueOf(project.undo());
  valueOf(project.redo());
  tag(project, 'd1' as never, 11, 13);
  valueOf(project.undo());
}
