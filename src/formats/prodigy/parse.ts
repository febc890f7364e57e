import { spanMembers } from '../json-lines/span-members';
import type { Json } from '../../core/model/origin';
import { plainAnnotation, plainDocument, type DocumentDraft, type Parsed } from '../exchange/drafts';
import type { ParseContext, SourceFile } from '../exchange/format';
import { GrowingCodebook } from '../exchange/growing-codebook';
import { ArrowReader, type ReadSpan } from '../json-lines/read-arrows';
import { withCodebook } from '../json-lines/documents';
import { idIn, isObject, textIn, without, wordsIn, type JsonObject } from '../json-lines/json';
import { readKind } from '../json-lines/kinds';
import { readMetadata } from '../json-lines/metadata';
import { fallbackName } from '../json-lines/names';
import { readRecords } from '../json-lines/records';
import { attributeMembers, readAttributes } from '../json-lines/span-attributes';
import { SpanReader } from '../json-lines/span-reader';
import { readTokens } from '../json-lines/token-list';
import { statusOf } from './status';
import { annotatorOf, format, keptTasks } from './tasks';
import { Together } from './together';

const taskMembers: ReadonlySet<string> = new Set([
  'text',
  'name',
  'spans',
  'tokens',
  'tokenizer',
  'relations',
  'meta',
]);

const membersOfSpan: ReadonlySet<string> = new Set([...spanMembers, ...attributeMembers]);

/** Reads tasks; those that several annotators made of one text become one document. */
export async function* parse(
  files: readonly SourceFile[],
  { language }: ParseContext,
): AsyncGenerator<Parsed> {
  for (const file of files) {
    const codebook = new GrowingCodebook(format, language);
    const together = await Together.of(file);
    let count = 0;
    for await (const item of readRecords(file)) {
      if (item.kind === 'warning') {
        yield item;
        continue;
      }
      const reader = new SpanReader(wordsIn(item.value['text']) ?? '', { file: file.path, line: item.line });
      const draft = readTask(item.value, reader, codebook, (count += 1));
      for (const problem of reader.warnings) yield { kind: 'warning', problem };
      for (const complete of draft ? together.add(draft, item.value) : [])
        yield* withCodebook(codebook, complete);
    }
    for (const document of together.rest()) yield* withCodebook(codebook, document);
  }
}

function readTask(
  task: JsonObject,
  reader: SpanReader,
  codebook: GrowingCodebook,
  count: number,
): DocumentDraft | null {
  const text = textIn(task['text']);
  if (text === undefined) {
    reader.unfit('', 'text');
    return null;
  }
  const coder = annotatorOf(task);
  const spans = reader
    .list(task['spans'], 'spans')
    .flatMap((span, index) => readSpan(span, index, reader, codebook));
  const { tokens, segmentations } = readTokens(task, reader, format);
  const annotations = new ArrowReader(spans, tokens, reader, codebook, format).read(task['relations']);
  const { metadata, untold } = readMetadata(reader.members(task['meta'], 'meta'));
  const { file, line } = reader.place;
  const tasks = keptTasks([{ coder, members: without(task, taskMembers) }]);
  const origin = { format, id: null, fields: { tasks, meta: untold } };
  return {
    ...plainDocument(`${file}:${line}`, wordsIn(task['name']) ?? fallbackName(file, count), text, origin),
    metadata,
    status: statusOf(task['answer']),
    segmentations,
    annotations: annotations.map((draft) => ({ ...draft, coder })),
  };
}

function readSpan(
  span: Json,
  index: number,
  reader: SpanReader,
  codebook: GrowingCodebook,
): readonly ReadSpan[] {
  const asked = isObject(span) ? idIn(span['id']) : undefined;
  const name = asked ?? `span ${index + 1}`;
  const label = isObject(span) ? idIn(span['label']) : undefined;
  if (!isObject(span) || label === undefined) {
    reader.unfit(name, 'label');
    return [];
  }
  const place = reader.span(span['start'], span['end'], name);
  if (!place) return [];
  if (typeof span['text'] === 'string' && span['text'] !== reader.quote(place)) reader.differs(name);
  const type = codebook.type(readKind(span['kind']), label);
  const origin = { format, id: asked ?? null, fields: without(span, membersOfSpan) };
  const attributes = readAttributes(span, name, type, codebook, reader);
  const draft = plainAnnotation(reader.freeId(asked, name), type, [place], origin);
  return [{ label, draft: { ...draft, attributes } }];
}
