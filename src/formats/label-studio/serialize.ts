import { lookupIn } from '../../core/codebook/lookup';
import type { Lose } from '../../core/exchange/losses';
import type { AttributeId } from '../../core/ids';
import type { AnnotationRecord } from '../../core/model/annotation';
import { makeOffsetTable } from '../../core/offsets';
import type { Contents, DocumentContents } from '../exchange/contents';
import type { Piece, SerializeContext } from '../exchange/format';
import { roleKind } from '../json-lines/arrows';
import { isObject, without, wordsIn, type JsonObject } from '../json-lines/json';
import { writtenMetadata } from '../json-lines/metadata';
import { labelled } from '../json-lines/names';
import { fieldsFrom, fileId } from '../json-lines/origins';
import { UsedTerms } from '../json-lines/used-terms';
import {
  SpanWriter,
  type WrittenDocument,
  type WrittenEnd,
  type WrittenRelation,
  type WrittenRole,
  type WrittenSpan,
} from '../json-lines/written';
import { labellingConfig } from './config';
import { controlsOf, type Controls } from './controls';
import { setMember, Sets, setsIn } from './sets';
import { format } from './task';
import { termNames, toldValue } from './values';

export const [tasksFile, configFile] = ['tasks.json', 'labeling-config.xml'] as const;

/** Two files: the tasks with what was annotated, and the labelling interface for them. */
export function* serialize(contents: Contents, context: SerializeContext): Generator<Piece> {
  const { language, lose } = context;
  const { codebook } = contents;
  const room = { bareEnds: false, relations: true, kinds: true, byCoder: true };
  const writer = new SpanWriter(contents, format, language, room, lose);
  const controls = controlsOf(codebook, language);
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
  tasks.usedTerms.tell(codebook.terms, lose);
  const labels = labelled(codebook, format, language);
  const member = tasks.textMember ?? 'text';
  yield { file: configFile, data: labellingConfig(codebook, labels, controls, member, language) };
}

class TaskWriter {
  readonly #coders: ReadonlyMap<string, string>;
  readonly #controls: Controls;
  readonly #attributes;
  readonly #terms: ReadonlyMap<string, string>;
  readonly #isUtf16: boolean;
  readonly #lose: Lose;
  readonly usedTerms = new UsedTerms();
  /** The name under which the data of all tasks has the text, since there is one labelling interface for all of them. */
  textMember: string | null = null;

  constructor({ coders, codebook }: Contents, controls: Controls, { options, lose }: SerializeContext) {
    this.#coders = new Map(coders.map(({ id, name }) => [id, name]));
    this.#controls = controls;
    this.#attributes = lookupIn(codebook).attribute;
    this.#terms = termNames(codebook.terms);
    this.#isUtf16 = options['offsets'] === 'utf-16';
    this.#lose = lose;
  }

