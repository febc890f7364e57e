import { inTreeOrder, type Codebook } from '../../core/codebook/codebook';
import type {
  AttributeRecord,
  Choice,
  FillerRule,
  Kind,
  RoleRecord,
  TypeRecord,
} from '../../core/model/codebook';
import { lineageOf } from '../../core/rules/codebook-rules';
import { namesInBrat, type BratNames } from './names';

/** Whether brat has attributes of this kind: those that are there or not, and those with one of several values. */
export const isWritten = ({ domain }: AttributeRecord): boolean =>
  domain.kind === 'yes-no' || domain.kind === 'one-of';

/** The values that an attribute of brat may have; none where it is there or not. */
export const choicesOf = ({ domain }: AttributeRecord): readonly Choice[] =>
  domain.kind === 'one-of' ? domain.choices : [];

/** A codebook as brat sees it: what its parts are called there, and what is inherited told for each type. */
export class BratCodebook {
  readonly codebook: Codebook;
  /** In the order of the tree. */
  readonly types: readonly TypeRecord[];
  readonly names: BratNames;
  readonly #byId: ReadonlyMap<TypeRecord['id'], TypeRecord>;

  constructor(codebook: Codebook) {
    this.codebook = codebook;
    this.types = inTreeOrder(codebook.types);
    this.names = namesInBrat(codebook);
    this.#byId = new Map(codebook.types.map((type) => [type.id, type]));
  }

  type(id: TypeRecord['id']): TypeRecord | undefined {
    return this.#byId.get(id);
  }

  ofKinds(...kinds: readonly Kind[]): readonly TypeRecord[] {
    return this.types.filter(({ kind }) => kinds.includes(kind));
  }

  /** What brat calls a type, a role or an attribute. */
  nameOf({ id }: TypeRecord | RoleRecord | AttributeRecord): string {
    return this.names.get(id) ?? '';
  }

  /** A type and those above it; the nearest first. */
  lineage(type: TypeRecord): readonly TypeRecord[] {
    return lineageOf(type.id, (id) => this.type(id));
  }

  /** A type and all types below it. */
  subtree(type: TypeRecord): readonly TypeRecord[] {
    return this.types.filter((other) => this.lineage(other).includes(type));
  }

  /** The type that an attribute is of; none for those of entries and documents, which brat does not have. */
  ownerOf({ owner }: AttributeRecord): TypeRecord | undefined {
    return owner.of === 'type' ? this.type(owner.type) : undefined;
  }

  /** The roles of a type, those of the types above it first. */
  rolesOf(type: TypeRecord): readonly RoleRecord[] {
    return this.lineage(type)
      .toReversed()
      .flatMap(({ id }) =>
        this.codebook.roles.filter((role) => role.type === id).sort((a, b) => a.position - b.position),
      );
  }

  /** What may fill a role, as brat writes it behind the role's name; empty where nothing that brat has may. */
  fillersOf({ kinds, types: listed }: FillerRule): string {
    const wide = kinds.includes('entity') ? ['<ENTITY>'] : [];
    const narrow: TypeRecord[] = [];
    // brat has no statements of their own: they are events there, and `<EVENT>` is both.
    const hasStatements = this.ofKinds('statement').length > 0;
    if (kinds.includes('event') && (kinds.includes('statement') || !hasStatements)) wide.push('<EVENT>');
    else narrow.push(...this.ofKinds(...kinds.filter((kind) => kind === 'event' || kind === 'statement')));
    for (const id of listed) {
      const type = this.type(id);
      if (type) narrow.push(...this.subtree(type));
    }
    return [...wide, ...new Set(narrow.map((type) => this.nameOf(type)))].join('|');
  }
}
