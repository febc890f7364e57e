import type { Reason, Thing } from '../../core/exchange/things';
import { grouped } from '../../core/grouped';
import type { AnnotationId } from '../../core/ids';
import type { EntryRecord } from '../../core/model/annotation';
import { identityValues } from './identity';
import { identityLayer, origin, type CasAnnotation } from './model';
import type { Placed } from './placed';
import { isXml } from '../xml/characters';

const keptNumber = ({ record }: Placed, field: 'chain' | 'at'): number => {
  const value = record.origin?.format === origin ? record.origin.fields[field] : null;
  return typeof value === 'number' ? value : Infinity;
};

/** Everything of one entry in one layer is a chain; what is of none is a chain by itself. In the order of the file it came from. */
export function chainsOf(
  spans: readonly Placed[],
): ReadonlyMap<AnnotationId, NonNullable<CasAnnotation['chain']>> {
  const chains = grouped(
    spans.filter(({ plan }) => plan.layer.kind === 'chain'),
    ({ plan, record }) => JSON.stringify([plan.layer.name, record.entry ?? record.id]),
  );
  const least = (chain: readonly Placed[]): number =>
    chain.reduce((min, one) => Math.min(min, keptNumber(one, 'chain')), Infinity);
  const order = (a: number, b: number): number => (a === b ? 0 : a - b);
  const found = new Map<AnnotationId, NonNullable<CasAnnotation['chain']>>();
  const sorted = [...chains.values()].sort((a, b) => order(least(a), least(b)));
  sorted.forEach((chain, index) => {
    const links = chain.toSorted((a, b) => order(keptNumber(a, 'at'), keptNumber(b, 'at')));
    links.forEach(({ record }, at) => found.set(record.id, { number: index + 1, at: at + 1 }));
  });
  return found;
}

/** The links that say which mentions of other layers are of which entry: a chain for each entry. */
export function identitiesOf(
  spans: readonly Placed[],
  others: ReadonlyMap<AnnotationId, NonNullable<CasAnnotation['chain']>>,
  entry: (id: string) => EntryRecord | undefined,
  isXmlOnly: boolean,
  tell: (thing: Thing, reason: Reason, record: string) => void,
): readonly CasAnnotation[] {
  // INCEpTION counts the chains of all layers together.
  const before = [...others.values()].reduce((most, { number }) => Math.max(most, number), 0);
  const twins = new Map<string, Set<string | null>>();
  const keyOf = ({ plan, begin, end }: Placed): string => `${plan.layer.name} ${begin} ${end}`;
  for (const one of spans) twins.set(keyOf(one), (twins.get(keyOf(one)) ?? new Set()).add(one.record.entry));
  const chains = new Map<string, CasAnnotation[]>();
  const numbers = new Map<string, number>();
  for (const one of spans) {
    const { record, plan, begin, end } = one;
    const named = record.entry === null || plan.layer.kind === 'chain' ? undefined : entry(record.entry);
    if (!named) continue;
    // A link lies on a place of a layer: it cannot tell apart what lies there.
    if ((twins.get(keyOf(one))?.size ?? 0) > 1) {
      tell('identity', 'overlap', record.id);
      continue;
    }
    if (isXmlOnly && !isXml(named.name)) {
      tell('identity', 'xml-character', record.id);
      continue;
    }
    const chain = chains.get(named.id) ?? [];
    chains.set(named.id, chain);
    const number = numbers.get(named.id) ?? before + chains.size;
    numbers.set(named.id, number);
    chain.push({
      id: `identity ${record.id}`,
      layer: identityLayer,
      begin,
      end,
      values: identityValues(plan.layer.name, named),
      slots: new Map(),
      ends: null,
      chain: { number, at: chain.length + 1 },
      line: 0,
    });
  }
  return [...chains.values()].flat();
}
