import type { AttributeDomain } from '../../core/model/codebook';
import type { AttributeId } from '../../core/ids';
import { plainAnnotation, type AnnotationDraft } from '../exchange/drafts';
import type { GrowingCodebook } from '../exchange/growing-codebook';
import { idIn, isObject, listIn, without, wordsIn, type JsonObject } from '../json-lines/json';
import { readKind } from '../json-lines/kinds';
import type { OffsetUnit, SpanReader } from '../json-lines/span-reader';
import { quoteIn } from './offsets';
import { format } from './task';
import { domainOf, valueIn, wordsOf } from './values';

const regionMembers: ReadonlySet<string> = new Set(['id', 'value', 'meta', 'type']);
const relationMembers: ReadonlySet<string> = new Set(['from_id', 'to_id', 'labels', 'type', 'kind']);

type Draft = { -readonly [Key in keyof AnnotationDraft]: AnnotationDraft[Key] };

/** Reads what one annotator made of a task: regions with labels, what is told of them, and relations between them. */
export class RegionReader {
  readonly #reader: SpanReader;
  readonly #codebook: GrowingCodebook;
  readonly #unit: OffsetUnit;
  readonly #multiple: ReadonlySet<string>;
  readonly #set: number;
  readonly #regions = new Map<string, Draft[]>();

  constructor(
    reader: SpanReader,
    codebook: GrowingCodebook,
    unit: OffsetUnit,
    multiple: ReadonlySet<string>,
    set: number,
  ) {
    this.#reader = reader;
    this.#codebook = codebook;
    this.#unit = unit;
    this.#multiple = multiple;
    this.#set = set;
  }

  read(result: readonly JsonObject[]): readonly AnnotationDraft[] {
    for (const item of result) if (item['type'] === 'labels') this.#readRegion(item);
    const relations: AnnotationDraft[] = [];
    for (const item of result)
      if (item['type'] === 'relation') relations.push(...this.#readRelation(item));
      else if (item['type'] !== 'labels') this.#readValue(item);
    return [...[...this.#regions.values()].flat(), ...relations];
  }

  #readRegion(item: JsonObject): void {
    const id = idIn(item['id']) ?? '';
    const value = isObject(item['value']) ? item['value'] : {};
    const labels = listIn(value['labels']).flatMap((label) => idIn(label) ?? []);
    if (labels.length === 0) this.#reader.unfit(id, 'labels');
    const place = this.#reader.span(value['start'], value['end'], id, this.#unit);
    if (!place) return;
    const quote = quoteIn(value);
    if (quote !== undefined && quote !== this.#reader.quote(place)) this.#reader.differs(id);
    const notes = isObject(item['meta'])
      ? listIn(item['meta']['text']).flatMap((note) => wordsIn(note) ?? [])
      : [];
    for (const label of labels) {
      const type = this.#codebook.type(readKind(item['from_name']), label);
      const isFirst = !this.#regions.has(id);
      const origin = { format, id: isFirst && id !== '' ? id : null, fields: without(item, regionMembers) };
      const draft = plainAnnotation(this.#freeId(id), type, [place], origin);
      this.#regions.set(id, [...(this.#regions.get(id) ?? []), { ...draft, note: notes.join('\n') }]);
    }
  }

  #freeId(id: string): string {
    return this.#reader.freeId(undefined, this.#set === 1 ? id : `${this.#set}:${id}`);
  }

  /** What a control tells of a region becomes an attribute of each annotation that it is. */
  #readValue(item: JsonObject): void {
    const id = idIn(item['id']) ?? '';
    const name = idIn(item['from_name']) ?? '';
    const drafts = this.#regions.get(id);
    const kind = domainOf(item, this.#multiple.has(name));
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
    const isBackwards = item['direction'] === 'left';
    // An arrow that nobody named is a relation all the same.
    return (labels.length > 0 ? labels : ['relation']).map((label) => {
      const type = this.#codebook.type('relation', label);
      const origin = {
        format,
        id: null,
        fields: { ...without(item, relationMembers), ...(labels.length === 0 ? { unnamed: true } : {}) },
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

const domainFor = (kind: AttributeDomain['kind']): AttributeDomain =>
  kind === 'one-of' || kind === 'several-of' ? { kind, choices: [] } : { kind };
