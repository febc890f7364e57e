import { describe, expect, it } from 'vitest';
import {
  adding,
  addDocuments,
  codeOf,
  dump,
  newProject,
  reopenProject,
  run,
  tag,
  valueOf,
} from '../../../tests/support/engine';
import { recordsAfter } from '../../core/diff';
import type { DocumentId, LinkId, RoleId, SegmentationId } from '../../core/ids';
import { codePoint } from '../../core/offsets';
import { readPlace } from '../storage/records/places';
import { leaveDocument } from './documents';
import { checkProject } from '../check/check-project';
import type { Project } from '../project';
import { documents } from '../storage/records/documents';
import { divideDocument, joinSeveral } from './divide-and-join';

const two = '🇳🇴 Визит в Осло.\n\nУчения в Минске.';
const cut = Array.from(two.slice(0, two.indexOf('Учения'))).length;
const names: [string, string] = ['Осло', 'Минск'];

async function expectSound(project: Project): Promise<void> {
  const { reader, jobs } = project;
  expect(valueOf(await jobs.run('check', (job) => checkProject(reader, job)))).toEqual([]);
}

const inQueue = ({ reader }: Project): string[] => documents.all(reader).map(({ name }) => name);
const split = (project: Project, document: DocumentId, at = cut) =>
  Promise.resolve(divideDocument(project, { document, at: codePoint(at), names }));
const join = (project: Project, ids: DocumentId[], name: string) =>
  Promise.resolve(joinSeveral(project, { documents: ids, name }));

/** Where the coder was in a document when leaving it. */
const placeIn = ({ reader, coder }: Project, document: DocumentId) => readPlace(reader, coder, document);
const leave = (project: Project, document: DocumentId, top: number, caret: number): unknown =>
  leaveDocument(project, { document, place: { top: codePoint(top), caret: codePoint(caret) } });

describe('the place at which one reads', () => {
  it('is carried into the part that it lies in, and from there into what is joined', async () => {
    const { project, both, last } = coded();
    leave(project, both.id, cut - 2, cut + 3);
    const divided = recordsAfter(valueOf(await split(project, both.id)).diff, 'document');
    const [one, other] = ['Осло', 'Минск'].map((name) => divided.find((part) => part.name === name));
    if (!one || !other) throw new Error('A part is missing');
    expect(placeIn(project, one.id)).toBeNull();
    expect(placeIn(project, other.id)).toEqual({ top: 0, caret: 3 });

    leave(project, last.id, 0, 4);
    const joined = valueOf(await join(project, [other.id, last.id], 'alles')).diff.added[0];
    expect(placeIn(project, joined?.id as DocumentId)).toEqual({ top: 0, caret: 3 });
    await expectSound(project);
  });
});

/** A project with three documents, the second of which holds two articles that are coded. */
function coded() {
  const project = newProject();
  const [first, both, last] = addDocuments(project, { first: 'Первый.', both: two, last: 'Последний.' });
  if (!first || !both || !last) throw new Error('A document is missing');
  const visit = tag(project, both.id, 3, 8, 'event.visit');
  const exercise = tag(project, both.id, cut, cut + 6, 'event.exercise');
  valueOf(
    project.commit({
      name: 'import',
      diff: adding(
        {
          record: 'link',
          id: 'date' as LinkId,
          annotation: exercise.id,
          role: 'event.exercise.date' as RoleId,
          position: 0,
          target: {
            by: 'span',
            span: { start: codePoint(cut + 9), end: codePoint(cut + 15), quote: 'Минске' },
          },
          origin: null,
        },
        {
          record: 'segmentation',
          id: 'sentences' as SegmentationId,
          document: both.id,
          unit: 'sentence',
          spans: [
            [codePoint(0), codePoint(cut - 2)],
            [codePoint(cut), codePoint(cut + 16)],
          ],
          origin: null,
        },
      ),
    }),
  );
  return { project, first, both, last, visit, exercise };
}

