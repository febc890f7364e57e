import {
  anyAnnotation,
  elementFeature,
  linkFeature,
  type CasFeature,
  type CasLayer,
  type CasSlot,
} from '../cas/model';

/** What a column of a file holds of a layer. */
export type Column =
  | { readonly holds: 'nothing' }
  | { readonly holds: 'feature'; readonly feature: string }
  | { readonly holds: 'roles' | 'targets'; readonly slot: CasSlot }
  | { readonly holds: 'governor' }
  | { readonly holds: 'chain-link' }
  | { readonly holds: 'chain-element' };

/** A layer with the columns in which its annotations stand, in their order. */
export interface HeaderLayer {
  readonly layer: CasLayer;
  readonly columns: readonly Column[];
}

const kinds: Readonly<Record<string, CasLayer['kind']>> = { SP: 'span', RL: 'relation', CH: 'chain' };

/** A line such as `#T_SP=webanno.custom.Span|value`; null where it is none. */
export function readHeader(line: string): HeaderLayer | null {
  const match = /^#T_(SP|RL|CH)=([^|]+)((?:\|[^|]*)*)$/u.exec(line);
  const kind = match && kinds[match[1] ?? ''];
  if (!match || !kind) return null;
  const name = match[2] ?? '';
  const declared = (match[3] ?? '').split('|').slice(1);
  const columns: Column[] = [];
  const features: CasFeature[] = [];
  const slots: CasSlot[] = [];
  let base: string | null = null;
  for (let index = 0; index < declared.length; index += 1) {
    const field = declared[index] ?? '';
    if (field === '') {
      columns.push({ holds: 'nothing' });
    } else if (kind === 'span' && field.startsWith('ROLE_')) {
      index += 1;
      const slot = slotOf(name, field, declared[index] ?? anyAnnotation);
      slots.push(slot);
      columns.push({ holds: 'roles', slot }, { holds: 'targets', slot });
    } else if (kind === 'relation' && field.startsWith('BT_')) {
      base = field.slice(3);
      columns.push({ holds: 'governor' });
    } else {
      features.push({ name: field, range: 'string', uima: null });
      if (kind === 'chain' && field === linkFeature) columns.push({ holds: 'chain-link' });
      else if (kind === 'chain' && field === elementFeature) columns.push({ holds: 'chain-element' });
      else columns.push({ holds: 'feature', feature: field });
    }
  }
  if (columns.length === 0) columns.push({ holds: 'nothing' });
  return { layer: { kind, name, features, slots, base }, columns };
}

/** `ROLE_<layer>:<slot>_<link type>`; the name of the layer may have underscores. */
function slotOf(layer: string, field: string, target: string): CasSlot {
  const own = `ROLE_${layer}:`;
  const rest = field.startsWith(own) ? field.slice(own.length) : field.slice(field.indexOf(':') + 1);
  // Names of features have no dots: what comes before the first one and its last underscore is the slot's.
  const dot = rest.indexOf('.');
  const cut = dot < 0 ? rest.indexOf('_') : rest.lastIndexOf('_', dot);
  return cut < 0
    ? { name: rest, link: `${layer}Link`, target }
    : { name: rest.slice(0, cut), link: rest.slice(cut + 1), target };
}

const prefixes: Readonly<Record<CasLayer['kind'], string>> = { span: 'SP', relation: 'RL', chain: 'CH' };

/** The line of the header that says what columns a layer has. */
export function writeHeader({ layer, columns }: HeaderLayer): string {
  const fields = columns.flatMap((column): readonly string[] => {
    switch (column.holds) {
      case 'nothing':
        return [''];
      case 'feature':
        return [column.feature];
      case 'roles':
        return [`ROLE_${layer.name}:${column.slot.name}_${column.slot.link}`];
      case 'targets':
        return [column.slot.target];
      case 'governor':
        return [`BT_${layer.base ?? anyAnnotation}`];
      case 'chain-link':
        return [linkFeature];
      case 'chain-element':
        return [elementFeature];
    }
  });
  return [`#T_${prefixes[layer.kind]}=${layer.name}`, ...fields].join('|');
}
