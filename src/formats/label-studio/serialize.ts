import { lookupIn } from '../../core/codebook/lookup';
import type { Lose } from '../../core/exchange/losses';
import type { AttributeId } from '../../core/ids';
import type { AnnotationRecord } from '../../core/model/annotation';
import { makeOffsetTable } from '../../core/offsets';
import type { Contents, DocumentContents } from '../exchange/contents';
import type { Piece, SerializeContext } from '../exchange/format';
import { isObject, listIn, wordsIn, type JsonObject } from '../json-lines/json';
import { writtenMetadata } from '../json-lines/metadata';
import { labelled, uniqueNames } from '../json-lines/names';
import { fieldsFrom, fileId } from '../json-lines/origins';
import {
  SpanWriter,
  type WrittenDocument,
  type WrittenRelation,
  type WrittenSpan,
} from '../json-lines/written';
import { labellingConfig } from './config';
import { format } from './task';
import { termNames, toldValue } from './values';

export const [tasksFile, configFile] = ['tasks.json', 'labeling-config.xml'] as const;

/** Two files: the tasks with what was annotated, and the labelling interface for them. */
export function* serialize(contents: Contents, context: SerializeContext): Generator<Piece> {
  const { language, lose } = context;
  const { codebook } = contents;
  const room = { bareEnds: false, relations: true, kinds: true, byCoder: true };
  const writer = new SpanWriter(contents, format, language, room, lose);
  const ofTypes = codebook.attributes.filter(({ owner }) => owner.of === 'type');
  const controls = uniqueNames(ofTypes, format, language) as ReadonlyMap<AttributeId, string>;
  const tasks = new TaskWriter(contents, controls, context);
  yield { file: tasksFile, data: '[' };
  let isFirst = true;
  for (const one of contents.documents()) {
    const task = tasks.write(one, writer.write(one));
    yield { file: tasksFile, data: `${isFirst ? '' : ','}\n${JSON.stringify(task)}` };
    isFirst = false;
  }
  yield { file: tasksFile, data: '\n]\n' };
  writer.tellUnused();
  const labels = labelled(codebook, format, language);
  yield { file: configFile, data: labellingConfig(codebook, labels, controls, language) };
}

class TaskWriter {
  readonly #coders: ReadonlyMap<string, string>;
  readonly #controls: ReadonlyMap<AttributeId, string>;
  readonly #attributes;
  readonly #terms: ReadonlyMap<string, string>;
  readonly #isUtf16: boolean;
  readonly #lose: Lose;

  constructor(
    { coders, codebook }: Contents,
    controls: ReadonlyMap<AttributeId, string>,
    { options, lose }: SerializeContext,
  ) {
    this.#coders = new Map(coders.map(({ id, name }) => [id, name]));
    this.#controls = controls;
    this.#attributes = lookupIn(codebook).attribute;
    this.#terms = termNames(codebook.terms);
    this.#isUtf16 = options['offsets'] === 'utf-16';
    this.#lose = lose;
  }

  write(one: DocumentContents, { spans, relations }: WrittenDocument): JsonObject {
    const { document, text } = one;
    const { members, sets } = fieldsFrom(document, format);
    const before = listIn(sets).flatMap((set) =>
      isObject(set) && isObject(set['members'])
        ? [{ coder: typeof set['coder'] === 'string' ? set['coder'] : null, members: set['members'] }]
        : [],
    );
    const names = new Set([
      ...before.flatMap(({ coder }) => coder ?? []),
      ...one.annotations.map((annotation) => this.#coderOf(annotation)),
    ]);
    const isBy =
      (name: string) =>
      ({ annotation }: WrittenSpan | WrittenRelation) =>
        this.#coderOf(annotation) === name;
    for (const { annotation } of relations) this.#tellOfRelation(annotation, document.name);
    const offsets = makeOffsetTable(text);
    return {
      ...(isObject(members) ? members : {}),
      annotations: [...names].map((name) => ({
        ...(before.find(({ coder }) => coder === name)?.members ?? addressOf(name)),
        coder: name,
        result: [
          ...spans.filter(isBy(name)).flatMap((span) => this.#region(span, one, offsets)),
          ...relations.filter(isBy(name)).map((relation) => arrow(relation)),
        ],
      })),
      data: this.#dataOf(one),
    };
  }

  #coderOf({ coder }: AnnotationRecord): string {
    return this.#coders.get(coder) ?? coder;
  }

  #tellOfRelation({ id, attributes, note }: AnnotationRecord, document: string): void {
    for (const part of Object.keys(attributes))
      this.#lose({ thing: 'attribute', reason: 'no-place', record: id, part, document });
    if (note !== '') this.#lose({ thing: 'note', reason: 'no-place', record: id, part: null, document });
  }

