import type { Json } from '../../core/model/origin';
import { plainAnnotation, plainDocument, type AnnotationDraft, type DocumentDraft } from '../exchange/drafts';
import type { Importing } from '../exchange/format';
import type { GrowingCodebook } from '../exchange/growing-codebook';
import { readDocuments, type ReadDocument } from '../json-lines/documents';
import { idIn, isList, isObject, textIn, without, wordsIn, type JsonObject } from '../json-lines/json';
import { readKind } from '../json-lines/kinds';
import { readMetadata } from '../json-lines/metadata';
import { fallbackName } from '../json-lines/names';
import type { OffsetUnit, SpanReader } from '../json-lines/span-reader';
import { format } from './names';
import { RelationReader } from './read-relations';

/** Where spans stand, by the version of doccano. */
const spanLists = ['label', 'labels', 'entities', 'annotations'] as const;

const spanMembers: ReadonlySet<string> = new Set(['id', 'label', 'start_offset', 'end_offset', 'kind']);

/** Reads examples; an option of the import says what their offsets count. */
export const parse: Importing['parse'] = (files, { options, language }) => {
  const unit = options['offsets'] === 'utf-16' ? 'utf-16' : 'code-points';
  const read: ReadDocument = (...example) => readExample(unit, ...example);
  return readDocuments(files, format, language, read, ['text', 'data']);
};

function readExample(
  unit: OffsetUnit,
  ...[example, text, reader, codebook, count]: Parameters<ReadDocument>
): DocumentDraft {
  const lists = spanLists.filter((member) => holdsSpans(example[member], member));
  const spans = lists
    .flatMap((member) => reader.list(example[member], member))
    .flatMap((span, index) => readSpan(span, index, reader, codebook, unit));
  const arrows = new RelationReader(spans, reader, codebook);
  const annotations = arrows.read(example['relations']);
  const textMember = textIn(example['text']) === undefined ? 'data' : 'text';
  const comments = reader.list(example['Comments'], 'Comments');
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
    annotations,
  };
}

/** Comments as one note. */
export const noteOf = (comments: readonly Json[]): string =>
  comments
    .flatMap((comment) => (isObject(comment) ? (wordsIn(comment['text']) ?? []) : (wordsIn(comment) ?? [])))
    .join('\n\n');

/**
 * Whether stretches of the text stand there. Labels of whole documents stand under the same names as texts; one list
 * that has both is of stretches, and what is none is told.
 */
const holdsSpans = (value: Json | undefined, member: string): boolean =>
  isList(value) &&
  (member === 'entities' || value.length === 0 || value.some((one) => isList(one) || isObject(one)));

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
  // Its first versions tell labels by their numbers, with the names beside them.
  const label = idIn(members['label_name']) ?? idIn(members['label']);
  if (label === undefined) {
    reader.unfit(name, 'label');
    return [];
  }
  const place = reader.span(members['start_offset'], members['end_offset'], name, unit);
  if (!place) return [];
  const type = codebook.type(readKind(members['kind']), label);
  const number = members['label_name'] === undefined ? {} : { label: members['label'] ?? null };
  const origin = { format, id: asked ?? null, fields: { ...without(members, spanMembers), ...number } };
  return [plainAnnotation(reader.freeId(asked, name), type, [place], origin)];
}
