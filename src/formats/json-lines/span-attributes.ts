import type { Codebook } from '../../core/codebook/codebook';
import { lookupIn, type Lookup } from '../../core/codebook/lookup';
import type { Lose } from '../../core/exchange/losses';
import { grouped } from '../../core/grouped';
import type { AttributeId, TypeId } from '../../core/ids';
import type { AnnotationRecord } from '../../core/model/annotation';
import type {
  AttributeDomain,
  AttributeRecord,
  AttributeValue,
  AttributeValues,
  TermRecord,
} from '../../core/model/codebook';
import type { Json } from '../../core/model/origin';
import type { GrowingCodebook } from '../exchange/growing-codebook';
import { uniqueNames } from '../exchange/unique-names';
import { isList, isObject, type JsonObject } from './json';
import type { SpanReader } from './span-reader';
import { UsedTerms } from './used-terms';

/** The member of a span that has its attributes by their names, where a format lets spans have members of any name. */
const attributesMember = 'attributes';

/** The member that says of what domain those are that JSON does not tell: all of these are texts there. */
const domainsMember = 'attribute_domains';

const untold = ['one-of', 'vocabulary', 'date'] as const;

export const attributeMembers: readonly string[] = [attributesMember, domainsMember];

/** Writes attributes of spans as values of JSON; what these cannot tell is told. */
export class AttributeWriter {
  readonly #codebook: Codebook;
  readonly #lookup: Lookup;
  readonly #usedTerms = new UsedTerms();
  /** The member that each attribute of a type goes by. */
  readonly #names: ReadonlyMap<TypeId, ReadonlyMap<string, string>>;
  /** The name of each term that no other of its vocabulary has. */
  readonly #terms: ReadonlyMap<AttributeId, ReadonlyMap<AttributeValue, string>>;
  readonly #lose: Lose;

  constructor(codebook: Codebook, format: string, language: string, lose: Lose) {
    const lookup = lookupIn(codebook);
    this.#codebook = codebook;
    this.#lookup = lookup;
    this.#names = new Map(
      codebook.types.map(({ id }) => [id, uniqueNames(lookup.attributesOf(id), format, language)]),
    );
    this.#terms = new Map(
      codebook.attributes
        .filter(({ domain }) => domain.kind === 'vocabulary')
        .map(({ id }) => [id, namesOfTheirOwn(lookup.termsOf(id))]),
    );
    this.#lose = lose;
  }

  /** The member of a span; nothing where it has no attribute. `document` is called so in the report of losses. */
  memberOf({ id, type, attributes }: AnnotationRecord, document: string): JsonObject {
    const values: [string, Json][] = [];
    const domains: [string, Json][] = [];
    for (const [part, value] of Object.entries(attributes)) {
      const attribute = this.#lookup.attribute(part as AttributeId);
      const json = attribute && this.#valueOf(attribute, value);
      const name = this.#names.get(type)?.get(part);
      if (!attribute || json === undefined || name === undefined)
        this.#lose({ thing: 'attribute', reason: 'value-shape', record: id, part, document });
      else {
        values.push([name, json]);
        if (attribute.domain.kind === 'vocabulary') this.#usedTerms.add(value);
        const kind = untold.find((one) => one === attribute.domain.kind);
        if (typeof json === 'string' && kind) domains.push([name, kind]);
      }
    }
    return {
      ...(values.length === 0 ? {} : { [attributesMember]: Object.fromEntries(values) }),
      ...(domains.length === 0 ? {} : { [domainsMember]: Object.fromEntries(domains) }),
    };
  }

  /** Tells of the attributes of what has no member for them. */
  loseAll({ id, attributes }: AnnotationRecord, document: string): void {
    for (const part of Object.keys(attributes))
      this.#lose({ thing: 'attribute', reason: 'kind', record: id, part, document });
  }

  /** To be called after the last document: terms come back with the values that name them. */
  tellOfTerms(): void {
    this.#usedTerms.tell(this.#codebook.terms, this.#lose);
  }

  #valueOf({ id, domain }: AttributeRecord, value: AttributeValue): Json | undefined {
    return domain.kind === 'vocabulary' ? this.#terms.get(id)?.get(value) : (value as Json);
  }
}

/** The names of terms by their ids, without those that two of them have. */
function namesOfTheirOwn(terms: readonly TermRecord[]): ReadonlyMap<AttributeValue, string> {
  const byName = grouped(terms, ({ name }) => name);
  return new Map(
    terms.filter(({ name }) => byName.get(name)?.length === 1).map(({ id, name }) => [id, name]),
  );
}

/** The attributes of a span of a type; tells of values that none can have. */
export function readAttributes(
  span: JsonObject,
  id: string,
  type: TypeId,
  codebook: GrowingCodebook,
  reader: SpanReader,
): AttributeValues {
  const found: [AttributeId, AttributeValue][] = [];
  const told = new Map(Object.entries(reader.members(span[domainsMember], domainsMember)));
  for (const [name, value] of Object.entries(reader.members(span[attributesMember], attributesMember))) {
    const domain = domainOf(value, told.get(name));
    if (domain) {
      const attribute = codebook.attribute({ of: 'type', type }, name, domain);
      const isTerm = domain.kind === 'vocabulary' && typeof value === 'string';
      found.push([attribute, isTerm ? codebook.term(attribute, value) : (value as AttributeValue)]);
    } else reader.unfit(id, name);
  }
  return Object.fromEntries(found);
}

/** What takes such a value, as far as the value alone tells it; undefined where nothing does. */
function domainOf(value: Json, told: Json | undefined): AttributeDomain | undefined {
  if (typeof value === 'boolean') return { kind: 'yes-no' };
  if (typeof value === 'number') return { kind: 'number' };
  if (typeof value === 'string') {
    const kind = untold.find((one) => one === told) ?? 'text';
    return kind === 'one-of' ? { kind, choices: [] } : { kind };
  }
  const isText = (one: Json | undefined): boolean => typeof one === 'string';
  if (isList(value)) return value.every(isText) ? { kind: 'several-of', choices: [] } : undefined;
  return isObject(value) && isText(value['edtf']) && isText(value['words']) ? { kind: 'date' } : undefined;
}
