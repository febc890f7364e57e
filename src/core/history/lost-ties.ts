import type { Diff } from '../diff';
import { grouped } from '../grouped';
import type { LinkId } from '../ids';
import type { LinkRecord } from '../model/annotation';
import type { AnyRecord } from '../model/records';

/**
 * What an earlier change removed of the ties of things that went later: of the given links those that went because their
 * other end did, and the relations that went so with their links. What was taken out for its own sake is none of it.
 */
export function tiesLostIn({ removed }: Diff, links: ReadonlySet<LinkId>): Diff {
  const own = grouped(
    removed.filter((record) => record.record === 'link'),
    ({ annotation }) => annotation,
  );
  const gone = new Map<string, AnyRecord>(
    removed.filter(({ record }) => record !== 'link').map((record) => [record.id, record]),
  );
  const isRelation = (id: string): boolean => {
    const record = gone.get(id);
    return record?.record === 'annotation' && record.fragments.length === 0;
  };
  const leadsToGone = ({ target }: LinkRecord): boolean =>
    (target.by === 'annotation' && gone.has(target.annotation)) ||
    (target.by === 'entry' && gone.has(target.entry));

  const lost = new Set<AnyRecord>();
  for (const link of [...own.values()].flat()) {
    if (!links.has(link.id)) continue;
    const relation = gone.get(link.annotation);
    if (!relation || !isRelation(link.annotation)) {
      if (relation !== undefined || leadsToGone(link)) lost.add(link);
      continue;
    }
    const all = own.get(link.annotation) ?? [];
    if (all.some(leadsToGone)) for (const record of [relation, ...all]) lost.add(record);
  }
  return { added: [], updated: [], removed: [...lost] };
}
