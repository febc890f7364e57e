import {
  anyAnnotation,
  elementFeature,
  linkFeature,
  tokenType,
  type CasAnnotation,
  type CasDocument,
  type CasLayer,
} from '../cas/model';
import { readHeader, type Column, type HeaderLayer } from './header';

/** The header of a document: what it had when it came, and what its annotations need beside that. */
export function headerOf({ layers, annotations, fields }: CasDocument): readonly HeaderLayer[] {
  const kept = Array.isArray(fields['header']) ? (fields['header'] as readonly string[]) : [];
  const header = new Map<string, HeaderLayer>();
  for (const line of kept) {
    const one = typeof line === 'string' ? readHeader(line) : null;
    if (one) header.set(one.layer.name, one);
  }
  for (const layer of layers) {
    const own = annotations.filter((one) => one.layer === layer.name);
    const before = header.get(layer.name);
    const columns = [...(before?.layer.kind === layer.kind ? before.columns : [])];
    for (const column of needed(layer, own))
      if (!columns.some((other) => isSame(other, column))) columns.push(column);
    if (columns.length > 1) {
      const placeholder = columns.findIndex(({ holds }) => holds === 'nothing');
      if (placeholder >= 0 && !before) columns.splice(placeholder, 1);
    }
    const base = layer.kind === 'relation' ? (layer.base ?? baseOf(own, annotations)) : null;
    header.set(layer.name, { layer: { ...layer, base }, columns: governorLast(columns) });
  }
  return [...header.values()];
}

const governorLast = (columns: readonly Column[]): readonly Column[] => [
  ...columns.filter(({ holds }) => holds !== 'governor'),
  ...columns.filter(({ holds }) => holds === 'governor'),
];

function needed(layer: CasLayer, own: readonly CasAnnotation[]): readonly Column[] {
  if (layer.kind === 'chain')
    return [{ holds: 'chain-link' }, { holds: 'chain-element' }, ...features(layer, own)];
  const slots = layer.slots
    .filter(({ name }) => own.some((one) => one.slots.has(name)))
    .flatMap((slot): readonly Column[] => [
      { holds: 'roles', slot },
      { holds: 'targets', slot },
    ]);
  const columns = [...features(layer, own), ...slots];
  if (layer.kind === 'relation') return [...columns, { holds: 'governor' }];
  return columns.length > 0 ? columns : [{ holds: 'nothing' }];
}

const features = (layer: CasLayer, own: readonly CasAnnotation[]): readonly Column[] =>
  layer.features
    .filter(({ name }) => layer.kind !== 'chain' || (name !== linkFeature && name !== elementFeature))
    .filter(({ name }) => own.some(({ values }) => values.has(name)))
    .map(({ name }) => ({ holds: 'feature', feature: name }));

function isSame(a: Column, b: Column): boolean {
  // A placeholder is needed only where there is nothing else.
  if (b.holds === 'nothing') return true;
  if (a.holds === 'feature') return b.holds === 'feature' && a.feature === b.feature;
  if (a.holds === 'roles' || a.holds === 'targets') return b.holds === a.holds && a.slot.name === b.slot.name;
  return a.holds === b.holds;
}

/** What all relations of a layer tie together: annotations of one layer, tokens, or anything. */
function baseOf(relations: readonly CasAnnotation[], all: readonly CasAnnotation[]): string {
  const layers = new Map(all.map(({ id, layer }) => [id, layer]));
  const found = new Set(
    relations.flatMap(({ ends }) =>
      ends
        ? [ends.governor, ends.dependent].map((end) =>
            end.by === 'annotation' ? (layers.get(end.id) ?? anyAnnotation) : tokenType,
          )
        : [],
    ),
  );
  const [only = anyAnnotation] = found;
  return found.size === 1 ? only : anyAnnotation;
}