describe('a document that holds two articles', () => {
  it('is split with all that lies in it, undone and done again, over a restart too', async () => {
    const { project, both, exercise } = coded();
    const before = dump(project);
    const change = valueOf(await split(project, both.id));
    expect(change.name).toBe('document.split');
    expect(inQueue(project)).toEqual(['first', 'Осло', 'Минск', 'last']);
    const second = recordsAfter(change.diff, 'document').find(({ name }) => name === 'Минск');
    expect(project.view.find('annotation', exercise.id)).toMatchObject({
      document: second?.id,
      fragments: [{ start: 0, end: 6, quote: 'Учения' }],
    });
    expect(project.view.find('link', 'date' as LinkId)).toMatchObject({ target: { span: { start: 9 } } });
    await expectSound(project);
    const after = dump(project);

    valueOf(project.undo());
    expect(dump(project)).toEqual(before);
    await expectSound(project);
    const { path } = project;
    if (project.access.mode === 'read-write') project.access.writer.close();
    const again = reopenProject(path);
    valueOf(again.redo());
    expect(dump(again)).toEqual(after);
    await expectSound(again);
  });

  it('is the same text again once its parts are joined', async () => {
    const { project, both, exercise, visit } = coded();
    const { diff } = valueOf(await split(project, both.id));
    const ids = diff.added.filter(({ record }) => record === 'document').map(({ id }) => id as DocumentId);
    const change = valueOf(await join(project, ids, 'both'));
    const [joined] = recordsAfter(change.diff, 'document');
    expect(change.name).toBe('document.join');
    expect(joined?.sha256).toBe(both.sha256);
    expect(inQueue(project)).toEqual(['first', 'both', 'last']);
    expect(project.view.find('annotation', exercise.id)?.fragments).toEqual(exercise.fragments);
    expect(project.view.find('annotation', visit.id)?.fragments).toEqual(visit.fragments);
    await expectSound(project);
    valueOf(project.undo());
    valueOf(project.undo());
    expect(project.readText(both.id)).toBe(two);
    await expectSound(project);
  });

  it('is not split where something lies on both sides: the nearest line is named where it can be', async () => {
    const project = newProject();
    const [news] = addDocuments(project, { news: `${two}\nКонец.` });
    if (!news) throw new Error('The document is missing');
    tag(project, news.id, 0, cut + 2, 'entity.person');
    const before = dump(project);
    expect(await split(project, news.id)).toEqual({
      ok: false,
      problem: { code: 'split-crossing', params: { count: 1, nearest: cut + 17 } },
    });
    expect(dump(project)).toEqual(before);
  });

  it('takes only documents that are there', async () => {
    const { project, first } = coded();
    const none = 'none' as DocumentId;
    expect(codeOf(await split(project, none))).toBe('record-missing');
    expect(codeOf(await join(project, [first.id, none], 'x'))).toBe('record-missing');
    expect(codeOf(await join(project, [first.id], 'x'))).toBe('join-too-few');
  });
});

describe('several documents', () => {
  it('are joined in the order of the queue, whatever the order in which they are named', async () => {
    const { project, first, last } = coded();
    const change = valueOf(await join(project, [last.id, first.id], 'ends'));
    const [joined] = recordsAfter(change.diff, 'document');
    expect(joined && project.readText(joined.id)).toBe('Первый.\n\nПоследний.');
    expect(inQueue(project)).toEqual(['ends', 'both']);
    await expectSound(project);
  });

  it('change places in the queue, which is undone in one step', () => {
    const { project, first, both, last } = coded();
    valueOf(run(project, { name: 'document.reorder', documents: [last.id], before: first.id }));
    expect(inQueue(project)).toEqual(['last', 'first', 'both']);
    valueOf(run(project, { name: 'document.reorder', documents: [last.id, first.id], before: null }));
    expect(inQueue(project)).toEqual(['both', 'last', 'first']);
    valueOf(project.undo());
    valueOf(project.undo());
    expect(inQueue(project)).toEqual([first.name, both.name, last.name]);
  });
});