  write(one: DocumentContents, { spans, relations, roles }: WrittenDocument): JsonObject {
    const { document, text } = one;
    const { members, sets: kept, textMember } = fieldsFrom(document, format);
    this.textMember ??= wordsIn(textMember) ?? 'text';
    for (const { annotation } of relations) this.#tellOfRelation(annotation, document.name);
    const sets = new Sets<JsonObject>(setsIn(kept));
    const arrows = [
      ...relations.map(({ annotation, ...arrow }) => ({ ...arrow, record: annotation })),
      ...roles.map(({ link, ...arrow }) => ({ ...arrow, record: link })),
    ];
    const place = ({ annotation }: WrittenSpan, isApart: boolean): number =>
      sets.place(this.#coderOf(annotation), annotation, isApart);
    const isWithin = ({ from, to }: Arrow): boolean =>
      from.annotation !== null && to.annotation !== null && place(from, true) === place(to, true);
    // What ties two sets of one coder together makes them one.
    const isApart = arrows.every(isWithin);
    const offsets = makeOffsetTable(text);
    const ids = new RegionIds();
    for (const span of spans) {
      const set = place(span, isApart);
      sets.add(set, ...this.#region(span, ids.of(set, span), one, offsets));
    }
    for (const arrow of arrows) {
      const { from, to } = arrow;
      if (from.annotation === null || to.annotation === null) continue;
      const set = place(from, isApart);
      sets.add(set, relationOf(arrow, ids.of(set, from), ids.of(set, to)));
    }
    return {
      ...(isObject(members) ? members : {}),
      annotations: sets.all().map(({ coder, before, items }) => ({
        ...(before?.members ?? addressOf(coder)),
        ...(coder === null ? {} : { coder }),
        result: [...items, ...(before?.results ?? [])],
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
    const { untold } = fieldsFrom(document, format);
    const member = this.textMember ?? 'text';
    const isFree = ([key]: [string, string]): boolean => key !== member && key !== 'name' && key !== 'text';
    const metadata = Object.entries(document.metadata);
    for (const [part] of metadata.filter((entry) => !isFree(entry)))
      this.#lose({
        thing: 'metadata',
        reason: 'no-place',
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
    id: string,
    { document, text }: DocumentContents,
    offsets: ReturnType<typeof makeOffsetTable>,
  ): readonly JsonObject[] {
    const fields = without(fieldsFrom(annotation, format), ofSet);
    const [from, to] = [offsets.toUtf16(start), offsets.toUtf16(end)];
    const place = {
      start: this.#isUtf16 ? from : start,
      end: this.#isUtf16 ? to : end,
      text: text.slice(from, to),
    };
    const common = { id, to_name: this.#controls.object };
    const values = Object.entries(annotation.attributes).flatMap(([key, value]): readonly JsonObject[] => {
      const attribute = this.#attributes(key as AttributeId);
      const told = attribute && toldValue(attribute, value, (term) => this.#terms.get(term) ?? null);
      if (attribute && told) {
        const from_name = this.#controls.ofAttribute(attribute);
        const { kind } = attribute.domain;
        if (kind === 'vocabulary') this.usedTerms.add(value);
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
        from_name: this.#controls.ofType(type),
        type: 'labels',
        value: { ...place, labels: [label] },
        ...(annotation.note === '' ? {} : { meta: { text: [annotation.note] } }),
      },
      ...values,
    ];
  }
}

const ofSet: ReadonlySet<string> = new Set([setMember]);

/** Label Studio takes an annotator it knows by their address; a name it would refuse. */
const addressOf = (name: string | null): JsonObject =>
  name !== null && /^\S+@\S+$/u.test(name) ? { completed_by: { email: name } } : {};

/** What regions are called: as they came, unless another one of the set is called so. */
class RegionIds {
  readonly #taken = new Map<string, string>();

  of(set: number, { annotation }: WrittenSpan): string {
    const asked = fileId(annotation, format);
    const key = `${set} ${asked}`;
    const owner = this.#taken.get(key) ?? annotation.id;
    this.#taken.set(key, owner);
    return owner === annotation.id ? asked : annotation.id;
  }
}

/** A relation, or what fills a role. */
interface Arrow {
  readonly record: WrittenRelation['annotation'] | WrittenRole['link'];
  readonly type?: WrittenRelation['type'];
  readonly label: string;
  readonly from: WrittenEnd;
  readonly to: WrittenEnd;
}

function relationOf({ record, type, label }: Arrow, from: string, to: string): JsonObject {
  const { unnamed, direction, ...fields } = without(fieldsFrom(record, format), ofSet);
  const isBackwards = direction === 'left';
  const [from_id, to_id] = isBackwards ? [to, from] : [from, to];
  return {
    ...fields,
    type: 'relation',
    from_id,
    to_id,
    direction: wordsIn(direction) ?? (type?.symmetric === true ? 'bi' : 'right'),
    labels: unnamed === true ? [] : [label],
    ...(type === undefined ? { kind: roleKind } : {}),
  };
}
