import type { AttributeRecord, Localised, RoleRecord, TermRecord, TypeRecord } from '../model/codebook';

/** Everything that a codebook is made of. */
export interface Codebook {
  readonly types: readonly TypeRecord[];
  readonly roles: readonly RoleRecord[];
  readonly attributes: readonly AttributeRecord[];
  readonly terms: readonly TermRecord[];
}

/** A codebook as it stands in a file of its own, with what tells people which one it is. */
export interface CodebookFile extends Codebook {
  readonly names: Localised;
  readonly descriptions: Localised;
  /** Where the codebook comes from: publications and pages. */
  readonly sources: readonly string[];
}

/** The types below a parent, in their order; those of the top for null. */
export const childrenOf = (types: readonly TypeRecord[], parent: TypeRecord['id'] | null): TypeRecord[] =>
  types
    .filter((type) => type.parent === parent)
    .sort((a, b) => a.position - b.position || (a.id < b.id ? -1 : 1));

/** All types as a reader goes through the tree: each before those below it. Types whose parent is missing stand at the top. */
export function inTreeOrder(types: readonly TypeRecord[]): TypeRecord[] {
  const known = new Set(types.map(({ id }) => id));
  const rooted = types.map((type) =>
    type.parent !== null && !known.has(type.parent) ? { ...type, parent: null } : type,
  );
  const byId = new Map(types.map((type) => [type.id, type]));
  const seen = new Set<TypeRecord['id']>();
  const walk = (parent: TypeRecord['id'] | null): TypeRecord[] =>
    childrenOf(rooted, parent).flatMap(({ id }) => {
      const type = byId.get(id);
      if (!type || seen.has(id)) return [];
      seen.add(id);
      return [type, ...walk(id)];
    });
  const ordered = walk(null);
  return [...ordered, ...types.filter(({ id }) => !seen.has(id))];
}
