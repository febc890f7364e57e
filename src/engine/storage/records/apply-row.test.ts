import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allRecords, sampleProject, type SampleProject } from '../../../../tests/support/arbitrary/project';
import {
  adding,
  codeOf,
  documentOf,
  dump,
  newProject,
  tag,
  addDocuments,
  valueOf,
} from '../../../../tests/support/engine';
import type { Diff, Update } from '../../../core/diff';
import type { AnyRecord } from '../../../core/model/records';
import type { Project } from '../../project';
import { annotationsOf } from './annotations';
import { documents } from './documents';
import { linksOfDocument } from './links';
import { entries } from './registry';
import { segmentationsOf } from './segmentations';

/** A project as an import hands it over: of plain data. */
function draw(generator: fc.GeneratorValue): SampleProject {
  const { records, texts } = sampleProject(generator);
  return { records: JSON.parse(JSON.stringify(records)) as SampleProject['records'], texts };
}

const keyOf = ({ record, id }: AnyRecord): string => `${record} ${id}`;

const nothing: SampleProject = {
  records: {
    ...{ coder: [], type: [], role: [], attribute: [], term: [], version: [], entry: [] },
    ...{ document: [], segmentation: [], annotation: [], link: [] },
  },
  texts: new Map(),
};

/** The diff that leads from the contents of one project to those of another; a text that differs is another document. */
function between(before: SampleProject, after: SampleProject): Diff {
  const old = new Map(allRecords(before).map((record) => [keyOf(record), record]));
  const added: AnyRecord[] = [];
  const updated: Update[] = [];
  for (const record of allRecords(after)) {
    const was = old.get(keyOf(record));
    const isOther =
      was?.record === 'document' && record.record === 'document' && was.sha256 !== record.sha256;
    if (!was || isOther) added.push(record);
    else {
      updated.push([was, record] as unknown as Update);
      old.delete(keyOf(record));
    }
  }
  return { added, updated, removed: [...old.values()] };
}

function expectContents(project: Project, sample: SampleProject): void {
  for (const record of allRecords(sample)) {
    // Deep equality that tells apart what JSON does: the order of keys says nothing.
    const found = project.view.find(record.record, record.id);
    expect(isDeepStrictEqual(found, record), keyOf(record)).toBe(true);
  }
  for (const { id, sha256 } of sample.records.document) {
    expect(project.readText(id)).toBe(sample.texts.get(sha256));
    const inDocument = <Item extends { readonly document: string }>(items: readonly Item[]): Item[] =>
      items.filter(({ document }) => document === id);
    const annotations = inDocument(sample.records.annotation);
    expect(annotationsOf(project.reader, id)).toEqual(annotations);
    expect(segmentationsOf(project.reader, id)).toEqual(inDocument(sample.records.segmentation));
    const ids = new Set(annotations.map((annotation) => annotation.id));
    const ofDocument = sample.records.link.filter(
      ({ annotation, target }) =>
        ids.has(annotation) || (target.by === 'annotation' && ids.has(target.annotation)),
    );
    expect(new Set(linksOfDocument(project.reader, id))).toEqual(new Set(ofDocument));
  }
  expect(entries.all(project.reader)).toEqual(sample.records.entry);
  expect(new Set(documents.all(project.reader))).toEqual(new Set(sample.records.document));
}

describe('a diff on a real file', () => {
  it('stores whatever a project can hold, updates it into any other, and inverses lead back', () => {
    const project = newProject();
    const empty = dump(project);
    fc.assert(
      fc.property(fc.gen(), (generator) => {
        const first = draw(generator);
        const second = draw(generator);
        valueOf(project.commit({ name: 'import', diff: between(nothing, first), texts: first.texts }));
        expectContents(project, first);
        const before = dump(project);
        valueOf(project.commit({ name: 'import', diff: between(first, second), texts: second.texts }));
        expectContents(project, second);
        valueOf(project.undo());
        expect(dump(project)).toEqual(before);
        expectContents(project, first);
        valueOf(project.undo());
        expect(dump(project)).toEqual(empty);
      }),
      { numRuns: 40, endOnFailure: true },
    );
    expect(project.reader.query('PRAGMA foreign_key_check').all()).toEqual([]);
    expect(project.reader.query('PRAGMA integrity_check').all()).toEqual([{ integrity_check: 'ok' }]);
    // Long runs on a busy machine are no failure.
  }, 120_000);

  it('is refused as a whole where the file is not as the diff takes it to be', () => {
    const project = newProject();
    const [document] = addDocuments(project, { 'a.txt': 'Анна приехала.' });
    if (!document) throw new Error('No document was added');
    const annotation = tag(project, document.id, 0, 4);
    const before = dump(project);
    const stale = { ...annotation, note: 'as it never was' };
    const other = documentOf('b.txt', 'Другой.');
    const texts = new Map([[other.sha256, 'Другой.']]);
    const diffs: Diff[] = [
      { added: [other], updated: [], removed: [stale] },
      { added: [other], updated: [[stale, annotation]], removed: [] },
      { added: [other, annotation], updated: [], removed: [] },
      { added: [other], updated: [], removed: [document] },
    ];
    for (const diff of diffs) {
      expect(codeOf(project.commit({ name: 'import', diff, texts }))).toBe('undo-blocked');
      expect(dump(project)).toEqual(before);
    }
  });

  it('takes the text of a document from the diff’s texts, or from any place where the file holds it', () => {
    const project = newProject();
    const text = 'Один и тот же текст.';
    const [first, second, third] = [1, 2, 3].map((n) => documentOf(`${n}.txt`, text, n));
    if (!first || !second || !third) throw new Error('unreachable');
    const heldApart = (): unknown => project.reader.query('SELECT text FROM document_text').all();
    const texts = new Map([[first.sha256, text]]);
    valueOf(project.commit({ name: 'import', diff: adding(first), texts }));
    valueOf(project.commit({ name: 'import', diff: adding(second) }));
    expect(project.readText(second.id)).toBe(text);
    valueOf(project.commit({ name: 'import', diff: { added: [], updated: [], removed: [first] } }));
    expect(heldApart()).toEqual([]);
    valueOf(project.commit({ name: 'import', diff: { added: [], updated: [], removed: [second] } }));
    expect(heldApart()).toEqual([{ text }]);
    valueOf(project.commit({ name: 'import', diff: adding(third) }));
    expect(project.readText(third.id)).toBe(text);
    expect(heldApart()).toEqual([]);
  });
});