  #dataOf({ document, text }: DocumentContents): JsonObject {
    const { textMember, untold } = fieldsFrom(document, format);
    const member = wordsIn(textMember) ?? 'text';
    const isFree = ([key]: [string, string]): boolean => key !== member && key !== 'name' && key !== 'text';
    const metadata = Object.entries(document.metadata);
    for (const [part] of metadata.filter((entry) => !isFree(entry)))
      this.#lose({
        thing: 'metadata',
        reason: 'spelling',
        record: document.id,
        part,
        document: document.name,
      });
    return {
      ...writtenMetadata(Object.fromEntries(metadata.filter(isFree)), isObject(untold) ? untold : {}),
      name: document.name,
      [member]: text,
    };
  }

  #region(
    { annotation, label, type, start, end }: WrittenSpan,
    { document, text }: DocumentContents,
    offsets: ReturnType<typeof makeOffsetTable>,
  ): readonly JsonObject[] {
    const fields = fieldsFrom(annotation, format);
    const [from, to] = [offsets.toUtf16(start), offsets.toUtf16(end)];
    const id = fileId(annotation, format);
    const place = {
      start: this.#isUtf16 ? from : start,
      end: this.#isUtf16 ? to : end,
      text: text.slice(from, to),
    };
    const common = { id, to_name: wordsIn(fields['to_name']) ?? 'text' };
    const values = Object.entries(annotation.attributes).flatMap(([key, value]): readonly JsonObject[] => {
      const attribute = this.#attributes(key as AttributeId);
      const told = attribute && toldValue(attribute, value, (term) => this.#terms.get(term) ?? null);
      if (attribute && told) {
        const from_name = this.#controls.get(attribute.id) ?? attribute.id;
        const { kind } = attribute.domain;
        return [{ ...common, from_name, type: told.type, domain: kind, value: { ...place, ...told.value } }];
      }
      this.#lose({
        thing: 'attribute',
        reason: 'value-shape',
        record: annotation.id,
        part: key,
        document: document.name,
      });
      return [];
    });
    return [
      {
        ...fields,
        ...common,
        from_name: wordsIn(fields['from_name']) ?? type.kind,
        type: 'labels',
        value: { ...place, labels: [label] },
        ...(annotation.note === '' ? {} : { meta: { text: [annotation.note] } }),
      },
      ...values,
    ];
  }
}

/** Label Studio takes an annotator it knows by their address; a name it would refuse. */
const addressOf = (name: string): JsonObject =>
  /^\S+@\S+$/u.test(name) ? { completed_by: { email: name } } : {};

function arrow({ annotation, type, label, from, to }: WrittenRelation): JsonObject {
  const { unnamed, direction, ...fields } = fieldsFrom(annotation, format);
  const ends = [from, to].map((end) => (end.annotation ? fileId(end.annotation, format) : ''));
  const isBackwards = direction === 'left';
  const [from_id = '', to_id = ''] = isBackwards ? ends.toReversed() : ends;
  return {
    ...fields,
    type: 'relation',
    from_id,
    to_id,
    direction: wordsIn(direction) ?? (type.symmetric ? 'bi' : 'right'),
    labels: unnamed === true ? [] : [label],
  };
}
