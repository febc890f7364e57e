import type { MentionInSentence } from '../../contract/registry';
import { previewMerge } from '../../core/commands/merge-preview';
import type { AnnotationRecord } from '../../core/model/annotation';
import { makeOffsetTable } from '../../core/offsets';
import { problem } from '../../core/problem';
import { mentionText } from '../../core/registry/mention-text';
import { makeProposer } from '../../core/registry/propose';
import { fail, ok } from '../../core/result';
import { normalForms } from '../../core/words/normal-forms';
import { sentenceAround } from '../../core/words/sentence-around';
import type { Project } from '../project';
import { knownEntries } from '../registry/known-entries';
import { annotations } from '../storage/records/annotations';
import { chainOf, countMentions } from '../storage/queries/mentions';
import { entries } from '../storage/records/registry';
import type { Handler } from './handler';

export const listRegistry: Handler<'registry.list'> = ({ reader }) => ok(entries.all(reader));

export const previewEntryMerge: Handler<'registry.previewMerge'> = (project, merge) =>
  previewMerge({ name: 'entry.merge', ...merge }, project.view, project.context());

export const countRegistry: Handler<'registry.counts'> = ({ reader }, { hidden }) =>
  ok(countMentions(reader, hidden));

export const readChain: Handler<'registry.chain'> = ({ reader }, { entry, hidden }) =>
  ok(chainOf(reader, entry, { hidden }));

export const readMentions: Handler<'registry.mentions'> = (project, { entry, ...part }) => {
  const { reader } = project;
  return reader.snapshot(() => {
    const found = chainOf(reader, entry, part).map(({ annotation }) => annotations.find(reader, annotation));
    return ok(
      inSentences(
        project,
        found.filter((annotation) => annotation !== undefined),
      ),
    );
  });
};

/** Mentions in their sentences; they come in the order of their documents. */
function inSentences(project: Project, mentions: readonly AnnotationRecord[]): MentionInSentence[] {
  let last: {
    readonly document: string;
    readonly text: string;
    readonly offsets: ReturnType<typeof makeOffsetTable>;
  } | null = null;
  return mentions.flatMap((mention) => {
    const { id, document, type, coder, status, fragments } = mention;
    const first = fragments[0];
    if (last?.document !== document) {
      const text = project.readText(document) ?? '';
      last = { document, text, offsets: makeOffsetTable(text) };
    }
    const { text, offsets } = last;
    const end = fragments.at(-1)?.end;
    if (!first || end === undefined) return [];
    const span = { start: offsets.toUtf16(first.start), end: offsets.toUtf16(end) };
    const sentence = sentenceAround(text, span);
    return [
      {
        ...{ annotation: id, document, type, coder, status, start: first.start },
        before: text.slice(sentence.start, span.start),
        quote: text.slice(span.start, span.end),
        after: text.slice(span.end, sentence.end),
      },
    ];
  });
}

/** Words are taken apart the same way in every project. */
const proposer = makeProposer(normalForms);

/** A handful: whoever does not find it among these looks for it by name. */
const mostProposed = 5;

export const proposeEntries: Handler<'registry.propose'> = (project, { annotation: id, hidden }) => {
  const { reader, view } = project;
  const annotation = annotations.find(reader, id);
  if (!annotation) return fail(problem('record-missing', { record: 'annotation', id }));
  const kind = view.find('type', annotation.type)?.kind;
  if (kind !== 'entity' && kind !== 'event') return ok([]);
  const mention = { text: mentionText(annotation), kind, type: annotation.type };
  const known = knownEntries(project, proposer.keysOf).under(
    proposer.keysToFind(mention.text),
    new Set(hidden),
  );
  return ok(proposer.propose(mention, known, mostProposed));
};
