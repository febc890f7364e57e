import type { Codebook } from '../../core/codebook/codebook';
import type { TypeRecord } from '../../core/model/codebook';
import type { TypeId } from '../../core/ids';
import { fileNameOf } from '../exchange/paths';
import { uniqueNames } from '../exchange/unique-names';

/** A type under the name that a file calls it by. */
export interface LabelledType {
  readonly type: TypeRecord;
  readonly label: string;
}

/** The labels of all types. A relation may be called as a span is: they stand in different places. */
export function labelled(
  { types }: Codebook,
  format: string,
  language: string,
): ReadonlyMap<TypeId, LabelledType> {
  const isRelation = ({ kind }: TypeRecord): boolean => kind === 'relation';
  const names = new Map([
    ...uniqueNames(
      types.filter((type) => !isRelation(type)),
      format,
      language,
    ),
    ...uniqueNames(types.filter(isRelation), format, language),
  ]);
  return new Map(types.map((type) => [type.id, { type, label: names.get(type.id) ?? type.id }]));
}

/** What a document is called whose file does not name it: by the file and its number in it. */
export const fallbackName = (path: string, number: number): string =>
  `${fileNameOf(path).replace(/\.[^.]*$/u, '')} ${number}`;
