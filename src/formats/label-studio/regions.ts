import { addTo } from '../../core/grouped';
import type { AttributeDomain } from '../../core/model/codebook';
import type { AttributeId } from '../../core/ids';
import type { Json } from '../../core/model/origin';
import { plainAnnotation, type AnnotationDraft } from '../exchange/drafts';
import type { GrowingCodebook } from '../exchange/growing-codebook';
import { roleKind } from '../json-lines/arrows';
import { idIn, isObject, listIn, without, wordsIn, type JsonObject } from '../json-lines/json';
import { readKind } from '../json-lines/kinds';
import type { OffsetUnit, SpanReader } from '../json-lines/span-reader';
import { quoteIn } from './offsets';
import { setMember } from './sets';
import { format } from './task';
import { domainOf, valueIn, wordsOf } from './values';

const regionMembers: ReadonlySet<string> = new Set(['id', 'value', 'meta', 'type']);
const relationMembers: ReadonlySet<string> = new Set(['from_id', 'to_id', 'labels', 'type', 'kind']);

/** Which of a task's sets this is, from 0, and whether it is the only one of its annotator. */
export interface SetPlace {
  readonly index: number;
  readonly isOnly: boolean;
}

type Draft = { -readonly [Key in keyof AnnotationDraft]: AnnotationDraft[Key] };

/** Reads what one annotator made of a task: regions with labels, what is told of them, and relations between them. */
export class RegionReader {
  readonly #reader: SpanReader;
  readonly #codebook: GrowingCodebook;
  readonly #unit: OffsetUnit;
  readonly #multiple: ReadonlySet<string>;
  readonly #set: SetPlace;
  readonly #regions = new Map<string, Draft[]>();
  readonly #kept: JsonObject[] = [];

  constructor(
    reader: SpanReader,
    codebook: GrowingCodebook,
    unit: OffsetUnit,
    multiple: ReadonlySet<string>,
    set: SetPlace,
  ) {
    this.#reader = reader;
    this.#codebook = codebook;
    this.#unit = unit;
    this.#multiple = multiple;
    this.#set = set;
  }

