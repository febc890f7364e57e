import type { Codebook } from '../../core/codebook/codebook';
import type { TypeRecord } from '../../core/model/codebook';
import type { AnyRecord } from '../../core/model/records';
import { problem, type Problem } from '../../core/problem';

/** The first of each id, and a warning for every other. */
function distinct<Kept extends AnyRecord>(records: readonly Kept[], warnings: Problem[]): Kept[] {
  const seen = new Set<string>();
  return records.filter(({ id }) => {
    if (!seen.has(id)) return seen.add(id);
    warnings.push(problem('codebook-id-twice', { id }));
    return false;
  });
}

/** True where a type is above itself, following its parents. */
function isAboveItself(type: TypeRecord, byId: ReadonlyMap<string, TypeRecord>): boolean {
  const seen = new Set<string>();
  for (let above = type.parent; above !== null; above = byId.get(above)?.parent ?? null) {
    if (above === type.id) return true;
    if (seen.has(above)) return false;
    seen.add(above);
  }
  return false;
}

/**
 * Leaves out of a codebook that came from elsewhere what it refers to and does not have: parents that are missing, of
 * another kind or below their own child, types that may fill a role, parents of terms, ids that stand twice.
 */
export function settleReferences(codebook: Codebook): {
  readonly codebook: Codebook;
  readonly warnings: readonly Problem[];
} {
  const warnings: Problem[] = [];
  const missing = (name: string): unknown => warnings.push(problem('codebook-reference-missing', { name }));
  const types = distinct(codebook.types, warnings);
  const byId = new Map(types.map((type) => [type.id as string, type]));
  const terms = distinct(codebook.terms, warnings);
  const termAttribute = new Map(terms.map(({ id, attribute }) => [id, attribute]));
  const settled: Codebook = {
    types: types.map((type) => {
      if (type.parent === null) return type;
      if (byId.get(type.parent)?.kind === type.kind && !isAboveItself(type, byId)) return type;
      missing(type.parent);
      return { ...type, parent: null };
    }),
    roles: distinct(codebook.roles, warnings).map((role) => {
      const unknown = role.fillers.types.filter((type) => !byId.has(type));
      unknown.forEach(missing);
      if (unknown.length === 0) return role;
      return {
        ...role,
        fillers: { ...role.fillers, types: role.fillers.types.filter((type) => byId.has(type)) },
      };
    }),
    attributes: distinct(codebook.attributes, warnings),
    terms: terms.map((term) => {
      if (term.parent === null || termAttribute.get(term.parent) === term.attribute) return term;
      missing(term.parent);
      return { ...term, parent: null };
    }),
  };
  return { codebook: settled, warnings };
}
