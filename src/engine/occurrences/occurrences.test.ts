import { describe, expect, it } from 'vitest';
import { addDocuments, codeOf, dump, newProject, run, tag, valueOf } from '../../../tests/support/engine';
import type { Hit } from '../../contract/occurrences';
import type { CoderId, EntryId, TypeId } from '../../core/ids';
import type { OccurrenceQuery } from '../../core/occurrences/occurrence';
import { bindCalls } from '../calls/bind';
import type { Project } from '../project';
import { withinTime } from './time-limit';

const texts = {
  'a.txt': 'Потом 😀 Тасмагамбетов выступил. За Тасмагамбетовым — Лавров.',
  'b.txt': 'О Тасмагамбетове не говорили. Тасмагамбетова ждали.',
};

const person = 'entity.person' as TypeId;
const inflected: OccurrenceQuery = { manner: 'inflected', text: 'Тасмагамбетов' };

async function find(
  project: Project,
  query: OccurrenceQuery,
  { isHere = false, type = person, hidden = [] as CoderId[] } = {},
) {
  const documents = valueOf(await bindCalls(project)['documents.list']({}));
  const document = documents[0]?.document.id;
  if (!document) throw new Error('No documents');
  const hits: Hit[] = [];
  const stop = project.events.subscribe((_name, event) => {
    if (event !== null && 'hits' in event) hits.push(...event.hits);
  });
  const search = await bindCalls(project)['occurrences.find']({
    job: 'find',
    query,
    document,
    isHere,
    type,
    hidden,
  });
  stop();
  return { search, hits };
}

describe('looking for occurrences', () => {
  it('tells every form in its sentence, in the corpus or in one document', async () => {
    const project = newProject();
    addDocuments(project, texts);
    const { search, hits } = await find(project, inflected);
    expect(valueOf(search)).toEqual({ hits: 4, givenUp: 0, isCut: false });
    expect(hits.map(({ form }) => form)).toEqual([
      'Тасмагамбетов',
      'Тасмагамбетовым',
      'Тасмагамбетове',
      'Тасмагамбетова',
    ]);
    expect(hits[1]).toMatchObject({ before: 'За ', quote: 'Тасмагамбетовым', after: ' — Лавров.' });
    expect((await find(project, inflected, { isHere: true })).hits).toHaveLength(2);
  });

  it('counts in code points, and marks what is tagged with the type already', async () => {
    const project = newProject();
    const [first] = addDocuments(project, texts);
    if (!first) throw new Error('No document');
    const annotation = tag(project, first.id, 8, 21);
    const { hits } = await find(project, inflected);
    expect(hits[0]?.span).toEqual({ start: 8, end: 21 });
    expect(hits.map(({ tagged }) => tagged)).toEqual([annotation.id, null, null, null]);
    const blind = await find(project, inflected, { hidden: [project.coder] });
    expect(blind.hits.every(({ tagged }) => tagged === null)).toBe(true);
    const others = await find(project, inflected, { type: 'entity.place' as TypeId });
    expect(others.hits.every(({ tagged }) => tagged === null)).toBe(true);
  });

  it('can be cancelled', async () => {
    const project = newProject();
    addDocuments(project, texts);
    project.events.subscribe((name) => {
      if (name === 'progress') project.jobs.cancel('find');
    });
    const { search, hits } = await find(project, inflected);
    expect(codeOf(search)).toBe('job-cancelled');
    expect(hits).toHaveLength(2);
  });

  it('says what is wrong with a regular expression, and gives one up that does not end', async () => {
    const project = newProject();
    addDocuments(project, { 'a.txt': `${'a'.repeat(40)}!`, 'b.txt': 'aaa' });
    const pattern = (text: string): OccurrenceQuery => ({
      manner: 'pattern',
      text,
      ignoreCase: false,
      wholeWords: false,
    });
    expect(codeOf((await find(project, pattern('('))).search)).toBe('pattern-invalid');
    const { search, hits } = await find(project, pattern('(a+)+$'));
    expect(valueOf(search)).toEqual({ hits: 1, givenUp: 1, isCut: false });
    expect(hits.map(({ quote }) => quote)).toEqual(['aaa']);
  });
});

describe('a time limit', () => {
  it('answers what the work answers, and passes on what it throws', () => {
    expect(withinTime(1000, () => 7)).toBe(7);
    expect(() =>
      withinTime(1000, () => {
        throw new RangeError('no');
      }),
    ).toThrow(RangeError);
  });
});

describe('tagging occurrences', () => {
  it('is one change, which carries over the attributes and the identity of the model', async () => {
    const project = newProject();
    const [first] = addDocuments(project, texts);
    if (!first) throw new Error('No document');
    const model = tag(project, first.id, 8, 21);
    const mentions = [model.id];
    valueOf(
      run(project, { name: 'entry.create', entry: { kind: 'entity', name: 'Тасмагамбетов' }, mentions }),
    );
    const before = dump(project);
    const { hits } = await find(project, inflected);
    const spans = hits
      .filter(({ tagged }) => tagged === null)
      .map(({ document, span }) => ({ document, span }));
    const carry = { attributes: true, entry: true };
    valueOf(run(project, { name: 'occurrences.tag', type: person, spans, model: model.id, carry }));
    const entries = (): (EntryId | null)[] =>
      project.view.contentsOf(first.id).map((one) => (one.record === 'annotation' ? one.entry : null));
    expect(entries()).toHaveLength(2);
    expect(new Set(entries())).toHaveLength(1);
    expect((await find(project, inflected)).hits.every(({ tagged }) => tagged !== null)).toBe(true);
    valueOf(project.undo());
    expect(dump(project)).toEqual(before);
    const plain = { attributes: false, entry: false };
    valueOf(run(project, { name: 'occurrences.tag', type: person, spans, model: model.id, carry: plain }));
    expect(entries().filter((entry) => entry === null)).toHaveLength(1);
  });
});
