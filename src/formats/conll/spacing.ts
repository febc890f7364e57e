/** What stands between tokens, as the column of CoNLL-U says it: https://universaldependencies.org/format.html. */
const escapes: readonly (readonly [character: string, written: string])[] = [
  ['\\', '\\\\'],
  [' ', '\\s'],
  ['\n', '\\n'],
  ['\r', '\\r'],
  ['\t', '\\t'],
  ['|', '\\p'],
];

const written = new Map(escapes);
const meant = new Map(escapes.map(([character, escape]) => [escape, character]));

/** Other white space, which would part columns too, is written by its number. */
const escaped = (text: string): string =>
  text.replace(
    /[\s\\|]/gu,
    (character) => written.get(character) ?? `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`,
  );

const unescaped = (text: string): string =>
  text.replace(/\\u\{([0-9a-f]{1,5})\}|\\./gu, (escape, code?: string) =>
    code === undefined ? (meant.get(escape) ?? escape) : String.fromCodePoint(parseInt(code, 16)),
  );

/** What a cell says of things by their names. */
export type Details = ReadonlyMap<string, string>;

/** The cell that says what stands behind a token; `_` for a single blank. */
export function spaceCell(after: string): string {
  if (after === ' ') return '_';
  return after === '' ? 'SpaceAfter=No' : `SpacesAfter=${escaped(after)}`;
}

/** Whether a cell is one of such a column. */
export const isDetailCell = (cell: string): boolean =>
  cell === '_' || /^(?:SpaceAfter|SpacesAfter|SpacesBefore|Name|Segments)=/u.test(cell);

/** Reads a cell of names and values; parts without a name are passed over. */
export function readDetails(cell: string): Details {
  return new Map(
    cell.split('|').flatMap((part) => {
      const equals = part.indexOf('=');
      return equals < 1 ? [] : [[part.slice(0, equals), unescaped(part.slice(equals + 1))] as const];
    }),
  );
}

/** The cell of some names and values; `_` where there are none. */
export const writeDetails = (details: Details): string =>
  details.size === 0 ? '_' : [...details].map(([name, value]) => `${name}=${escaped(value)}`).join('|');

/** What stands behind a token by its cell; undefined where the cell does not say. */
export function spaceAfter(details: Details): string | undefined {
  if (details.get('SpaceAfter') === 'No') return '';
  return details.get('SpacesAfter');
}
