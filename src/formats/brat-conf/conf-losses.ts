import type { Problem } from '../../core/problem';
import { count, inOtherLanguages, lossesOf } from '../codebook/losses';
import { isWritten, type BratCodebook } from './brat-codebook';

/** What of a codebook brat's configuration has no place for, counted. */
export function confLosses(book: BratCodebook, language: string): readonly Problem[] {
  const { types, roles, attributes, terms } = book.codebook;
  return lossesOf({
    'codebook-guidelines-lost': count(types, ({ guidelines }) => Object.keys(guidelines).length > 0),
    'codebook-examples-lost': count(types, ({ examples }) => examples.length > 0),
    'codebook-keys-lost': count([...types, ...roles, ...attributes], ({ key }) => key !== null),
    'codebook-languages-lost': inOtherLanguages(book.codebook, language),
    'codebook-roles-lost': count(
      roles,
      (role) => book.type(role.type)?.kind === 'entity' || book.fillersOf(role.fillers) === '',
    ),
    'codebook-fillers-lost': count(
      roles,
      ({ fillers }) => (fillers.entries || fillers.spans) && book.fillersOf(fillers) !== '',
    ),
    'codebook-attributes-lost': count(attributes, (attribute) => {
      const kind = book.ownerOf(attribute)?.kind;
      return !isWritten(attribute) || kind === undefined || kind === 'relation';
    }),
    'codebook-requirements-lost': count(
      attributes,
      (attribute) => isWritten(attribute) && (attribute.required || attribute.default !== null),
    ),
    'codebook-flags-lost': count(roles, (role) => role.sticky || role.acyclic || role.acrossDocuments),
    'codebook-terms-lost': terms.length,
  });
}
