import { foldedName } from '../../core/codebook/folded-name';
import type { Codebook } from '../../core/codebook/codebook';
import { endsOf, lookupIn, type Lookup } from '../../core/codebook/lookup';
import type { Lose } from '../../core/exchange/losses';
import type { AttributeId, RoleId, TermId, TypeId } from '../../core/ids';
import type { AttributeRecord, RoleRecord, TypeRecord } from '../../core/model/codebook';
import { nameFor } from '../codebook/losses';
import { anyAnnotation, origin, type CasFeature, type CasLayer, type CasSlot } from './model';
import { idIn, layerFor, shortName, spelled, spelledId } from './names';
import { isXml } from '../xml/characters';
import { rangeOf, type Abilities } from './written-value';

/** How the annotations of a type are written. */
export interface LayerPlan {
  readonly layer: CasLayer;
  readonly features: ReadonlyMap<AttributeId, { readonly attribute: AttributeRecord; readonly name: string }>;
  readonly slots: ReadonlyMap<RoleId, { readonly slot: CasSlot; readonly role: string | null }>;
  readonly ends: readonly RoleId[];
}

interface Named {
  readonly id: string;
  readonly names: TypeRecord['names'];
  readonly origin: TypeRecord['origin'];
}

/** Which of some things no other one shares a name with, in any language: an import finds them by it. */
function toldByName(things: readonly Named[]): (one: Named) => boolean {
  const owners = new Map<string, Set<string>>();
  for (const { id, names } of things)
    for (const name of Object.values(names))
      owners.set(foldedName(name), (owners.get(foldedName(name)) ?? new Set()).add(id));
  return ({ names }) => Object.values(names).every((name) => owners.get(foldedName(name))?.size === 1);
}

const cameAs = ({ origin: from }: Named): string | null => (from?.format === origin ? from.id : null);

/** The layers of a codebook, one for each type, with the features and slots that they inherit. */
export class LayerBook {
  readonly #lookup: Lookup;
  readonly #codebook: Codebook;
  readonly #language: string;
  readonly #abilities: Abilities;
  readonly #plans = new Map<TypeId, LayerPlan>();
  readonly #names = new Map<TypeId, string>();
  readonly #termNames = new Map<TermId, string>();

  constructor(codebook: Codebook, language: string, abilities: Abilities) {
    this.#codebook = codebook;
    this.#lookup = lookupIn(codebook);
    this.#language = language;
    this.#abilities = abilities;
    this.#nameTypes();
    const counts = new Map<string, number>();
    const keyOf = (attribute: AttributeId, name: string): string => `${attribute} ${name}`;
    for (const { attribute, name } of codebook.terms)
      counts.set(keyOf(attribute, name), (counts.get(keyOf(attribute, name)) ?? 0) + 1);
    for (const { id, attribute, name } of codebook.terms)
      if (counts.get(keyOf(attribute, name)) === 1) this.#termNames.set(id, name);
  }

  readonly termName = (id: string): string | undefined => this.#termNames.get(id as TermId);

  /** Every type that may be annotated with. */
  get types(): readonly TypeId[] {
    return this.#codebook.types.map(({ id }) => id);
  }

  /** Tells of the types whose names are written otherwise. */
  tellNames(lose: Lose): void {
    for (const type of this.#codebook.types) {
      const name = nameFor(type.names, this.#language);
      const written = shortName(this.#names.get(type.id) ?? '');
      if (cameAs(type) === null && (written !== spelled(name) || /\s/u.test(name)))
        lose({ thing: 'type', reason: 'spelling', record: type.id, part: null, document: null });
    }
  }

  #nameTypes(): void {
    const taken = new Set<string>();
    for (const kind of new Set(this.#codebook.types.map((type) => type.kind))) {
      const ofKind = this.#codebook.types.filter((type) => type.kind === kind);
      const isTold = toldByName(ofKind);
      for (const type of ofKind) {
        const name = spelled(nameFor(type.names, this.#language));
        const own = layerFor(
          kind,
          isTold(type) && name !== '' && idIn(name) === null ? name : spelledId(type.id),
        );
        const found = cameAs(type) ?? own;
        const layer = taken.has(found.toLowerCase()) ? layerFor(kind, spelledId(type.id)) : found;
        taken.add(layer.toLowerCase());
        this.#names.set(type.id, layer);
      }
    }
  }

  /** How annotations of a type are written; undefined where there is no such type. */
  plan(id: TypeId): LayerPlan | undefined {
    const known = this.#plans.get(id);
    if (known) return known;
    const type = this.#lookup.type(id);
    if (!type) return undefined;
    const plan = this.#newPlan(type);
    this.#plans.set(id, plan);
    return plan;
  }

  #newPlan(type: TypeRecord): LayerPlan {
    const name = this.#names.get(type.id) ?? layerFor(type.kind, spelledId(type.id));
    const ends = endsOf(type.id, this.#lookup).map(({ id }) => id);
    const roles = this.#lookup.rolesOf(type.id).filter(({ id }) => !ends.includes(id));
    const slots = this.#slotsOf(roles, name);
    const attributes = this.#lookup.attributesOf(type.id);
    const isTold = toldByName(attributes);
    const taken = new Set<string>();
    const features = attributes.map((attribute) => {
      const spelling = spelled(nameFor(attribute.names, this.#language));
      const own = isTold(attribute) && spelling !== '' && idIn(spelling) === null ? spelling : null;
      const wanted = cameAs(attribute) ?? own ?? spelledId(attribute.id);
      const feature = taken.has(wanted) || reserved.has(wanted) ? spelledId(attribute.id) : wanted;
      taken.add(feature);
      return { attribute, name: feature };
    });
    const { layer: kept, base } = cameAs(type) === null ? {} : (type.origin?.fields ?? {});
    const layer: CasLayer = {
      kind: type.kind === 'relation' ? 'relation' : kept === 'chain' ? 'chain' : 'span',
      name,
      features: features.map(({ attribute, name: feature }): CasFeature => {
        const uima = cameAs(attribute) === null ? null : (attribute.origin?.fields['uima'] ?? null);
        return {
          name: feature,
          range: rangeOf(attribute, this.#abilities),
          uima: typeof uima === 'string' ? uima : null,
        };
      }),
      slots: [...new Map([...slots.values()].map(({ slot }) => [slot.name, slot])).values()],
      base: typeof base === 'string' ? base : null,
    };
    return { layer, features: new Map(features.map((one) => [one.attribute.id, one])), slots, ends };
  }

  #slotsOf(roles: readonly RoleRecord[], layer: string): LayerPlan['slots'] {
    const isTold = toldByName(roles);
    return new Map(
      roles.map((role) => {
        const { slot, link, target, role: as } = cameAs(role) === null ? {} : (role.origin?.fields ?? {});
        if (typeof slot === 'string' && typeof link === 'string' && typeof target === 'string')
          return [role.id, { slot: { name: slot, link, target }, role: typeof as === 'string' ? as : null }];
        const name = nameFor(role.names, this.#language).trim();
        const isPlain = isTold(role) && name !== '' && idIn(name) === null && isXml(name);
        return [
          role.id,
          {
            slot: { name: 'roles', link: `${layer}RolesLink`, target: anyAnnotation },
            role: isPlain ? name : spelledId(role.id),
          },
        ];
      }),
    );
  }
}

/** Features that annotations have anyway. */
const reserved: ReadonlySet<string> = new Set([
  'begin',
  'end',
  'sofa',
  'id',
  'Governor',
  'Dependent',
  'roles',
]);