  read(result: readonly JsonObject[]): readonly AnnotationDraft[] {
    for (const item of result) if (isLabelling(item)) this.#readRegion(item);
    const relations: AnnotationDraft[] = [];
    for (const item of result)
      if (item['type'] === 'relation') relations.push(...this.#readRelation(item));
      else if (!isLabelling(item)) this.#readValue(item);
    return [...[...this.#regions.values()].flat(), ...relations];
  }

  /** What is told of the whole task, once everything was read. */
  get kept(): readonly JsonObject[] {
    return this.#kept;
  }

  #readRegion(item: JsonObject): void {
    const id = idIn(item['id']) ?? '';
    const value = isObject(item['value']) ? item['value'] : {};
    const labels = labelsIn(value).flatMap((label) => idIn(label) ?? []);
    if (labels.length === 0) {
      this.#reader.kept(id, 'labels');
      this.#kept.push(item);
      return;
    }
    const { start, end } = placeIn(value);
    const place = this.#reader.span(start, end, id, this.#unit);
    if (!place) return;
    const quote = quoteIn(value);
    // Characters of a page are not those of its text: without the quoted text nothing says where they are.
    if (item['type'] === 'hypertextlabels' && quote !== this.#reader.quote(place)) {
      this.#reader.unfit(id, 'start');
      return;
    }
    if (quote !== undefined && quote !== this.#reader.quote(place)) this.#reader.differs(id);
    const notes = isObject(item['meta'])
      ? listIn(item['meta']['text']).flatMap((note) => wordsIn(note) ?? [])
      : [];
    for (const label of labels) {
      const { from_name: control = null, to_name: object = null } = item;
      const type = this.#codebook.type(readKind(control), label, { control, object });
      const isFirst = !this.#regions.has(id);
      const fields = { ...without(item, regionMembers), ...this.#setField };
      const origin = { format, id: isFirst && id !== '' ? id : null, fields };
      const draft = plainAnnotation(this.#freeId(id), type, [place], origin);
      addTo(this.#regions, id, { ...draft, note: notes.join('\n') });
    }
  }

  #freeId(id: string): string {
    const { index } = this.#set;
    return this.#reader.freeId(undefined, index === 0 ? id : `${index + 1}:${id}`);
  }

  get #setField(): JsonObject {
    return this.#set.isOnly ? {} : { [setMember]: this.#set.index };
  }

  /** What a control tells of a region becomes an attribute of each annotation that it is. */
  #readValue(item: JsonObject): void {
    const id = idIn(item['id']) ?? '';
    const name = idIn(item['from_name']) ?? '';
    const drafts = this.#regions.get(id);
    const kind = domainOf(item, this.#multiple.has(name));
    if (!drafts && isObject(item['value']) && !('start' in item['value'])) {
      this.#reader.kept(id, name);
      this.#kept.push(item);
      return;
    }
    if (!drafts || kind === null || !isObject(item['value'])) {
      this.#reader.unfit(id, name);
      return;
    }
    for (const draft of drafts) {
      const attribute = this.#codebook.attribute({ of: 'type', type: draft.type }, name, domainFor(kind));
      const words = wordsOf(item['value']);
      const value = kind === 'vocabulary' ? this.#term(attribute, words) : valueIn(kind, words);
      if (value === null) this.#reader.unfit(id, name);
      else draft.attributes = { ...draft.attributes, [attribute]: value };
    }
  }

  /** What fills a role goes out as a relation, too. */
  #readRoles(item: JsonObject, labels: readonly string[], from: Draft, to: Draft): void {
    if (labels.length === 0) this.#reader.unfit(from.id, 'labels');
    for (const label of labels) {
      const link = {
        role: this.#codebook.role(from.type, label),
        target: { by: 'annotation', annotation: to.id, document: null },
        origin: { format, id: null, fields: without(item, relationMembers) },
      } as const;
      from.links = [...from.links, link];
    }
  }

  #term(attribute: AttributeId, [name]: readonly string[]): string | null {
    return name === undefined ? null : this.#codebook.term(attribute, name);
  }

  #readRelation(item: JsonObject): readonly AnnotationDraft[] {
    const ends = [idIn(item['from_id']) ?? '', idIn(item['to_id']) ?? ''];
    const name = `relation ${ends.join(' ')}`;
    const [from, to] = ends.map((end) => this.#regions.get(end)?.[0]);
    if (!from || !to) {
      for (const end of ends) if (!this.#regions.has(end)) this.#reader.missing(name, end);
      return [];
    }
    const labels = listIn(item['labels']).flatMap((label) => idIn(label) ?? []);
    if (item['kind'] === roleKind) {
      this.#readRoles(item, labels, from, to);
      return [];
    }
    const isBackwards = item['direction'] === 'left';
    // An arrow that nobody named is a relation all the same.
    return (labels.length > 0 ? labels : ['relation']).map((label) => {
      const type = this.#codebook.type('relation', label);
      const origin = {
        format,
        id: null,
        fields: {
          ...without(item, relationMembers),
          ...(labels.length === 0 ? { unnamed: true } : {}),
          ...this.#setField,
        },
      };
      return {
        ...plainAnnotation(this.#freeId(name), type, [], origin),
        links: (isBackwards ? [to, from] : [from, to]).map((end, side) => ({
          role: this.#codebook.role(type, side === 0 ? 'from' : 'to'),
          target: { by: 'annotation' as const, annotation: end.id, document: null },
          origin: null,
        })),
      };
    });
  }
}

const isLabelling = ({ type }: JsonObject): boolean => type === 'labels' || type === 'hypertextlabels';

/** The labels of a region: those of its control, whose value is called as it is. */
const labelsIn = (value: JsonObject): readonly Json[] =>
  ['labels', 'hypertextlabels', 'htmllabels'].flatMap((member) => listIn(value[member]));

/** Where a region stands. Regions of a `HyperText` say it by their nodes, and besides by characters. */
function placeIn(value: JsonObject): { readonly start?: Json; readonly end?: Json } {
  const { start, end, globalOffsets } = value;
  return isObject(globalOffsets) && typeof start === 'string'
    ? { start: globalOffsets['start'] ?? null, end: globalOffsets['end'] ?? null }
    : { start: start ?? null, end: end ?? null };
}

const domainFor = (kind: AttributeDomain['kind']): AttributeDomain =>
  kind === 'one-of' || kind === 'several-of' ? { kind, choices: [] } : { kind };
