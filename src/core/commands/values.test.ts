import { describe, expect, it } from 'vitest';
import { memoryView } from '../../../tests/support/memory-view';
import {
  annotationOf,
  attributeOf,
  changeContext,
  documentOf,
  now,
  typeOf,
} from '../../../tests/support/records';
import { recordsAfter, type Diff } from '../diff';
import type { AnnotationId, AttributeId, DocumentId, EntryId, TermId, TypeId } from '../ids';
import type { AnnotationRecord } from '../model/annotation';
import type { AttributeRecord, TermRecord, TypeRecord } from '../model/codebook';
import { codePoint } from '../offsets';
import { plainEntry } from '../registry/plain-entry';
import { missingValues } from '../rules/unfinished-values';
import { attributesFor } from '../rules/value-rules';
import type { Command } from './command';
import { decide } from './decide';

const term = (id: string, parent: string | null = null): TermRecord => ({
  record: 'term',
  id: id as TermId,
  attribute: 'statement.concept' as AttributeId,
  parent: parent as TermId | null,
  name: id,
  origin: null,
});

const annotation = (
  id: string,
  of: string,
  attributes: AnnotationRecord['attributes'] = {},
): AnnotationRecord => annotationOf(id, of, { attributes });

const document = documentOf('news', { metadata: { source: 'agency', author: 'N' }, length: 3 });
const later = documentOf('later', { ...document, id: 'later' as DocumentId, name: 'later', position: 1 });
const entry = plainEntry('norway' as EntryId, 'entity', 'Norway');

const signs = { kind: 'one-of', choices: ['yes', 'no'].map((value) => ({ value, names: {} })) } as const;
const polarity = attributeOf('event', 'polarity', signs, { default: 'yes' });
const date = attributeOf('visit', 'date', { kind: 'date' }, { required: true });
const otherDate = attributeOf('talks', 'date', { kind: 'date' });
const concept = attributeOf('statement', 'concept', { kind: 'vocabulary' }, { required: true });
const language = attributeOf('document', 'language', { kind: 'text' });
const role = attributeOf('entry', 'role', { kind: 'several-of', choices: signs.choices });

const visit = annotation('visit', 'visit', { 'event.polarity': 'yes' });
const talks = annotation('talks', 'talks');
const claim = annotation('claim', 'statement', { 'statement.concept': 'peace' });
const second = annotation('second', 'statement', { 'statement.concept': 'calm' });
const terms = [term('politics'), term('peace', 'politics'), term('calm', 'peace'), term('war')];

const view = memoryView(
  [
    ...[typeOf('event', 'event'), typeOf('visit', 'event', 'event'), typeOf('talks', 'event', 'event')],
    typeOf('statement', 'statement'),
    ...[polarity, date, otherDate, concept, language, role, ...terms],
    ...[document, later, entry, visit, talks, claim, second],
  ],
  'abc',
);

const context = changeContext();

function diffOf(command: Command): Diff {
  const result = decide(command, view, context);
  if (!result.ok) throw new Error(`${result.problem.code} ${JSON.stringify(result.problem.params)}`);
  return result.value;
}
const problemOf = (command: Command) => {
  const result = decide(command, view, context);
  return result.ok ? null : result.problem;
};
const on = (...annotations: AnnotationRecord[]) =>
  ({ of: 'annotation', annotations: annotations.map(({ id }) => id) }) as const;
const set = (
  target: Extract<Command, { name: 'value.set' }>['target'],
  { id }: AttributeRecord,
  value: Extract<Command, { name: 'value.set' }>['value'],
): Command => ({ name: 'value.set', target, attribute: id, value });
const named = (id: string): TermId => id as TermId;

