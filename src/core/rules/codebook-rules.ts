import type { TypeId } from '../ids';
import type { LinkTarget } from '../model/annotation';
import type { AttributeOwner, FillerRule, TypeRecord } from '../model/codebook';

/** Finds a type of the codebook by its id. */
export type FindType = (id: TypeId) => TypeRecord | undefined;

/** A type and those above it, whose roles and attributes it has too; the nearest first. */
export function lineageOf(id: TypeId, find: FindType): readonly TypeRecord[] {
  const lineage: TypeRecord[] = [];
  for (
    let type = find(id);
    type && !lineage.includes(type);
    type = type.parent ? find(type.parent) : undefined
  )
    lineage.push(type);
  return lineage;
}

/** True where annotations of a type have a role, or an attribute, that belongs to `owner`. */
export const inheritsFrom = (type: TypeId, owner: TypeId, find: FindType): boolean =>
  lineageOf(type, find).some(({ id }) => id === owner);

/** What an attribute's value stands at. */
export type Carrier =
  | { readonly record: 'annotation'; readonly type: TypeId }
  | { readonly record: 'entry'; readonly type: TypeId | null }
  | { readonly record: 'document' };

/** True where a record may carry a value of an attribute of this owner. An entry has the attributes of its type too. */
export function mayCarry(carrier: Carrier, owner: AttributeOwner, find: FindType): boolean {
  if (owner.of !== 'type') return owner.of === carrier.record;
  return (
    carrier.record !== 'document' && carrier.type !== null && inheritsFrom(carrier.type, owner.type, find)
  );
}

/** True where a role takes a filler. `type` is that of the target, where the target is an annotation. */
export function mayFill(
  rule: FillerRule,
  by: LinkTarget['by'],
  type: TypeId | null,
  find: FindType,
): boolean {
  if (by === 'entry') return rule.entries;
  if (by === 'span') return rule.spans;
  if (type === null) return false;
  return lineageOf(type, find).some(({ id, kind }) => rule.types.includes(id) || rule.kinds.includes(kind));
}
