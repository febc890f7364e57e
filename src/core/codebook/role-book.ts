import type { RoleBook } from '../rules/slots';
import type { Codebook } from './codebook';
import { grouped } from '../grouped';

/** A codebook as the rules about roles look at it. */
export function roleBookOf({ types, roles }: Pick<Codebook, 'types' | 'roles'>): RoleBook {
  const byId = new Map(types.map((type) => [type.id, type]));
  const byType = grouped(roles, ({ type }) => type);
  return { type: (id) => byId.get(id), rolesOf: (type) => byType.get(type) ?? [] };
}
