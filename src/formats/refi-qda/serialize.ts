import { v5 as uuidOf, validate } from 'uuid';
import { childrenOf, inTreeOrder, type Codebook } from '../../core/codebook/codebook';
import { hexOfHue } from '../../core/colour';
import { kinds, type TypeRecord } from '../../core/model/codebook';
import type { Problem } from '../../core/problem';
import { count, inOtherLanguages, lossesOf, nameFor } from '../codebook/losses';
import { escapeXml } from '../xml/escape';

/** The namespace from which ids that are no GUIDs get one: always the same for the same id. */
const namespace = '7d3f5a9e-6c1b-4e0a-9b57-2f1e8c4d6a30';

const guidOf = ({ id, origin }: TypeRecord): string => {
  const own = origin?.format === 'refi-qda' ? (origin.id ?? id) : id;
  return validate(own) ? own : uuidOf(own, namespace);
};

/**
 * Writes a codebook as REFI-QDA codebook (`.qdc`, REFI-QDA standard 1.5, 2019) in one language (a BCP 47 tag). The
 * standard has codes with a name, a description and a colour; a set for each kind tells Postil what was what.
 */
export function serializeQdc(
  codebook: Codebook,
  language: string,
): { readonly text: string; readonly warnings: readonly Problem[] } {
  const types = inTreeOrder(codebook.types);

  function code(type: TypeRecord, depth: number): string {
    const indent = '  '.repeat(depth);
    const guideline = nameFor(type.guidelines, language);
    const attributes = [
      `guid="${guidOf(type)}"`,
      `name="${escapeXml(nameFor(type.names, language))}"`,
      `isCodable="${type.origin?.fields['abstract'] !== true}"`,
      `color="${hexOfHue(type.hue)}"`,
    ].join(' ');
    const inside = [
      ...(guideline === '' ? [] : [`${indent}  <Description>${escapeXml(guideline)}</Description>\n`]),
      ...childrenOf(types, type.id).map((child) => code(child, depth + 1)),
    ];
    return inside.length === 0
      ? `${indent}<Code ${attributes}/>\n`
      : `${indent}<Code ${attributes}>\n${inside.join('')}${indent}</Code>\n`;
  }

  const sets = kinds.flatMap((kind) => {
    const members = types.filter((type) => type.kind === kind);
    if (members.length === 0) return [];
    const lines = members.map((type) => `      <MemberCode guid="${guidOf(type)}"/>\n`).join('');
    return [`    <Set guid="${uuidOf(`set.${kind}`, namespace)}" name="${kind}">\n${lines}    </Set>\n`];
  });
  const text = [
    '<?xml version="1.0" encoding="utf-8"?>\n',
    '<CodeBook xmlns="urn:QDA-XML:codebook:1.0" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"',
    ' xsi:schemaLocation="urn:QDA-XML:codebook:1.0 http://schema.qdasoftware.org/versions/Codebook/v1.0/Codebook.xsd"',
    ' origin="Postil">\n',
    '  <Codes>\n',
    ...types.filter(({ parent }) => parent === null).map((type) => code(type, 2)),
    '  </Codes>\n',
    ...(sets.length === 0 ? [] : ['  <Sets>\n', ...sets, '  </Sets>\n']),
    '</CodeBook>\n',
  ].join('');

  const { roles, attributes, terms } = codebook;
  return {
    text,
    warnings: lossesOf({
      'codebook-examples-lost': count(types, ({ examples }) => examples.length > 0),
      'codebook-keys-lost': count(types, ({ key }) => key !== null),
      'codebook-languages-lost': inOtherLanguages({ ...codebook, roles: [], attributes: [] }, language),
      'codebook-symmetry-lost': count(types, ({ symmetric }) => symmetric),
      'codebook-roles-lost': roles.length,
      'codebook-attributes-lost': attributes.length,
      'codebook-terms-lost': terms.length,
    }),
  };
}
