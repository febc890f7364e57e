import { grouped } from '../../../core/grouped';
import type { KeptDocument } from '../kept';
import type { LineOf } from '../lines';
import type { Outgoing } from './outgoing';

type KeptEquivalence = NonNullable<KeptDocument['equivalences']>[number];

/**
 * The equivalences of a document: those that came in, as far as their members still mean the same, with what came to
 * mean the same since.
 */
export function writeEquivalences(
  before: readonly KeptEquivalence[],
  all: readonly Outgoing[],
  isEquivalent: (one: Outgoing) => boolean,
): readonly { readonly kept: KeptEquivalence; readonly line: LineOf<'equivalence'> }[] {
  const byId = new Map<string, Outgoing>();
  for (const one of all) {
    if (one.trigger && !byId.has(one.trigger.id)) byId.set(one.trigger.id, one);
    byId.set(one.id, one);
  }
  const named = new Set(before.flatMap(({ members }) => members.map((id) => byId.get(id))));
  const fresh = grouped(
    all.filter((one) => isEquivalent(one) && !named.has(one)),
    ({ annotation }) => annotation.entry,
  );
  return before.flatMap((kept) => {
    const entry = kept.members
      .map((id) => byId.get(id)?.annotation.entry)
      .find((id) => typeof id === 'string');
    const fits = (id: string): boolean => {
      // What was not there when it came in stays: it goes out as it came.
      if (kept.missing?.includes(id) === true) return true;
      const member = byId.get(id);
      if (!member) return false;
      return kept.mixed === true || (member.annotation.entry !== null && member.annotation.entry === entry);
    };
    const members = kept.members.filter(fits);
    const added = entry ? (fresh.get(entry) ?? []) : [];
    const line = {
      kind: 'equivalence',
      type: kept.type,
      members: [...members, ...added.map(({ id }) => id)],
    } as const;
    return line.members.length > 1 || members.length === kept.members.length ? [{ kept, line }] : [];
  });
}