describe('value.set', () => {
  it('gives an annotation a value, beside those that it has', () => {
    expect(diffOf(set(on(visit), date, { edtf: '2023-11', words: 'в ноябре' }))).toEqual({
      added: [],
      updated: [
        [
          visit,
          {
            ...visit,
            attributes: { 'event.polarity': 'yes', 'visit.date': { edtf: '2023-11', words: 'в ноябре' } },
            modifiedAt: now,
          },
        ],
      ],
      removed: [],
    });
  });

  it('takes a value away, and changes nothing where there is none', () => {
    expect(recordsAfter(diffOf(set(on(visit), polarity, null)), 'annotation')[0]?.attributes).toEqual({});
    expect(diffOf(set(on(talks), polarity, null)).updated).toEqual([]);
  });

  it('gives annotations of several types the value in their own attribute of the same name', () => {
    const after = recordsAfter(diffOf(set(on(visit, talks), date, '2023')), 'annotation');
    expect(after.map(({ attributes }) => attributes)).toEqual([
      { 'event.polarity': 'yes', 'visit.date': '2023' },
      { 'talks.date': '2023' },
    ]);
  });

  it('refuses what the attribute does not take, and what has no such attribute', () => {
    expect(problemOf(set(on(visit), date, '31.11.2023'))).toEqual({
      code: 'value-refused',
      params: { attribute: 'date' },
    });
    expect(problemOf(set(on(visit), polarity, 'maybe'))?.code).toBe('value-refused');
    expect(problemOf(set(on(claim), concept, 'none'))?.code).toBe('value-refused');
    expect(problemOf(set(on(claim), date, '2023'))).toEqual({
      code: 'value-owner',
      params: { attribute: 'date' },
    });
    expect(problemOf(set({ of: 'document', documents: [document.id] }, role, ['yes']))?.code).toBe(
      'value-owner',
    );
    expect(problemOf(set(on(visit, claim), date, '2023'))?.code).toBe('value-owner');
    expect(problemOf(set(on({ ...visit, id: 'gone' as AnnotationId }), date, null))?.code).toBe(
      'record-missing',
    );
  });

  it('gives entries and documents values as well', () => {
    const given = diffOf(set({ of: 'entry', entries: [entry.id] }, role, ['no', 'yes']));
    expect(recordsAfter(given, 'entry')[0]?.attributes).toEqual({ 'entry.role': ['no', 'yes'] });
    const both = { of: 'document', documents: [document.id, later.id] } as const;
    expect(recordsAfter(diffOf(set(both, language, 'ru')), 'document')).toMatchObject([
      { id: 'news', attributes: { 'document.language': 'ru' } },
      { id: 'later', attributes: { 'document.language': 'ru' } },
    ]);
  });
});

describe('a new annotation', () => {
  it('has the defaults of its type and of those above it', () => {
    const create = (of: string): Command => ({
      name: 'annotation.create',
      annotations: [
        {
          document: document.id,
          type: of as TypeId,
          fragments: [{ start: codePoint(0), end: codePoint(1) }],
        },
      ],
    });
    expect(recordsAfter(diffOf(create('visit')), 'annotation')[0]?.attributes).toEqual({
      'event.polarity': 'yes',
    });
    expect(recordsAfter(diffOf(create('statement')), 'annotation')[0]?.attributes).toEqual({});
  });

  it('is unfinished while a required attribute has no value', () => {
    const attributes = attributesFor(
      { record: 'annotation', type: 'visit' as TypeId },
      [date, otherDate, polarity, concept],
      (id) => view.find('type', id),
    );
    expect(attributes).toEqual([polarity, date]);
    expect(missingValues(attributes, visit.attributes)).toEqual([date]);
    expect(missingValues(attributes, { 'visit.date': '2023' })).toEqual([]);
    expect(missingValues([{ ...language, required: true }], { 'document.language': '' })).toHaveLength(1);
    expect(missingValues([{ ...role, required: true }], { 'entry.role': [] })).toHaveLength(1);
  });
});

describe('another type', () => {
  it('keeps values of attributes that it shares, and of its own of the same name', () => {
    const dated = { ...visit, attributes: { ...visit.attributes, 'visit.date': '2023' } };
    const shown = memoryView(
      [...['event', 'visit', 'talks'].map((id) => typeOf(id, 'event', id === 'event' ? null : 'event'))]
        .concat(typeOf('statement', 'statement'))
        .flatMap((one): (TypeRecord | AttributeRecord | AnnotationRecord)[] => [one])
        .concat([polarity, date, otherDate, concept, dated]),
      'abc',
    );
    const retyped = (to: string) => {
      const result = decide(
        { name: 'annotation.retype', annotations: [dated.id], type: to as TypeId },
        shown,
        context,
      );
      return result.ok ? recordsAfter(result.value, 'annotation')[0]?.attributes : null;
    };
    expect(retyped('talks')).toEqual({ 'event.polarity': 'yes', 'talks.date': '2023' });
    expect(retyped('statement')).toEqual({});
  });
});

describe('term.create', () => {
  const create = (name: string, rest: Partial<Extract<Command, { name: 'term.create' }>> = {}): Command => ({
    name: 'term.create',
    attribute: concept.id,
    term: name,
    parent: null,
    for: null,
    ...rest,
  });

  it('adds a term, and gives it to what is coded in the same change', () => {
    const diff = diffOf(create(' Trade ', { parent: named('politics'), for: on(claim) }));
    const [added] = recordsAfter(diff, 'term');
    expect(added).toMatchObject({ name: 'Trade', parent: 'politics', attribute: concept.id });
    expect(recordsAfter(diff, 'annotation')).toMatchObject([
      { id: 'claim', attributes: { 'statement.concept': added?.id } },
    ]);
  });

  it('refuses a name that is there, whatever its capitals, and a place in another vocabulary', () => {
    expect(problemOf(create('PEACE'))).toEqual({ code: 'term-taken', params: { name: 'PEACE' } });
    expect(problemOf(create('x', { parent: named('none') }))?.code).toBe('term-elsewhere');
    expect(problemOf(create('x', { attribute: date.id }))?.code).toBe('value-refused');
    expect(problemOf(create('x', { for: on(visit) }))?.code).toBe('value-owner');
  });
});

