import type { EntryId, TypeId } from '../../core/ids';
import type { EntryRecord } from '../../core/model/annotation';
import { plainEntry } from '../../core/registry/plain-entry';
import type { Block } from './lines';

export const format = 'factrueval';

/** The parts of a person's name, in the order in which they are said. */
const personal = ['firstname', 'patronymic', 'lastname'] as const;

/** An entity of the coreference layer as an entry of the registry: its names, its identifier, and all that is said of it. */
export function entryOf([head, ...lines]: Block, document: string, type: TypeId | null): EntryRecord {
  const said = lines.map(({ words, rest }) => ({ key: words[0] ?? '', value: rest }));
  const valuesOf = (...keys: readonly string[]): string[] =>
    keys.flatMap((key) => said.filter((one) => one.key === key).map(({ value }) => value));
  const person = valuesOf(...personal).join(' ');
  const names = [
    ...valuesOf('name'),
    ...(person === '' ? [] : [person]),
    ...valuesOf('nickname'),
    ...valuesOf('descriptor'),
  ];
  const id = head.words[0] ?? '';
  const [name = id, ...aliases] = [...new Set(names.filter((one) => one !== ''))];
  return {
    ...plainEntry(`${document}:${id}` as EntryId, 'entity', name),
    type,
    aliases,
    identifiers: [...new Set(valuesOf('wikidata'))]
      .filter((value) => value !== '')
      .map((value) => ({ scheme: 'wikidata', value })),
    origin: { format, id, fields: { said: said.map(({ key, value }) => [key, value]) } },
  };
}
