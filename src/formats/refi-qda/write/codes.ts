import { childrenOf, inTreeOrder, type Codebook } from '../../../core/codebook/codebook';
import { hexOfHue } from '../../../core/colour';
import { kinds, type TypeRecord } from '../../../core/model/codebook';
import { nameFor } from '../../codebook/losses';
import { escapeAttribute, escapeXml } from '../../xml/escape';
import { guidFrom, guidOf } from '../guid';

/** The codes of a codebook as the tree that they are, indented from a depth on. */
export function codeElements({ types }: Codebook, language: string, depth: number): string {
  const ordered = inTreeOrder(types);
  const known = new Set(ordered.map(({ id }) => id));

  function code(type: TypeRecord, at: number): string {
    const indent = '  '.repeat(at);
    const guideline = nameFor(type.guidelines, language);
    const attributes = [
      `guid="${guidOf(type)}"`,
      `name="${escapeAttribute(nameFor(type.names, language) || type.id)}"`,
      `isCodable="${type.origin?.fields['abstract'] !== true}"`,
      `color="${hexOfHue(type.hue)}"`,
    ].join(' ');
    const inside = [
      ...(guideline === '' ? [] : [`${indent}  <Description>${escapeXml(guideline)}</Description>\n`]),
      ...childrenOf(ordered, type.id).map((child) => code(child, at + 1)),
    ];
    return inside.length === 0
      ? `${indent}<Code ${attributes}/>\n`
      : `${indent}<Code ${attributes}>\n${inside.join('')}${indent}</Code>\n`;
  }

  return ordered
    .filter(({ parent }) => parent === null || !known.has(parent))
    .map((type) => code(type, depth))
    .join('');
}

/**
 * A set for each kind, which tells Postil what was what. `reference` is the attribute by which a member is named: `guid`
 * in codebooks, `targetGUID` in projects.
 */
export function kindSets(
  { types }: Codebook,
  reference: 'guid' | 'targetGUID',
  depth: number,
): readonly string[] {
  const indent = '  '.repeat(depth);
  return kinds.flatMap((kind) => {
    const members = inTreeOrder(types).filter((type) => type.kind === kind);
    if (members.length === 0) return [];
    const lines = members.map((type) => `${indent}  <MemberCode ${reference}="${guidOf(type)}"/>\n`).join('');
    return [`${indent}<Set guid="${guidFrom(`set.${kind}`)}" name="${kind}">\n${lines}${indent}</Set>\n`];
  });
}
