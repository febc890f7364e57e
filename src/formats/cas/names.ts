import type { Kind } from '../../core/model/codebook';
import type { CasLayer } from './model';

/** Letters that UIMA, Java and XML all allow in names. */
const safe = /^[A-Za-z0-9À-ÖØ-öø-ʯ\p{Script=Cyrillic}\p{Script=Greek}]$/u;
const isSafe = (character: string): boolean => safe.test(character) && /^[\p{L}\p{N}]$/u.test(character);

/** Before what no name but an id is made of. */
const idMark = 'XX';

const escaped = (character: string): string =>
  Array.from(
    { length: character.length },
    (_, index) => `X${character.charCodeAt(index).toString(16).toUpperCase().padStart(4, '0')}`,
  ).join('');

/** A name as UIMA allows it: blanks are underscores, other characters `X` and their hexadecimal number. */
export function spelled(name: string): string {
  const characters = Array.from(name.trim().replace(/\s+/gu, ' '));
  return characters
    .map((character, index) => {
      if (character === ' ') return '_';
      if (character === 'X' && /^(?:X|[0-9A-F]{4})/u.test(characters.slice(index + 1).join('')))
        return escaped(character);
      const isDigitFirst = index === 0 && /^\p{N}$/u.test(character);
      return isSafe(character) && !isDigitFirst ? character : escaped(character);
    })
    .join('');
}

/** The name that was spelled so. */
export const unspelled = (name: string): string =>
  name.replace(/X([0-9A-F]{4})/gu, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));

/** An id where a name does not tell one thing from another. */
export const spelledId = (id: string): string => `${idMark}${spelled(id)}`;

/** The id that stands for a name; null where it is a name. */
export const idIn = (name: string): string | null =>
  name.startsWith(idMark) ? unspelled(name.slice(idMark.length)) : null;

const custom = 'webanno.custom.';

/** The layer of a type that came from nowhere: what kind it is stands in its package. */
export const layerFor = (kind: Kind, name: string): string =>
  `${custom}${kind === 'event' || kind === 'statement' ? `${kind}.` : ''}${name}`;

/** What is an event or something said where people say so, or where the DKPro types mean it. */
const events = /^(?:webanno\.custom\.event\.|de\.tudarmstadt\.ukp\.dkpro\.core\.api\.semantics\.type\.Sem)/u;

/** The kind of types that a layer is, as far as its name tells. */
export function kindOf({ kind, name }: Pick<CasLayer, 'kind' | 'name'>): Kind {
  if (kind === 'relation') return 'relation';
  if (events.test(name)) return 'event';
  return name.startsWith(`${custom}statement.`) ? 'statement' : 'entity';
}

/** What a type is called where people read: without its package. */
export const shortName = (layer: string): string => layer.slice(layer.lastIndexOf('.') + 1);

/** The path of a document without the ending of its file, as its name; and the folders that all files have are left out. */
export function namesOfPaths(paths: readonly string[]): ReadonlyMap<string, string> {
  const split = paths.map((path) => path.split('/'));
  const [first = []] = split;
  let common = 0;
  // Of no paths, all would have every folder in common.
  while (
    common < first.length - 1 &&
    split.every((parts) => common < parts.length - 1 && parts[common] === first[common])
  )
    common += 1;
  return new Map(
    paths.map((path, index) => [
      path,
      (split[index] ?? [])
        .slice(common)
        .join('/')
        .replace(/\.\w+$/u, ''),
    ]),
  );
}
