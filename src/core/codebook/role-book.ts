import type { TypeId } from '../ids';
import type { RoleRecord } from '../model/codebook';
import type { RoleBook } from '../rules/slots';
import type { Codebook } from './codebook';

/** A codebook as the rules about roles look at it. */
export function roleBookOf({ types, roles }: Pick<Codebook, 'types' | 'roles'>): RoleBook {
  const byId = new Map(types.map((type) => [type.id, type]));
  const byType = new Map<TypeId, RoleRecord[]>();
  for (const role of roles) {
    const own = byType.get(role.type);
    if (own) own.push(role);
    else byType.set(role.type, [role]);
  }
  return { type: (id) => byId.get(id), rolesOf: (type) => byType.get(type) ?? [] };
}
