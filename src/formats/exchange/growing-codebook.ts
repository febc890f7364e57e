import type { Codebook } from '../../core/codebook/codebook';
import { nextHue } from '../../core/codebook/hues';
import { plainAttribute, plainRole, plainType } from '../../core/codebook/plain-records';
import { addTo } from '../../core/grouped';
import type { AttributeId, RoleId, TermId, TypeId } from '../../core/ids';
import type {
  AttributeDomain,
  AttributeOwner,
  AttributeRecord,
  Kind,
  RoleRecord,
  TermRecord,
  TypeRecord,
} from '../../core/model/codebook';
import type { Origin } from '../../core/model/origin';

type Fields = Origin['fields'];

/** Names as ids carry them: what they are joined by may not stand in them. */
const inId = (name: string): string => name.replaceAll('.', '·');

/**
 * The codebook of a file that says what things are called where they are used, and not, or not completely, beforehand.
 * Each method finds what has this name and makes it where there is none. The ids are those of this file only.
 *
 * Roles are made without a rule for what fills them, and attributes may lack choices: whoever takes the documents in
 * widens both by what they hold.
 */
export class GrowingCodebook {
  readonly #format: string;
  readonly #language: string;
  readonly #ofFresh: Fields;
  readonly #types = new Map<TypeId, TypeRecord>();
  readonly #roles = new Map<RoleId, RoleRecord>();
  readonly #attributes = new Map<AttributeId, AttributeRecord>();
  readonly #terms = new Map<TermId, TermRecord>();
  readonly #typesByName = new Map<string, TypeId>();
  readonly #hues = new Map<Kind, number[]>();
  #told = 0;

  /**
   * `language` is the BCP 47 tag of the language that the names are taken to be in; `declared` is what is said beforehand,
   * and `ofFresh` what the origins of everything else say.
   */
  constructor(format: string, language: string, declared?: Codebook, ofFresh: Fields = {}) {
    this.#format = format;
    this.#language = language;
    this.#ofFresh = ofFresh;
    for (const type of declared?.types ?? []) this.#addType(type);
    for (const role of declared?.roles ?? []) this.#roles.set(role.id, role);
    for (const attribute of declared?.attributes ?? []) this.#attributes.set(attribute.id, attribute);
    for (const term of declared?.terms ?? []) this.#terms.set(term.id, term);
  }

  /** What there is by now. */
  get codebook(): Codebook {
    return {
      types: [...this.#types.values()],
      roles: [...this.#roles.values()],
      attributes: [...this.#attributes.values()],
      terms: [...this.#terms.values()],
    };
  }

  /** What there is, if anything came since this was asked for; else null. For a parser to yield before a document. */
  grown(): Codebook | null {
    const size = this.#types.size + this.#roles.size + this.#attributes.size + this.#terms.size;
    if (size === this.#told) return null;
    this.#told = size;
    return this.codebook;
  }

  /** The type that the file calls so; `fields` is what else it says of a new one. */
  type(kind: Kind, name: string, fields: Fields = {}): TypeId {
    const known = this.#typesByName.get(`${kind} ${name}`);
    if (known !== undefined) return known;
    const id = `${kind}.${inId(name)}` as TypeId;
    this.#addType(
      plainType({
        id,
        kind,
        position: this.#types.size,
        names: { [this.#language]: name },
        hue: nextHue(this.#hues.get(kind) ?? []),
        origin: this.#origin(name, fields),
      }),
    );
    return id;
  }

  /** Whether there is such a type. */
  hasType(kind: Kind, name: string): boolean {
    return this.#typesByName.has(`${kind} ${name}`);
  }

  /** Whether a type, or one above it, has such a role. */
  hasRole(type: TypeId, name: string): boolean {
    return this.#lineage(type).some((one) => this.#roles.has(`${one}.${inId(name)}` as RoleId));
  }

  /** The role of a type, or of one above it, that the file calls so. */
  role(type: TypeId, name: string, fields: Fields = {}): RoleId {
    const known = this.#lineage(type)
      .map((one) => `${one}.${inId(name)}` as RoleId)
      .find((id) => this.#roles.has(id));
    if (known !== undefined) return known;
    const id = `${type}.${inId(name)}` as RoleId;
    const position = [...this.#roles.values()].filter((role) => role.type === type).length;
    const names = { [this.#language]: name };
    const origin = this.#origin(name, fields);
    const kind = this.#types.get(type)?.kind ?? 'entity';
    this.#roles.set(id, plainRole(kind, { id, type, position, names, origin }));
    return id;
  }

  /** The attribute of a type or one above it, of documents or of entries, that the file calls so. */
  attribute(owner: AttributeOwner, name: string, domain: AttributeDomain, fields: Fields = {}): AttributeId {
    const owners = owner.of === 'type' ? this.#lineage(owner.type) : [owner.of];
    const known = owners
      .map((one) => `${one}.${inId(name)}` as AttributeId)
      .find((id) => this.#attributes.has(id));
    if (known !== undefined) return known;
    const id = `${owner.of === 'type' ? owner.type : owner.of}.${inId(name)}` as AttributeId;
    const position = [...this.#attributes.values()].filter((one) => sameOwner(one.owner, owner)).length;
    const names = { [this.#language]: name };
    const origin = this.#origin(name, fields);
    this.#attributes.set(id, plainAttribute({ id, owner, position, names, domain, origin }));
    return id;
  }

  /** What an attribute takes, as far as is known by now. */
  domainOf(id: AttributeId): AttributeDomain | undefined {
    return this.#attributes.get(id)?.domain;
  }

  /** The term of a vocabulary that the file calls so. */
  term(attribute: AttributeId, name: string): TermId {
    const id = `${attribute}.${inId(name)}` as TermId;
    if (!this.#terms.has(id))
      this.#terms.set(id, {
        record: 'term',
        id,
        attribute,
        parent: null,
        name,
        origin: this.#origin(name, {}),
      });
    return id;
  }

  #origin(name: string, fields: Fields): Origin {
    return { format: this.#format, id: name, fields: { ...this.#ofFresh, ...fields } };
  }

  #addType(type: TypeRecord): void {
    this.#types.set(type.id, type);
    addTo(this.#hues, type.kind, type.hue);
    const name = type.origin?.format === this.#format ? type.origin.id : null;
    this.#typesByName.set(`${type.kind} ${name ?? type.names[this.#language] ?? type.id}`, type.id);
  }

  /** A type and those above it, the nearest first. */
  #lineage(type: TypeId): readonly TypeId[] {
    const found: TypeId[] = [];
    for (
      let at: TypeId | null = type;
      at !== null && !found.includes(at);
      at = this.#types.get(at)?.parent ?? null
    )
      found.push(at);
    return found;
  }
}

const sameOwner = (a: AttributeOwner, b: AttributeOwner): boolean =>
  a.of === b.of && (a.of !== 'type' || b.of !== 'type' || a.type === b.type);
