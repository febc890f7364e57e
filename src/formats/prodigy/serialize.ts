import type { Contents, DocumentContents } from '../exchange/contents';
import type { Piece, SerializeContext } from '../exchange/format';
import { arrowOf, isBare, placed, roleArrowOf, tokenPlaces, type TokenPlaces } from '../json-lines/arrows';
import { fieldsFrom, fileId } from '../json-lines/origins';
import { isObject, without, type JsonObject } from '../json-lines/json';
import { kindMember } from '../json-lines/kinds';
import { writtenMetadata } from '../json-lines/metadata';
import { AttributeWriter } from '../json-lines/span-attributes';
import { tokensOf } from '../json-lines/segmentations';
import { tokenMembersOf } from '../json-lines/token-list';
import type { Tokens } from '../json-lines/tokens';
import { SpanWriter, type WrittenDocument, type WrittenSpan } from '../json-lines/written';
import { answerFor } from './status';
import { annotatorOf, format, tasksIn, type TaskOfDocument } from './tasks';

/** One task for each coder of each document, a line each. */
export function* serialize(contents: Contents, { language, lose }: SerializeContext): Generator<Piece> {
  const room = { bareEnds: true, relations: true, kinds: true, byCoder: true };
  const writer = new SpanWriter(contents, format, language, room, lose);
  const attributes = new AttributeWriter(contents.codebook, format, language, lose);
  const coders = new Map<string, string>(contents.coders.map(({ id, name }) => [id, name]));
  for (const one of contents.documents()) {
    const written = writer.write(one);
    for (const { annotation } of written.relations) attributes.loseAll(annotation, one.document.name);
    const tokens = tokensOf(one, written, false, lose);
    const tasks = tasksFor(one, coders);
    for (const task of tasks) {
      const line = taskOf(one, task, { written, tokens, coders, first: tasks[0] ?? task, attributes });
      yield { file: '', data: `${JSON.stringify(line)}\n` };
    }
  }
  writer.tellUnused();
  attributes.tellOfTerms();
}

/** A task for whoever annotated the document, and for whoever it came with a task from. */
function tasksFor(
  { document, annotations }: DocumentContents,
  coders: ReadonlyMap<string, string>,
): readonly TaskOfDocument[] {
  const before = tasksIn(fieldsFrom(document, format)['tasks']);
  const named = before.filter(({ coder }) => coder !== null);
  // What a task had that came from nobody in particular goes with the first one.
  const nameless = before.find(({ coder }) => coder === null)?.members ?? {};
  const names = new Set(annotations.map(({ coder }) => coders.get(coder) ?? coder));
  const fresh = [...names].filter((name) => !named.some(({ coder }) => coder === name));
  const tasks = [
    ...named,
    ...fresh.map((coder, index) => ({
      coder,
      members: index === 0 && named.length === 0 ? nameless : {},
    })),
  ];
  return tasks.length > 0 ? tasks : [{ coder: null, members: nameless }];
}

const answerMember: ReadonlySet<string> = new Set(['answer']);

/** What the tasks of a document share. */
interface Shared {
  readonly written: WrittenDocument;
  readonly tokens: Tokens;
  /** The names of coders, by id. */
  readonly coders: ReadonlyMap<string, string>;
  readonly first: TaskOfDocument;
  readonly attributes: AttributeWriter;
}

function taskOf(
  { document, text }: DocumentContents,
  { coder, members }: TaskOfDocument,
  { written: { spans, relations, roles }, tokens, coders, first, attributes }: Shared,
): JsonObject {
  const places = tokenPlaces(tokens.tokens);
  const isOwn = ({ annotation }: { readonly annotation: { readonly coder: string } }): boolean =>
    coder === null || (coders.get(annotation.coder) ?? annotation.coder) === coder;
  // The first task says what the status is: unless that was changed, every task keeps its answer.
  const before = first.members['answer'];
  const isUnchanged = before !== undefined && answerFor(document.status, before) === before;
  const answer = (isUnchanged ? members['answer'] : undefined) ?? answerFor(document.status, before);
  const untold = fieldsFrom(document, format)['meta'];
  return {
    // First what a file is recognised by, before the text makes its beginning long.
    ...(coder === null || annotatorOf(members) === coder ? {} : { _annotator_id: coder }),
    ...(answer === null ? {} : { answer }),
    ...without(members, answerMember),
    text,
    name: document.name,
    meta: writtenMetadata(document.metadata, isObject(untold) ? untold : {}),
    ...tokenMembersOf(tokens),
    spans: spans
      .filter((span) => isOwn(span) && !isBare(span, format))
      .map((span) => ({
        ...spanMember(span, places),
        ...attributes.memberOf(span.annotation, document.name),
      })),
    relations: [
      ...relations.filter(isOwn).map((relation) => arrowOf(relation, places, format)),
      ...roles.filter(({ from }) => isOwn(from)).map((role) => roleArrowOf(role, places, format)),
    ],
  };
}

const spanMember = (span: WrittenSpan, places: TokenPlaces): JsonObject => ({
  ...fieldsFrom(span.annotation, format),
  id: fileId(span.annotation, format),
  ...placed(span, places),
  label: span.label,
  ...kindMember(span.type.kind),
});
