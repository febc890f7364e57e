import type { AttributeId, RoleId, TypeId } from '../ids';
import type { Codebook } from './codebook';
import type { Double } from './doubles';

/** A codebook as it is to be, and what is to become of the annotations that no longer fit it. */
export interface Plan {
  readonly after: Codebook;
  /** Types that go, and the types that their annotations get; null where the annotations go too. */
  readonly retyped: ReadonlyMap<TypeId, TypeId | null>;
  /** Roles that go, and those that take over what fills them. */
  readonly takenOver: ReadonlyMap<RoleId, RoleId>;
  /** The type that annotations get which may no longer fill a role; null where only the link goes. */
  readonly fillersTo: TypeId | null;
  /** Values of attributes that become others; null where they are cleared. */
  readonly values: ReadonlyMap<AttributeId, ReadonlyMap<string, string | null>>;
  /** What types have twice then, or would have if it were not made one. */
  readonly doubles: readonly Double[];
}

/** A plan in which nothing has a wish of its own: what does not fit goes. */
export const planOf = (after: Codebook, wishes: Partial<Omit<Plan, 'after'>> = {}): Plan => ({
  after,
  retyped: new Map(),
  takenOver: new Map(),
  fillersTo: null,
  values: new Map(),
  doubles: [],
  ...wishes,
});
