import type { Codebook } from '../../core/codebook/codebook';
import { lookupIn } from '../../core/codebook/lookup';
import type { AttributeRecord, TypeRecord } from '../../core/model/codebook';
import type { TypeId } from '../../core/ids';
import { nameFor } from '../codebook/losses';
import { uniqueNames } from '../exchange/unique-names';
import type { LabelledType } from '../json-lines/names';
import { escapeAttribute } from '../xml/escape';
import type { Controls } from './controls';
import { format } from './task';

const tag = (
  name: string,
  attributes: Readonly<Record<string, string>>,
  inside: readonly string[] = [],
): string => {
  const all = Object.entries(attributes).map(([key, value]) => ` ${key}="${escapeAttribute(value)}"`);
  const open = `<${name}${all.join('')}`;
  return inside.length === 0 ? `${open}/>` : `${open}>\n${inside.map(indented).join('\n')}\n</${name}>`;
};

const indented = (lines: string): string => `  ${lines.replaceAll('\n', '\n  ')}`;

/**
 * The labelling interface that makes annotations under a codebook (labelstud.io/tags): `Labels` for types, `Relations`
 * for relations and for what fills roles, and `Choices`, `Number` and `TextArea` per region for attributes. The text stands
 * in the data of a task under the name `member`.
 */
export function labellingConfig(
  codebook: Codebook,
  labels: ReadonlyMap<TypeId, LabelledType>,
  controls: Controls,
  member: string,
  language: string,
): string {
  const lookup = lookupIn(codebook);
  const labelOf = ({ id }: TypeRecord): string => labels.get(id)?.label ?? id;
  const spans = codebook.types.filter(({ kind }) => kind !== 'relation');
  const attributeTag = (attribute: AttributeRecord): readonly string[] => {
    const { owner, domain } = attribute;
    if (owner.of !== 'type') return [];
    const bearers = lookup.subtree(owner.type).filter(({ kind }) => kind !== 'relation');
    const [bearer] = bearers;
    if (!bearer) return [];
    const common = {
      name: controls.ofAttribute(attribute),
      toName: controls.object,
      perRegion: 'true',
      whenTagName: controls.ofType(bearer),
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
  const arrows = new Set([
    ...codebook.types.filter(({ kind }) => kind === 'relation').map(labelOf),
    ...spans.flatMap(({ id }) => [...uniqueNames(lookup.rolesOf(id), format, language).values()]),
  ]);
  const relations = [...arrows].map((value) => tag('Relation', { value }));
  const groups = [...new Set(spans.map(controls.ofType))].map((name) => {
    const types = spans
      .filter((type) => controls.ofType(type) === name)
      .map((type) => tag('Label', { value: labelOf(type), background: `hsl(${type.hue}, 70%, 60%)` }));
    return tag('Labels', { name, toName: controls.object }, types);
  });
  return `${tag('View', {}, [
    ...(relations.length === 0 ? [] : [tag('Relations', {}, relations)]),
    ...groups,
    tag('Text', { name: controls.object, value: `$${member}`, granularity: 'symbol' }),
    ...codebook.attributes.flatMap(attributeTag),
  ])}\n`;
}
