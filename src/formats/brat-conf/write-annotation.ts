import type { AttributeRecord, RoleRecord, TypeRecord } from '../../core/model/codebook';
import { nameFor } from '../codebook/losses';
import { choicesOf, isWritten, type BratCodebook } from './brat-codebook';
import { bratValue } from './names';
import type { Remarks } from './remarks';

/** A section of a configuration file. */
export const section = (heading: string, lines: readonly string[]): string =>
  `[${heading}]\n${lines.map((line) => `${line}\n`).join('')}`;

/** The sections of `annotation.conf`. */
export function annotationSections(book: BratCodebook): readonly string[] {
  const lines = (types: readonly TypeRecord[]): readonly string[] =>
    types.map((type) => typeLine(type, book));
  return [
    section('entities', lines(book.ofKinds('entity'))),
    section('relations', lines(book.ofKinds('relation'))),
    section('events', lines(book.ofKinds('event', 'statement'))),
    section('attributes', attributeLines(book)),
  ];
}

/** What the configuration cannot say of types in its own words, and Postil reads back from its remarks. */
export const typeRemarks = (book: BratCodebook, language: string): Omit<Remarks, 'identities'> => ({
  statements: book.ofKinds('statement').map((type) => book.nameOf(type)),
  ends: book.ofKinds('relation').flatMap((type) => endLabels(type, book, language)),
});

function typeLine(type: TypeRecord, book: BratCodebook): string {
  const indent = '\t'.repeat(book.lineage(type).length - 1);
  const mark = type.origin?.fields['abstract'] === true ? '!' : '';
  const parts = type.kind === 'relation' ? relationParts(type, book) : roleParts(type, book);
  const rest = type.kind === 'entity' ? '' : parts.join(', ');
  return `${indent}${mark}${book.nameOf(type)}${rest === '' ? '' : `\t${rest}`}`;
}

/** The roles of an event that brat can fill. */
const roleParts = (type: TypeRecord, book: BratCodebook): readonly string[] =>
  book.rolesOf(type).flatMap((role) => {
    const fillers = book.fillersOf(role.fillers);
    return fillers === '' ? [] : [`${book.nameOf(role)}${ending(role)}:${fillers}`];
  });

/** The ending of a role's name that says how many fillers it takes. */
function ending({ min, max }: RoleRecord): string {
  if (max === 1) return min === 0 ? '?' : '';
  if (max === null) return min === 0 ? '*' : '+';
  return min === max ? `{${max}}` : `{${min}-${max}}`;
}

/** The two ends of a relation, and its properties. */
function relationParts(type: TypeRecord, book: BratCodebook): readonly string[] {
  const ends = book
    .rolesOf(type)
    .slice(0, 2)
    .map((role) => `${book.nameOf(role)}:${book.fillersOf(role.fillers) || '<ANY>'}`);
  const properties = [
    ...(type.symmetric ? ['symmetric'] : []),
    ...(type.origin?.fields['transitive'] === true ? ['transitive'] : []),
  ];
  return properties.length === 0 ? ends : [...ends, `<REL-TYPE>:${properties.join('-')}`];
}

/** Attributes that are alike on several types are one line in brat. */
function attributeLines(book: BratCodebook): readonly string[] {
  const owners = new Map<string, { readonly attribute: AttributeRecord; readonly types: Set<TypeRecord> }>();
  for (const attribute of book.codebook.attributes) {
    const owner = book.ownerOf(attribute);
    if (!owner || owner.kind === 'relation' || !isWritten(attribute)) continue;
    const key = JSON.stringify([book.nameOf(attribute), valuesOf(attribute)]);
    const alike = owners.get(key) ?? { attribute, types: new Set() };
    for (const type of book.subtree(owner)) alike.types.add(type);
    owners.set(key, alike);
  }
  return [...owners.values()].map(({ attribute, types }) => {
    const names = book.types.filter((type) => types.has(type)).map((type) => book.nameOf(type));
    const values = valuesOf(attribute);
    return `${book.nameOf(attribute)}\tArg:${names.join('|')}${values === '' ? '' : `, Value:${values}`}`;
  });
}

const valuesOf = (attribute: AttributeRecord): string =>
  choicesOf(attribute)
    .map(({ value }) => bratValue(value))
    .join('|');

/** What the ends of a relation are called in words, where these are not the names that they have in brat. */
function endLabels(type: TypeRecord, book: BratCodebook, language: string): Remarks['ends'] {
  const ends = book.rolesOf(type).slice(0, 2);
  const labels = ends.map((role) => nameFor(role.names, language));
  const isSaid = ends.every((role, index) => book.nameOf(role) === labels[index]);
  return isSaid ? [] : [{ type: book.nameOf(type), labels }];
}