describe('a vocabulary', () => {
  it('has its terms renamed, but never two of one name', () => {
    const rename = (to: string): Command => ({ name: 'term.rename', term: named('peace'), to });
    expect(recordsAfter(diffOf(rename('Peace')), 'term')).toMatchObject([{ id: 'peace', name: 'Peace' }]);
    expect(problemOf(rename('War'))?.code).toBe('term-taken');
  });

  it('is ordered below terms, none of which comes to stand below itself', () => {
    const move = (id: string, parent: string | null): Command => ({
      name: 'term.move',
      terms: [named(id)],
      parent: parent as TermId | null,
    });
    expect(recordsAfter(diffOf(move('war', 'peace')), 'term')).toMatchObject([
      { id: 'war', parent: 'peace' },
    ]);
    expect(recordsAfter(diffOf(move('calm', null)), 'term')).toMatchObject([{ parent: null }]);
    expect(problemOf(move('politics', 'calm'))?.code).toBe('term-cycle');
    expect(problemOf(move('peace', 'peace'))?.code).toBe('term-cycle');
  });

  it('merges terms: values follow, and what stood below', () => {
    const merged = diffOf({ name: 'term.merge', terms: [named('peace'), named('war')], into: named('war') });
    expect(merged.removed).toEqual([terms[1]]);
    expect(recordsAfter(merged, 'annotation')).toMatchObject([
      { id: 'claim', attributes: { 'statement.concept': 'war' }, modifiedAt: now },
    ]);
    expect(recordsAfter(merged, 'term')).toMatchObject([{ id: 'calm', parent: 'war' }]);
    const below = diffOf({
      name: 'term.merge',
      terms: [named('politics'), named('peace')],
      into: named('calm'),
    });
    expect(recordsAfter(below, 'term')).toMatchObject([{ id: 'calm', parent: null }]);
  });

  it('loses a term that nothing uses, and one in use only where its values may go', () => {
    expect(diffOf({ name: 'term.remove', terms: [named('war')], uses: 'refuse' }).removed).toEqual([
      terms[3],
    ]);
    expect(problemOf({ name: 'term.remove', terms: [named('peace')], uses: 'refuse' })).toEqual({
      code: 'term-used',
      params: { count: 1 },
    });
    const removed = diffOf({ name: 'term.remove', terms: [named('peace')], uses: 'clear' });
    expect(recordsAfter(removed, 'annotation')).toMatchObject([{ id: 'claim', attributes: {} }]);
    expect(recordsAfter(removed, 'term')).toMatchObject([{ id: 'calm', parent: 'politics' }]);
  });
});

describe('a term that is a default', () => {
  const defaulted = { ...concept, default: 'peace' };
  const shown = memoryView([typeOf('statement', 'statement'), defaulted, ...terms, claim, document], 'abc');
  const decided = (command: Command): Diff => {
    const result = decide(command, shown, context);
    if (!result.ok) throw new Error(result.problem.code);
    return result.value;
  };

  it('is followed by the one that it is merged into, in a new version of the codebook', () => {
    const diff = decided({ name: 'term.merge', terms: [named('peace')], into: named('war') });
    expect(recordsAfter(diff, 'attribute')).toMatchObject([{ default: 'war' }]);
    expect(recordsAfter(diff, 'version')).toMatchObject([{ attributes: [{ default: 'war' }] }]);
  });

  it('leaves no default behind when it goes', () => {
    const diff = decided({ name: 'term.remove', terms: [named('peace')], uses: 'clear' });
    expect(recordsAfter(diff, 'attribute')).toMatchObject([{ default: null }]);
  });
});

describe('documents', () => {
  it('have metadata set and taken away, alone or several at once', () => {
    const both = { name: 'document.metadata', documents: [document.id, later.id] } as const;
    const diff = diffOf({ ...both, values: { source: 'paper', date: '2023-11', author: null } });
    for (const { metadata } of recordsAfter(diff, 'document'))
      expect(metadata).toEqual({ source: 'paper', date: '2023-11' });
    expect(diffOf({ ...both, values: { source: 'agency' } }).updated).toEqual([]);
  });

  it('change places in the queue', () => {
    const diff = diffOf({ name: 'document.reorder', documents: [later.id], before: document.id });
    expect(recordsAfter(diff, 'document')).toMatchObject([
      { id: 'later', position: 0 },
      { id: 'news', position: 1 },
    ]);
    expect(
      problemOf({ name: 'document.reorder', documents: ['none' as DocumentId], before: null })?.code,
    ).toBe('record-missing');
  });
});
