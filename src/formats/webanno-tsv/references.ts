import type { Reason, Thing } from '../../core/exchange/things';
import type { LinkRecord } from '../../core/model/annotation';
import type { CasAnnotation, CasDocument, CasEnd, CasLink } from '../cas/model';
import type { HeaderLayer } from './header';
import type { Units } from './units';

/**
 * What is left of each annotation when references that no row can stand for are taken out: of slots and relations to what
 * was left out, and to tokens where an annotation of the layer stands in the way. Numbers what only a number tells.
 */
export function soundReferences(
  cas: CasDocument,
  header: readonly HeaderLayer[],
  links: readonly LinkRecord[],
  units: Units,
  tell: (thing: Thing, reason: Reason, record: string) => void,
): (one: CasAnnotation) => CasAnnotation | null {
  const byId = new Map(cas.annotations.map((one) => [one.id, one]));
  const layers = new Map(header.map(({ layer }) => [layer.name, layer]));
  const refer = (end: CasEnd, layer: string): void => {
    const target = end.by === 'annotation' ? byId.get(end.id) : undefined;
    if (target) units.numberReferred(layer, target);
  };
  for (const one of cas.annotations) {
    const layer = layers.get(one.layer);
    for (const [name, own] of one.slots) {
      const target = layer?.slots.find((slot) => slot.name === name)?.target ?? '';
      for (const link of own) refer(link.target, target);
    }
    if (one.ends && layer?.base) {
      refer(one.ends.governor, layer.base);
      refer(one.ends.dependent, layer.base);
    }
  }
  const faultOf = (end: CasEnd, layer: string): Reason | null => {
    const row = units.rowOf(end);
    if (!row) return 'filler-missing';
    return end.by === 'stretch' && units.hasPlain(row, layer) ? 'filled-by-span' : null;
  };
  const sound = new Map<string, CasAnnotation | null>();
  for (const one of cas.annotations) {
    const layer = layers.get(one.layer);
    const slots = new Map<string, readonly CasLink[]>();
    for (const [name, own] of one.slots) {
      const target = layer?.slots.find((slot) => slot.name === name)?.target ?? '';
      const left = own.filter((link) => {
        const fault = faultOf(link.target, target);
        const record = fault && linkRecord(one, link.target, links);
        if (fault && record) tell('role', fault, record);
        return fault === null;
      });
      if (left.length > 0) slots.set(name, left);
    }
    const faults = one.ends
      ? [one.ends.governor, one.ends.dependent].map((end) => faultOf(end, layer?.base ?? ''))
      : [];
    const fault = faults.find((found) => found !== null);
    if (fault) tell('relation', fault, one.id);
    sound.set(one.id, fault ? null : { ...one, slots });
  }
  return ({ id }) => sound.get(id) ?? null;
}

/** The record of a link that leads there. */
function linkRecord({ id }: CasAnnotation, target: CasEnd, links: readonly LinkRecord[]): string | undefined {
  return links.find(
    (link) =>
      link.annotation === id &&
      (target.by === 'annotation'
        ? link.target.by === 'annotation' && link.target.annotation === target.id
        : link.target.by === 'span'),
  )?.id;
}
