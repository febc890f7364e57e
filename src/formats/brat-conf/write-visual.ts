import { hexOfHue } from '../../core/colour';
import type { AttributeRecord } from '../../core/model/codebook';
import { nameFor } from '../codebook/losses';
import { choicesOf, isWritten, type BratCodebook } from './brat-codebook';
import { bratValue } from './names';
import { asLabel } from './remarks';
import { section } from './write-annotation';

/** `visual.conf`: what types, roles, attributes and values are called in a language, and the colours of types. */
export function visualConf(book: BratCodebook, language: string): string {
  const { roles, attributes } = book.codebook;
  const named = (name: string, names: AttributeRecord['names']): string =>
    `${name} | ${asLabel(nameFor(names, language))}`;
  const labels = [
    ...book.types.map((type) => named(book.nameOf(type), type.names)),
    ...new Set(
      roles
        .filter((role) => book.type(role.type)?.kind !== 'relation')
        .map((role) => named(book.nameOf(role), role.names)),
    ),
    ...new Set(
      attributes.filter(isWritten).flatMap((attribute) => attributeLabels(attribute, book, language)),
    ),
  ];
  const colours = book.types.map(
    (type) => `${book.nameOf(type)}\t${type.kind === 'relation' ? 'color' : 'bgColor'}:${hexOfHue(type.hue)}`,
  );
  return [section('labels', labels), section('drawing', colours)].join('\n');
}

/** The words of an attribute and its values, where their names in brat do not say them. */
function attributeLabels(
  attribute: AttributeRecord,
  book: BratCodebook,
  language: string,
): readonly string[] {
  const label = (name: string, words: string): string[] =>
    name.replace(/_/gu, ' ') === words ? [] : [`${name} | ${asLabel(words)}`];
  return [
    ...label(book.nameOf(attribute), nameFor(attribute.names, language)),
    ...choicesOf(attribute).flatMap((choice) =>
      label(bratValue(choice.value), nameFor(choice.names, language) || choice.value),
    ),
  ];
}
