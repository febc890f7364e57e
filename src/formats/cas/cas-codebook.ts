import type { Codebook } from '../../core/codebook/codebook';
import { nextHue } from '../../core/codebook/hues';
import { plainAttribute, plainRole, plainType } from '../../core/codebook/plain-records';
import type { AttributeId, RoleId, TypeId } from '../../core/ids';
import type { AttributeDomain, AttributeRecord, RoleRecord, TypeRecord } from '../../core/model/codebook';
import { origin, type CasFeature, type CasLayer, type CasRange, type CasSlot } from './model';
import { idIn, kindOf, shortName, unspelled } from './names';

const domains: Readonly<Record<CasRange, AttributeDomain>> = {
  string: { kind: 'text' },
  number: { kind: 'number' },
  boolean: { kind: 'yes-no' },
  strings: { kind: 'several-of', choices: [] },
};

/** The layers, features and slots of some files as types, attributes and roles. */
export class CasCodebook {
  readonly #language: string;
  readonly #types = new Map<string, TypeRecord>();
  readonly #roles = new Map<RoleId, RoleRecord>();
  readonly #attributes = new Map<AttributeId, AttributeRecord>();
  readonly #shortNames = new Set<string>();
  #told = 0;

  /** `language` is that in which the names are taken to be. */
  constructor(language: string) {
    this.#language = language;
  }

  /** All that there is, if anything came since this was asked for; else null. */
  grown(): Codebook | null {
    const size = this.#types.size + this.#roles.size + this.#attributes.size;
    if (size === this.#told) return null;
    this.#told = size;
    return {
      types: [...this.#types.values()],
      roles: [...this.#roles.values()],
      attributes: [...this.#attributes.values()],
      terms: [],
    };
  }

  /** The type of a layer, with the ends of a relation and the features that its header names. */
  add(layer: CasLayer): TypeRecord {
    const type = this.#types.get(layer.name) ?? this.#newType(layer);
    if (layer.kind === 'relation') for (const end of ['Governor', 'Dependent']) this.#end(type, end);
    for (const feature of layer.features) this.attribute(layer, feature);
    return type;
  }

  #newType(layer: CasLayer): TypeRecord {
    const kind = kindOf(layer);
    const last = shortName(layer.name);
    const short = `${kind} ${last.toLowerCase()}`;
    const name = this.#shortNames.has(short) ? layer.name : unspelled(last);
    this.#shortNames.add(short);
    const hues = [...this.#types.values()].filter((type) => type.kind === kind).map(({ hue }) => hue);
    const type = plainType({
      id: (idIn(last) ?? `layer:${layer.name}`) as TypeId,
      kind,
      position: this.#types.size,
      names: { [this.#language]: name },
      hue: nextHue(hues),
      origin: { format: origin, id: layer.name, fields: { layer: layer.kind, base: layer.base } },
    });
    this.#types.set(layer.name, type);
    return type;
  }

  /** The attribute of a feature of a layer, made where it is not there yet. */
  attribute(layer: CasLayer, { name, range, uima }: CasFeature): AttributeId {
    const { id: type } = this.#types.get(layer.name) ?? this.#newType(layer);
    const id = (idIn(name) ?? `${type}#${name}`) as AttributeId;
    if (!this.#attributes.has(id))
      this.#attributes.set(
        id,
        plainAttribute({
          id,
          owner: { of: 'type', type },
          position: this.#attributes.size,
          names: { [this.#language]: unspelled(name) },
          domain: domains[range],
          // A string may spell what an attribute of the project takes: a choice, a date, a term.
          origin: { format: origin, id: name, fields: { uima, spelled: range === 'string' } },
        }),
      );
    return id;
  }

  /** The role of a link in a slot; one without a role is called like the slot. */
  role(layer: CasLayer, slot: CasSlot, role: string | null): RoleId {
    const type = this.#types.get(layer.name) ?? this.#newType(layer);
    const id = ((role && idIn(role)) ?? `${type.id}#${slot.name}:${role ?? ''}`) as RoleId;
    if (!this.#roles.has(id)) {
      const { name, link, target } = slot;
      const fields = { slot: name, link, target, role };
      this.#addRole(type, id, role ?? name, { format: origin, id: `${name}:${role ?? ''}`, fields });
    }
    return id;
  }

  /** An end of a relation: `Governor` or `Dependent`. */
  end(layer: CasLayer, name: 'Governor' | 'Dependent'): RoleId {
    return this.#end(this.#types.get(layer.name) ?? this.#newType(layer), name);
  }

  #end(type: TypeRecord, name: string): RoleId {
    const id = `${type.id}#${name}` as RoleId;
    if (!this.#roles.has(id)) this.#addRole(type, id, name, { format: origin, id: name, fields: {} });
    return id;
  }

  #addRole({ id: type, kind }: TypeRecord, id: RoleId, name: string, from: RoleRecord['origin']): void {
    const position = [...this.#roles.values()].filter((role) => role.type === type).length;
    const names = { [this.#language]: name };
    this.#roles.set(id, plainRole(kind, { id, type, position, names, origin: from }));
  }
}
