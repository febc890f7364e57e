import type { Hit } from '../../contract/occurrences';
import type { CoderId, DocumentId, TypeId } from '../../core/ids';
import { finderFor } from '../../core/occurrences/finder';
import type { FindOccurrences, Occurrence } from '../../core/occurrences/occurrence';
import { makeOffsetTable } from '../../core/offsets';
import { problem } from '../../core/problem';
import { fail, ok } from '../../core/result';
import { inheritsFrom } from '../../core/rules/codebook-rules';
import { sentenceAround } from '../../core/words/sentence-around';
import type { Handler } from '../calls/handler';
import type { Project } from '../project';
import { types } from '../storage/records/codebook';
import { documents } from '../storage/records/documents';
import { readText } from '../storage/records/texts';
import { taggedSpans, type TaggedSpan } from '../storage/queries/tagged-spans';
import { withinTime } from './time-limit';

/** How many hits are enough for anybody to look through. */
const mostHits = 50_000;

/** How long an expression may take with one document, in milliseconds, and in how many it may take longer. */
const longestSearch = 500;
const mostGivenUp = 10;

/** How many hits are told at once, and how often, in milliseconds. */
const portion = 500;
const tellEvery = 60;

/** Looks for further occurrences of a text, and tells them document by document as they are found. */
export const findOccurrences: Handler<'occurrences.find'> = (project, input) => {
  const { job: name, query, document, isHere, type, hidden } = input;
  const finder = finderFor(query);
  if (!finder.ok)
    return fail(
      finder.problem.code === 'pattern-invalid'
        ? problem('pattern-invalid', { detail: finder.problem.detail })
        : problem('pattern-too-slow'),
    );
  const find = query.manner === 'pattern' ? limited(finder.value) : finder.value;
  return project.jobs.run(name, async (job) => {
    const queue = isHere ? [document] : inQueueFrom(project, document);
    const hitsIn = makeHits(project, find, type, hidden);
    const outbox = makeOutbox((hits) => project.events.emit('occurrences', { job: name, hits }));
    let count = 0;
    let givenUp = 0;
    for (const [index, id] of queue.entries()) {
      const hits = hitsIn(id);
      if (hits) {
        count += hits.length;
        outbox.add(hits.slice(0, hits.length - Math.max(0, count - mostHits)));
      } else givenUp += 1;
      job.report('finding', index + 1, queue.length);
      if (count >= mostHits || givenUp >= mostGivenUp) break;
      await job.breathe();
    }
    outbox.empty();
    const isCut = count >= mostHits || givenUp >= mostGivenUp;
    return ok({ hits: Math.min(count, mostHits), givenUp, isCut });
  });
};

/** Every document, beginning with the one that a person looks at. */
function inQueueFrom({ reader }: Project, first: DocumentId): readonly DocumentId[] {
  const all = documents.ids(reader);
  return [first, ...all.filter((id) => id !== first)];
}

type FindWithin = (text: string) => readonly Occurrence[] | null;

const limited =
  (find: FindOccurrences): FindWithin =>
  (text) =>
    withinTime(longestSearch, () => [...find(text)]);

/** What finds the hits of one document; null where that took too long. */
function makeHits(
  project: Project,
  find: FindOccurrences | FindWithin,
  type: TypeId | null,
  hidden: readonly CoderId[],
) {
  const { reader } = project;
  const all = new Map(types.all(reader).map((one) => [one.id, one]));
  const marking =
    type === null ? [] : [...all.keys()].filter((id) => inheritsFrom(id, type, (one) => all.get(one)));
  return (document: DocumentId): readonly Hit[] | null => {
    // Not through the cache of texts: a whole corpus would drive everything else out of it.
    const text = readText(reader, document) ?? '';
    const found = find(text);
    if (!found) return null;
    const occurrences = [...found];
    if (occurrences.length === 0) return [];
    const offsets = makeOffsetTable(text);
    const tagged = marking.length === 0 ? [] : taggedSpans(reader, document, marking, hidden);
    return occurrences.map(({ start, end, form }) => {
      const span = { start: offsets.toCodePoint(start as never), end: offsets.toCodePoint(end as never) };
      const sentence = sentenceAround(text, { start, end });
      return {
        document,
        span,
        form,
        before: text.slice(sentence.start, start),
        quote: text.slice(start, end),
        after: text.slice(end, sentence.end),
        tagged: tagged.find((one) => overlap(one, span))?.annotation ?? null,
      };
    });
  };
}

const overlap = (a: Pick<TaggedSpan, 'start' | 'end'>, b: { start: number; end: number }): boolean =>
  Math.max(a.start, b.start) < Math.min(a.end, b.end);

/** Gathers hits, so that windows are not told of each alone; the first are told at once. */
function makeOutbox(tell: (hits: readonly Hit[]) => void) {
  let waiting: Hit[] = [];
  let toldAt = -Infinity;
  const empty = (): void => {
    if (waiting.length > 0) tell(waiting);
    waiting = [];
    toldAt = performance.now();
  };
  return {
    add: (hits: readonly Hit[]): void => {
      for (const hit of hits) waiting.push(hit);
      if (waiting.length >= portion || performance.now() - toldAt > tellEvery) empty();
    },
    empty,
  };
}
