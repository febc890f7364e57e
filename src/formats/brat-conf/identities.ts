import type { Codebook } from '../../core/codebook/codebook';
import { lookupIn } from '../../core/codebook/lookup';
import { matchCodebook } from '../../core/codebook/match';
import type { TypeId } from '../../core/ids';
import type { BratNames } from './names';
import { parseBratConf } from './parse';
import type { Identity } from './remarks';

/**
 * Whatever an import of a configuration would not find again by its label: namesakes, and names with characters that a
 * label cannot have. What is written is read back, and all that comes out as something else is told.
 */
export function lostIdentities(
  codebook: Codebook,
  names: BratNames,
  written: { readonly annotation: string; readonly visual: string },
  language: string,
): readonly Identity[] {
  const read = parseBratConf(written.annotation, written.visual, language);
  if (!read.ok) return [];
  const theirs = read.value.codebook;
  const found = matchCodebook(theirs, codebook);
  const lookup = lookupIn(codebook);
  const typeNamed = new Map(codebook.types.map(({ id }) => [names.get(id), id]));
  const types = new Map(theirs.types.map(({ id, origin }) => [id, origin?.id ?? '']));
  const ownerOf = (id: TypeId): { readonly name: string; readonly mine: TypeId } | undefined => {
    const name = types.get(id) ?? '';
    const mine = typeNamed.get(name);
    return mine && { name, mine };
  };
  return [
    ...theirs.types.flatMap(({ id }): Identity[] => {
      const type = ownerOf(id);
      return !type || found.types.get(id) === type.mine
        ? []
        : [{ of: 'type', type: type.name, name: '', id: type.mine }];
    }),
    ...theirs.roles.flatMap(({ id, type, origin }): Identity[] => {
      const owner = ownerOf(type);
      const mine = owner && lookup.rolesOf(owner.mine).find((one) => names.get(one.id) === origin?.id);
      return !mine || found.roles.get(id) === mine.id
        ? []
        : [{ of: 'role', type: owner.name, name: origin?.id ?? '', id: mine.id }];
    }),
    ...theirs.attributes.flatMap(({ id, owner: on, origin }): Identity[] => {
      const owner = on.of === 'type' ? ownerOf(on.type) : undefined;
      const mine = owner && lookup.attributesOf(owner.mine).find((one) => names.get(one.id) === origin?.id);
      return !mine || found.attributes.get(id) === mine.id
        ? []
        : [{ of: 'attribute', type: owner.name, name: origin?.id ?? '', id: mine.id }];
    }),
  ];
}
