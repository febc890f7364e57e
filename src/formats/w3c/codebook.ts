import type { Codebook } from '../../core/codebook/codebook';
import type { EntryRecord } from '../../core/model/annotation';
import type { TypeRecord } from '../../core/model/codebook';
import type { Json } from '../../core/model/origin';
import { recordSchemas } from '../json/schema';
import { isObject, listIn } from '../json-lines/json';

/** What a file holds of a codebook, with how many of its records are none. */
export interface ReadCodebook {
  readonly codebook: Codebook;
  readonly unfit: number;
}

/** Reads the codebook of a collection: Postil's own records. What refers to nothing is left out or stands alone. */
export function readCodebook(value: Json): ReadCodebook {
  const sections = isObject(value) ? value : {};
  let unfit = 0;
  const read = <Name extends 'type' | 'role' | 'attribute' | 'term'>(name: Name, list: Json | undefined) =>
    listIn(list).flatMap((one) => {
      const parsed = recordSchemas[name].safeParse(one);
      if (parsed.success) return [{ record: name, ...parsed.data }];
      unfit += 1;
      return [];
    });
  const types = withSoundParents(read('type', sections['types']) as unknown as readonly TypeRecord[]);
  const hasType = new Set<string>(types.map(({ id }) => id));
  const roles = (read('role', sections['roles']) as unknown as Codebook['roles']).filter((role) =>
    hasType.has(role.type),
  );
  const attributes = (read('attribute', sections['attributes']) as unknown as Codebook['attributes']).filter(
    ({ owner }) => owner.of !== 'type' || hasType.has(owner.type),
  );
  const hasAttribute = new Set<string>(attributes.map(({ id }) => id));
  const terms = (read('term', sections['terms']) as unknown as Codebook['terms']).filter(({ attribute }) =>
    hasAttribute.has(attribute),
  );
  const hasTerm = new Set<string>(terms.map(({ id }) => id));
  return {
    unfit,
    codebook: {
      types,
      roles: roles.map((role) => ({
        ...role,
        fillers: { ...role.fillers, types: role.fillers.types.filter((id) => hasType.has(id)) },
      })),
      attributes,
      terms: terms.map((term) => ({
        ...term,
        parent:
          term.parent !== null && hasTerm.has(term.parent) && term.parent !== term.id ? term.parent : null,
      })),
    },
  };
}

/** A type whose parent is missing, or that comes to lie below itself, stands at the top. */
function withSoundParents(types: readonly TypeRecord[]): readonly TypeRecord[] {
  const byId = new Map(types.map((type) => [type.id, type]));
  return types.map((type) => {
    const seen = new Set([type.id]);
    for (let at = type.parent; at !== null; at = byId.get(at)?.parent ?? null) {
      if (!byId.has(at) || seen.has(at)) return { ...type, parent: null };
      seen.add(at);
    }
    return type;
  });
}

/** The entry of the registry that a body of an annotation carries; null where it is none. */
export function readEntry(value: Json): EntryRecord | null {
  const parsed = recordSchemas.entry.safeParse(isObject(value) ? value['entry'] : null);
  return parsed.success ? { record: 'entry', ...parsed.data } : null;
}
