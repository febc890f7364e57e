import type { Codebook } from '../../core/codebook/codebook';
import type { Problem } from '../../core/problem';
import { count, inOtherLanguages, lossesOf } from '../codebook/losses';
import { codeElements, kindSets } from './write/codes';

/**
 * Writes a codebook as REFI-QDA codebook (`.qdc`, REFI-QDA standard 1.5, 2019) in one language (a BCP 47 tag). The
 * standard has codes with a name, a description and a colour; a set for each kind tells Postil what was what.
 */
export function serializeQdc(
  codebook: Codebook,
  language: string,
): { readonly text: string; readonly warnings: readonly Problem[] } {
  const sets = kindSets(codebook, 'guid', 2);
  const text = [
    '<?xml version="1.0" encoding="utf-8"?>\n',
    '<CodeBook xmlns="urn:QDA-XML:codebook:1.0" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"',
    ' xsi:schemaLocation="urn:QDA-XML:codebook:1.0 http://schema.qdasoftware.org/versions/Codebook/v1.0/Codebook.xsd"',
    ' origin="Postil">\n',
    '  <Codes>\n',
    codeElements(codebook, language, 2),
    '  </Codes>\n',
    ...(sets.length === 0 ? [] : ['  <Sets>\n', ...sets, '  </Sets>\n']),
    '</CodeBook>\n',
  ].join('');
  const { types, roles, attributes, terms } = codebook;
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
