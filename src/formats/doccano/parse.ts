import type { Json } from '../../core/model/origin';
import { plainAnnotation, plainDocument, type AnnotationDraft, type DocumentDraft } from '../exchange/drafts';
import type { Importing } from '../exchange/format';
import type { GrowingCodebook } from '../exchange/growing-codebook';
import { readDocuments, type ReadDocument } from '../json-lines/documents';
import { idIn, isList, isObject, listIn, without, wordsIn, type JsonObject } from '../json-lines/json';
import { readKind } from '../json-lines/kinds';
import { readMetadata } from '../json-lines/metadata';
import { fallbackName } from '../json-lines/names';
import type { OffsetUnit, SpanReader } from '../json-lines/span-reader';

export const format = 'doccano';

/** Where spans stand, by the version of doccano. */
const spanLists = ['label', 'labels', 'entities', 'annotations'] as const;

const spanMembers: ReadonlySet<string> = new Set(['id', 'label', 'start_offset', 'end_offset', 'kind']);
const relationMembers: ReadonlySet<string> = new Set(['id', 'from_id', 'to_id', 'type']);

export const parse: Importing['parse'] = (files, { options, language }) => {
  const unit = options['offsets'] === 'utf-16' ? 'utf-16' : 'code-points';
  const read: ReadDocument = (...example) => readExample(unit, ...example);
  return readDocuments(files, format, language, read, ['text', 'data']);
};

function readExample(
  unit: OffsetUnit,
  ...[example, text, reader, codebook, count]: Parameters<ReadDocument>
): DocumentDraft {
  const lists = spanLists.filter((member) => holdsSpans(example[member]));
  const spans = lists
    .flatMap((member) => listIn(example[member]))
    .flatMap((span, index) => readSpan(span, index, reader, codebook, unit));
  const arrows = listIn(example['relations']).flatMap((relation, index) =>
    readRelation(relation, index, reader, codebook, spans),
  );
  const textMember = wordsIn(example['text']) === undefined ? 'data' : 'text';
  const comments = listIn(example['Comments']);
  const known = new Set<string>([...lists, textMember, 'relations', 'Comments', 'name', 'id']);
  // Whatever else stands there is metadata to doccano itself.
  const { metadata, untold } = readMetadata(without(example, known));
  const id = idIn(example['id']);
  const { file, line } = reader.place;
  const fields = { textMember, spansMember: lists[0] ?? null, comments, untold };
  const name = wordsIn(example['name']) ?? fallbackName(file, count);
  return {
    ...plainDocument(`${file}:${line}`, name, text, { format, id: id ?? null, fields }),
    metadata,
    note: noteOf(comments),
    annotations: [...spans, ...arrows],
  };
}

/** Comments as one note. */
export const noteOf = (comments: readonly Json[]): string =>
  comments
    .flatMap((comment) => (isObject(comment) ? (wordsIn(comment['text']) ?? []) : (wordsIn(comment) ?? [])))
    .join('\n\n');

/** Labels of whole documents stand under the same names: texts, not stretches of it. */
const holdsSpans = (value: Json | undefined): boolean =>
  isList(value) && value.every((one) => isList(one) || isObject(one));

function readSpan(
  span: Json,
  index: number,
  reader: SpanReader,
  codebook: GrowingCodebook,
  unit: OffsetUnit,
): readonly AnnotationDraft[] {
  const members: JsonObject = isList(span)
    ? { start_offset: span[0] ?? null, end_offset: span[1] ?? null, label: span[2] ?? null }
    : isObject(span)
      ? span
      : {};
  const asked = idIn(members['id']);
  const name = asked ?? `span ${index + 1}`;
  const label = idIn(members['label']);
  if (label === undefined) {
    reader.unfit(name, 'label');
    return [];
  }
  const place = reader.span(members['start_offset'], members['end_offset'], name, unit);
  if (!place) return [];
  const type = codebook.type(readKind(members['kind']), label);
  const origin = { format, id: asked ?? null, fields: without(members, spanMembers) };
  return [plainAnnotation(reader.freeId(asked, name), type, [place], origin)];
}

function readRelation(
  relation: Json,
  index: number,
  reader: SpanReader,
  codebook: GrowingCodebook,
  spans: readonly AnnotationDraft[],
): readonly AnnotationDraft[] {
  const asked = isObject(relation) ? idIn(relation['id']) : undefined;
  // Relations are numbered on their own: a span may have the same number.
  const name = `relation ${asked ?? index + 1}`;
  const label = isObject(relation) ? idIn(relation['type']) : undefined;
  if (!isObject(relation) || label === undefined) {
    reader.unfit(name, 'type');
    return [];
  }
  const ends = ['from_id', 'to_id'].map((member) => idIn(relation[member]) ?? '');
  const missing = ends.filter((end) => !spans.some(({ origin }) => origin?.id === end));
  for (const end of missing) reader.missing(name, end);
  if (missing.length > 0) return [];
  const type = codebook.type('relation', label);
  const origin = { format, id: asked ?? null, fields: without(relation, relationMembers) };
  return [
    {
      ...plainAnnotation(reader.freeId(undefined, name), type, [], origin),
      links: ends.map((end, side) => ({
        role: codebook.role(type, side === 0 ? 'from' : 'to'),
        target: {
          by: 'annotation' as const,
          annotation: spans.find((span) => span.origin?.id === end)?.id ?? end,
          document: null,
        },
        origin: null,
      })),
    },
  ];
}
