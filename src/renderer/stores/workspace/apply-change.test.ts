import { describe, expect, test } from 'vitest';
import { emptyWorkspace } from '../../../../tests/support/workspace';
import type { Change, DocumentSummary } from '../../../contract/engine-answers';
import { emptyDiff, inverseOf, type Diff } from '../../../core/diff';
import type { AnnotationId, ChangeNumber, CoderId, DocumentId, Timestamp, TypeId } from '../../../core/ids';
import type { AnnotationRecord } from '../../../core/model/annotation';
import type { Kind, TypeRecord } from '../../../core/model/codebook';
import type { DocumentRecord } from '../../../core/model/document';
import { codePoint } from '../../../core/offsets';
import { applyChange, inQueue } from './apply-change';
import type { Workspace } from './workspace';

const me = 'me' as CoderId;
const now = '2026-11-22T09:30:00.000Z' as Timestamp;

const document = (id: string, position: number, name = id): DocumentRecord =>
  ({ record: 'document', id, position, name, status: 'draft' }) as unknown as DocumentRecord;

const type = (id: string, kind: Kind): TypeRecord => ({ record: 'type', id, kind }) as unknown as TypeRecord;

const annotation = (id: string, start: number, of = 'first', typeId = 'person'): AnnotationRecord => ({
  record: 'annotation',
  id: id as AnnotationId,
  document: of as DocumentId,
  type: typeId as TypeId,
  coder: me,
  version: null,
  fragments: [{ start: codePoint(start), end: codePoint(start + 1), quote: 'x' }],
  entry: null,
  attributes: {},
  status: 'draft',
  note: '',
  createdAt: now,
  modifiedAt: now,
  origin: null,
});

const summary = (record: DocumentRecord): DocumentSummary => ({
  document: record,
  annotations: 0,
  byCoder: {},
});

/** A project with two documents, the first of them open, and a type of two kinds. */
function makeWorkspace(): Workspace {
  const { project } = emptyWorkspace;
  return {
    ...emptyWorkspace,
    project: { ...project, counts: { ...project.counts, document: 2 } },
    documents: inQueue([summary(document('first', 1)), summary(document('second', 2))]),
    types: new Map([type('person', 'entity'), type('meeting', 'event')].map((one) => [one.id, one])),
    open: {
      id: 'first' as DocumentId,
      text: 'xxxxxxxxxx',
      place: null,
      annotations: new Map(),
      inOrder: [],
      links: new Map(),
      linked: new Map(),
    },
  };
}

const change = (diff: Partial<Diff>, coder = me): Change => ({
  number: 1 as ChangeNumber,
  name: 'annotation.create',
  cause: 'do',
  coder,
  at: now,
  diff: { ...emptyDiff, ...diff },
  journal: { undo: 'annotation.create', redo: null },
});

const after = (workspace: Workspace, diff: Partial<Diff>): Workspace => applyChange(workspace, change(diff));

describe('a committed change in the interface', () => {
  test('adds an annotation to the open document, in the order of the text, and counts it everywhere', () => {
    const tagged = after(makeWorkspace(), { added: [annotation('late', 7), annotation('early', 2)] });
    expect(tagged.open?.inOrder.map(({ id }) => id)).toEqual(['early', 'late']);
    expect(tagged.documents.get('first' as DocumentId)?.annotations).toBe(2);
    expect(tagged.project.counts.annotation).toBe(2);
    expect(tagged.project.annotationsByKind.entity).toBe(2);
  });

  test('counts an annotation of another document without keeping it', () => {
    const start = makeWorkspace();
    const tagged = after(start, { added: [annotation('elsewhere', 1, 'second')] });
    expect(tagged.open).toBe(start.open);
    expect(tagged.documents.get('second' as DocumentId)?.annotations).toBe(1);
  });

  test('moves an annotation from kind to kind when its type changes', () => {
    const before = annotation('one', 1);
    const retyped: AnnotationRecord = { ...before, type: 'meeting' as TypeId };
    const tagged = after(makeWorkspace(), { added: [before] });
    const changed = after(tagged, { updated: [[before, retyped]] });
    expect(changed.project.annotationsByKind).toMatchObject({ entity: 0, event: 1 });
    expect(changed.open?.annotations.get(before.id)).toBe(retyped);
    expect(changed.open?.inOrder).toEqual([retyped]);
  });

  test('keeps every record that it does not concern as the same object, so that only the rest is painted', () => {
    const tagged = after(makeWorkspace(), { added: [annotation('one', 1)] });
    const again = after(tagged, { added: [annotation('two', 3)] });
    expect(again.open?.annotations.get('one' as AnnotationId)).toBe(
      tagged.open?.annotations.get('one' as AnnotationId),
    );
    expect(again.documents.get('second' as DocumentId)).toBe(tagged.documents.get('second' as DocumentId));
    expect(again.types).toBe(tagged.types);
  });

  test('carries annotations from one document to another, and puts the queue in its new order', () => {
    const tagged = after(makeWorkspace(), { added: [annotation('one', 1)] });
    const before = annotation('one', 1);
    const carried = after(tagged, {
      updated: [
        [before, { ...before, document: 'second' as DocumentId }],
        [document('first', 1), document('first', 3)],
      ],
    });
    expect([...carried.documents.values()].map((one) => [one.document.id, one.annotations])).toEqual([
      ['second', 1],
      ['first', 0],
    ]);
    expect(carried.project.counts.annotation).toBe(1);
  });

  test('is taken back by its inverse', () => {
    const start = makeWorkspace();
    const diff: Diff = {
      added: [annotation('one', 1), document('third', 3)],
      updated: [[document('second', 2), document('second', 2, 'renamed')]],
      removed: [],
    };
    const back = applyChange(applyChange(start, change(diff)), change(inverseOf(diff)));
    expect(back.documents).toEqual(start.documents);
    expect(back.open).toEqual(start.open);
    expect(back.project.counts).toEqual(start.project.counts);
  });

  test('closes a document that was removed, and gives it back its count when that is undone', () => {
    const tagged = after(makeWorkspace(), { added: [annotation('one', 1)] });
    const removed = [document('first', 1), annotation('one', 1)];
    const without = after(tagged, { removed });
    expect(without.open).toBeNull();
    expect([...without.documents.keys()]).toEqual(['second']);
    const back = after(without, { added: removed });
    expect([...back.documents.keys()]).toEqual(['first', 'second']);
    expect(back.documents.get('first' as DocumentId)?.annotations).toBe(1);
  });

  test('of another coder leaves what this one can undo as it was', () => {
    const start = makeWorkspace();
    const theirs = applyChange(start, change({ added: [annotation('one', 1)] }, 'them' as CoderId));
    expect(theirs.project.journal).toEqual(start.project.journal);
  });
});
