import { elementFeature, linkFeature, type CasAnnotation, type CasEnd } from '../cas/model';
import { escapeValue } from './escape';
import type { Column, HeaderLayer } from './header';
import type { Unit, Units } from './units';

/** The cells of a layer in a row. */
export function cellsOf(
  unit: Unit,
  { layer, columns }: HeaderLayer,
  units: Units,
  sound: (one: CasAnnotation) => CasAnnotation | null,
): readonly string[] {
  const held = (unit.held.get(layer.name) ?? []).flatMap((one) => sound(one) ?? []);
  if (held.length === 0) return columns.map(() => '_');
  const isSpan = layer.kind === 'span';
  return columns.map((column) => held.map((one) => cellOf(one, column, isSpan, units)).join('|'));
}

function cellOf(one: CasAnnotation, column: Column, isSpan: boolean, units: Units): string {
  const number = isSpan ? bracketed(units.numbers.get(one.id)) : '';
  switch (column.holds) {
    case 'nothing':
      return `*${number}`;
    case 'feature':
      return `${valueOf(one, column.feature)}${number}`;
    case 'roles': {
      const links = one.slots.get(column.slot.name) ?? [];
      const roles = links.map(({ role }) => (role === null ? '*' : escapeValue(role)));
      return `${roles.length > 0 ? roles.join(';') : '_'}${number}`;
    }
    case 'targets': {
      const links = one.slots.get(column.slot.name) ?? [];
      if (links.length === 0) return '_';
      return links
        .map(({ target }) => `${rowId(target, units)}${bracketed(numberOf(target, units))}`)
        .join(';');
    }
    case 'governor':
      return one.ends ? tie(one.ends.governor, one.ends.dependent, units) : '_';
    case 'chain-link':
      return `${valueOf(one, linkFeature)}->${one.chain?.number ?? 1}-${one.chain?.at ?? 1}`;
    case 'chain-element':
      return `${valueOf(one, elementFeature)}[${one.chain?.number ?? 1}]`;
  }
}

const bracketed = (number: number | undefined): string => (number === undefined ? '' : `[${number}]`);

function valueOf({ values }: CasAnnotation, feature: string): string {
  const value = values.get(feature);
  return value === undefined ? '*' : escapeValue(String(value));
}

const rowId = (end: CasEnd, units: Units): string => units.rowOf(end)?.id ?? '';

const numberOf = (end: CasEnd, units: Units): number | undefined =>
  end.by === 'annotation' ? units.numbers.get(end.id) : undefined;

function tie(governor: CasEnd, dependent: CasEnd, units: Units): string {
  const [from, to] = [numberOf(governor, units), numberOf(dependent, units)];
  const numbers = from === undefined && to === undefined ? '' : `[${from ?? 0}_${to ?? 0}]`;
  return `${rowId(governor, units)}${numbers}`;
}
