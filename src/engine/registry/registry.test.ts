import { beforeEach, describe, expect, test } from 'vitest';
import { addDocuments, dump, newProject, run, tag, valueOf } from '../../../tests/support/engine';
import type { AnnotationId, CoderId, DocumentId, EntryId, TypeId } from '../../core/ids';
import type { Result } from '../../core/result';
import { countRegistry, proposeEntries, readChain, readMentions } from '../calls/registry';
import type { Project } from '../project';
import { checkProject } from '../check/check-project';
import { entries } from '../storage/records/registry';

const texts = {
  'b.txt': 'Генсек ОДКБ прибыл в Астану.\n\nВчера И. Тасмагамбетов 🇰🇿 выступил. ОДКБ довольна.',
  'a.txt': 'Имангали Тасмагамбетова ждут в ОДКБ. Тасмагамбетова встретят.',
};

let project: Project;
let documents: readonly DocumentId[];
beforeEach(() => {
  project = newProject();
  documents = addDocuments(project, texts).map(({ id }) => id);
});

const person = 'entity.person';
const organisation = 'entity.organisation';

/** Tags the nth occurrence of some words in a document, by its place in the queue. */
function mention(place: number, words: string, type: string, nth = 0): AnnotationId {
  const text = Object.values(texts)[place] ?? '';
  let at = text.indexOf(words);
  for (let skipped = 0; skipped < nth; skipped += 1) at = text.indexOf(words, at + 1);
  const start = Array.from(text.slice(0, at)).length;
  const document = documents[place];
  if (at < 0 || !document) throw new Error(`No ${words}`);
  return tag(project, document, start, start + Array.from(words).length, type).id;
}

/** Makes an entity of mentions. */
function entity(name: string, type: string, ...mentions: AnnotationId[]): EntryId {
  const before = new Set(entries.all(project.reader).map(({ id }) => id));
  valueOf(
    run(project, { name: 'entry.create', entry: { kind: 'entity', name, type: type as TypeId }, mentions }),
  );
  const made = entries.all(project.reader).find(({ id }) => !before.has(id));
  if (!made) throw new Error('No entry was made');
  return made.id;
}

const answer = <Value>(result: Result<Value> | Promise<Result<Value>>): Value =>
  valueOf(result as Result<Value>);
const chain = (entry: EntryId) =>
  answer(readChain(project, { entry, hidden: [] })).map(({ annotation }) => annotation);
const counts = () => Object.fromEntries(answer(countRegistry(project, { hidden: [] })));
const proposals = (annotation: AnnotationId, hidden: CoderId[] = []) =>
  answer(proposeEntries(project, { annotation, hidden })).map(({ entry, likeness }) => [entry, likeness]);

describe('the mentions of an entry', () => {
  test('are counted, and stand in the order of documents and of the text', () => {
    const last = mention(1, 'ОДКБ', organisation);
    const second = mention(0, 'ОДКБ', organisation, 1);
    const first = mention(0, 'ОДКБ', organisation);
    const csto = entity('ОДКБ', organisation, last, second, first);
    expect(chain(csto)).toEqual([first, second, last]);
    expect(counts()).toEqual({ [csto]: 3 });
  });

  test('come in their sentences, as many as were asked for', () => {
    const secretary = entity('Тасмагамбетов', person, mention(0, 'И. Тасмагамбетов', person));
    const csto = entity(
      'ОДКБ',
      organisation,
      mention(0, 'ОДКБ', organisation),
      mention(0, 'ОДКБ', organisation, 1),
    );
    expect(answer(readMentions(project, { entry: secretary, hidden: [], from: 0, count: 10 }))).toMatchObject(
      [{ document: documents[0], before: 'Вчера ', quote: 'И. Тасмагамбетов', after: ' 🇰🇿 выступил.' }],
    );
    expect(answer(readMentions(project, { entry: csto, hidden: [], from: 1, count: 10 }))).toMatchObject([
      { before: '', quote: 'ОДКБ', after: ' довольна.' },
    ]);
    expect(answer(readMentions(project, { entry: csto, hidden: [], from: 0, count: 1 }))).toHaveLength(1);
  });
});

describe('proposals', () => {
  test('follow what is linked, renamed and taken back', () => {
    const full = mention(1, 'Имангали Тасмагамбетова', person);
    const short = mention(1, 'Тасмагамбетова', person, 1);
    expect(proposals(short)).toEqual([]);
    const secretary = entity('Генсек', person, full);
    expect(proposals(short)).toEqual([[secretary, 'part-of-longer-name']]);
    valueOf(run(project, { name: 'entry.change', entry: secretary, to: { aliases: ['Тасмагамбетов'] } }));
    expect(proposals(short)).toEqual([[secretary, 'inflected']]);
    valueOf(project.undo());
    valueOf(project.undo());
    expect(proposals(short)).toEqual([]);
    valueOf(project.redo());
    expect(proposals(short)).toEqual([[secretary, 'part-of-longer-name']]);
  });

  test('are made for entities and events alone', () => {
    entity('ОДКБ', organisation);
    expect(proposals(mention(0, 'ОДКБ', 'statement.claim'))).toEqual([]);
    expect(proposals(mention(0, 'ОДКБ', 'event.meeting'))).toEqual([]);
    expect(proposals(mention(0, 'ОДКБ', organisation))).toHaveLength(1);
  });
});

test('what coders did who are hidden is neither counted, listed nor proposed', () => {
  const full = mention(1, 'Имангали Тасмагамбетова', person);
  const short = mention(1, 'Тасмагамбетова', person, 1);
  const secretary = entity('Генсек', person, full);
  const hidden = [project.coder];
  expect(answer(countRegistry(project, { hidden }))).toEqual([]);
  expect(answer(readChain(project, { entry: secretary, hidden }))).toEqual([]);
  expect(proposals(short)).toHaveLength(1);
  expect(proposals(short, hidden)).toEqual([]);
});

describe('merging, splitting and removing', () => {
  test('are each one change, which undo takes back to the last bit', async () => {
    const mentions = [mention(0, 'ОДКБ', organisation), mention(1, 'ОДКБ', organisation)] as const;
    const one = entity('ОДКБ', organisation, mentions[0]);
    const other = entity('Организация Договора', organisation, mentions[1]);
    const states = [dump(project)];
    const step = (command: Parameters<typeof run>[1]): void => {
      valueOf(run(project, command));
      states.push(dump(project));
    };
    step({ name: 'entry.merge', entries: [other], into: one });
    expect(chain(one)).toEqual(mentions);
    step({ name: 'entry.split', entry: one, mentions: [mentions[0]], to: 'Секретариат' });
    expect(chain(one)).toEqual([mentions[1]]);
    step({ name: 'entry.remove', entries: [one] });
    expect(counts()).not.toHaveProperty(one);
    expect(await faults()).toEqual([]);
    for (const state of states.toReversed().slice(1)) {
      valueOf(project.undo());
      expect(dump(project)).toEqual(state);
    }
    expect(await faults()).toEqual([]);
  });
});

const faults = async (): Promise<unknown> =>
  valueOf(await project.jobs.run('check', (job) => checkProject(project.reader, job)));
