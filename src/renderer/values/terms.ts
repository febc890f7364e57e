import { grouped } from '../../core/grouped';
import type { AttributeId, TermId } from '../../core/ids';
import type { TermRecord } from '../../core/model/codebook';

/** A term with how far below the top it stands. */
export interface TermInTree {
  readonly term: TermRecord;
  readonly depth: number;
}

/** The names of the terms above one, from the top down. */
export function termPath(term: TermRecord, terms: ReadonlyMap<TermId, TermRecord>): readonly string[] {
  const path: string[] = [];
  const seen = new Set<TermId>([term.id]);
  for (let id = term.parent; id !== null && !seen.has(id);) {
    seen.add(id);
    const above = terms.get(id);
    if (above) path.unshift(above.name);
    id = above?.parent ?? null;
  }
  return path;
}

/** The terms of a vocabulary by name, each followed by those below it. */
export function termsInTree(
  all: Iterable<TermRecord>,
  attribute: AttributeId,
  language: string,
): readonly TermInTree[] {
  const collator = new Intl.Collator(language, { numeric: true });
  const own = [...all]
    .filter((term) => term.attribute === attribute)
    .sort((a, b) => collator.compare(a.name, b.name));
  const ids = new Set(own.map(({ id }) => id));
  const below = grouped(own, ({ parent }) => (parent !== null && ids.has(parent) ? parent : null));
  const found: TermInTree[] = [];
  const visit = (parent: TermId | null, depth: number): void => {
    for (const term of below.get(parent) ?? []) {
      found.push({ term, depth });
      visit(term.id, depth + 1);
    }
  };
  visit(null, 0);
  return found;
}
