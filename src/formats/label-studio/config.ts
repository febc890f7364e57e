import type { Codebook } from '../../core/codebook/codebook';
import { lookupIn } from '../../core/codebook/lookup';
import type { AttributeRecord, TypeRecord } from '../../core/model/codebook';
import type { AttributeId, TypeId } from '../../core/ids';
import { nameFor } from '../codebook/losses';
import type { LabelledType } from '../json-lines/names';
import { escapeXml } from '../xml/escape';

/** The controls of a labelling: one for the labels of each kind, one for each attribute. */
export const controlKinds = ['entity', 'event', 'statement'] as const;

const tag = (
  name: string,
  attributes: Readonly<Record<string, string>>,
  inside: readonly string[] = [],
): string => {
  const all = Object.entries(attributes).map(([key, value]) => ` ${key}="${escapeXml(value)}"`);
  const open = `<${name}${all.join('')}`;
  return inside.length === 0 ? `${open}/>` : `${open}>\n${inside.map(indented).join('\n')}\n</${name}>`;
};

const indented = (lines: string): string => lines.replace(/^/gmu, '  ');

/**
 * The labelling interface that makes annotations under a codebook (labelstud.io/tags): `Labels` for types, `Relations`
 * for relations, and `Choices`, `Number` and `TextArea` per region for attributes.
 */
export function labellingConfig(
  codebook: Codebook,
  labels: ReadonlyMap<TypeId, LabelledType>,
  controls: ReadonlyMap<AttributeId, string>,
  language: string,
): string {
  const lookup = lookupIn(codebook);
  const labelOf = ({ id }: TypeRecord): string => labels.get(id)?.label ?? id;
  const ofKind = (kind: string): readonly TypeRecord[] => codebook.types.filter((type) => type.kind === kind);
  const attributeTag = (attribute: AttributeRecord): readonly string[] => {
    const { owner, domain } = attribute;
    const name = controls.get(attribute.id);
    if (owner.of !== 'type' || name === undefined) return [];
    const bearers = lookup.subtree(owner.type).filter(({ kind }) => kind !== 'relation');
    if (bearers.length === 0) return [];
    const common = {
      name,
      toName: 'text',
      perRegion: 'true',
      whenTagName: bearers[0]?.kind ?? 'entity',
      whenLabelValue: bearers.map(labelOf).join(','),
    };
    const choices = (values: readonly (readonly [string, string])[]): readonly string[] =>
      values.map(([value, alias]) => tag('Choice', { value: alias, alias: value }));
    switch (domain.kind) {
      case 'yes-no':
        return [
          tag(
            'Choices',
            { ...common, choice: 'single' },
            choices([
              ['true', '+'],
              ['false', '−'],
            ]),
          ),
        ];
      case 'one-of':
      case 'several-of': {
        const choice = domain.kind === 'one-of' ? 'single' : 'multiple';
        const all = domain.choices.map(
          ({ value, names }) => [value, nameFor(names, language) || value] as const,
        );
        return [tag('Choices', { ...common, choice }, choices(all))];
      }
      case 'number':
        return [tag('Number', common)];
      case 'date':
      case 'text':
      case 'vocabulary':
        return [tag('TextArea', common)];
    }
  };
  const relations = ofKind('relation').map((type) => tag('Relation', { value: labelOf(type) }));
  const groups = controlKinds.flatMap((kind) => {
    const types = ofKind(kind).map((type) =>
      tag('Label', { value: labelOf(type), background: `hsl(${type.hue}, 70%, 60%)` }),
    );
    return types.length === 0 ? [] : [tag('Labels', { name: kind, toName: 'text' }, types)];
  });
  return `${tag('View', {}, [
    ...(relations.length === 0 ? [] : [tag('Relations', {}, relations)]),
    ...groups,
    tag('Text', { name: 'text', value: '$text', granularity: 'symbol' }),
    ...codebook.attributes.flatMap(attributeTag),
  ])}\n`;
}
