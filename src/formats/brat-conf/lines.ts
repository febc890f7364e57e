/** The sections of brat's two configuration files that are about types. `spans` is an older name for `entities`. */
export type Section = 'entities' | 'relations' | 'events' | 'attributes' | 'labels' | 'drawing';

/** A line that declares something: its name and what follows it. */
export interface ConfLine {
  readonly section: Section;
  /** How far it is indented, in characters: below the last line that is less so. */
  readonly indent: number;
  readonly name: string;
  readonly rest: string;
  /** Counted from 1. */
  readonly number: number;
}

/** A configuration cut into lines, without comments and empty ones. */
export interface ConfLines {
  readonly lines: readonly ConfLine[];
  /** Lines that stand in no section that is known here. */
  readonly ignored: readonly { readonly number: number; readonly text: string }[];
}

const sections = new Map<string, Section>([
  ['entities', 'entities'],
  ['spans', 'entities'],
  ['relations', 'relations'],
  ['events', 'events'],
  ['attributes', 'attributes'],
  ['labels', 'labels'],
  ['drawing', 'drawing'],
]);

const isComment = (line: string): boolean => /^\s*(#|-+\s*$|$)/u.test(line);

/**
 * Cuts a configuration file of brat into its lines, without comments and separators, with macros (`<POG>=Person|GPE`)
 * put in where they are used: https://brat.nlplab.org/configuration.html.
 */
export function readLines(text: string): ConfLines {
  const macros = new Map<string, string>();
  const lines: ConfLine[] = [];
  const ignored: { number: number; text: string }[] = [];
  let section: Section | null = null;
  for (const [index, raw] of text
    .replace(/^\uFEFF/u, '')
    .split(/\r\n|\r|\n/u)
    .entries()) {
    const number = index + 1;
    if (isComment(raw)) continue;
    const heading = /^\s*\[(.+)\]\s*$/u.exec(raw)?.[1];
    if (heading !== undefined) {
      section = sections.get(heading.toLowerCase()) ?? null;
      continue;
    }
    const macro = /^\s*<([\w-]+)>\s*=\s*(.*?)\s*$/u.exec(raw);
    if (macro) {
      macros.set(macro[1] ?? '', expand(macro[2] ?? '', macros));
      continue;
    }
    const [, indent = '', name = '', rest = ''] =
      (section === 'labels' ? /^(\s*)([^|]+?)\s*(\|.*)?$/u : /^(\s*)(\S+)\s*(.*)$/u).exec(raw) ?? [];
    if (section === null || name === '') ignored.push({ number, text: raw.trim() });
    else lines.push({ section, indent: indent.length, name, rest: expand(rest, macros).trim(), number });
  }
  return { lines, ignored };
}

/** How much macros may add to a line, in UTF-16 units: each of them may double the one before. */
const mostExpanded = 100_000;

/** A line with macros put in, as long as there is room for them. */
function expand(text: string, macros: ReadonlyMap<string, string>): string {
  let room = mostExpanded;
  return text.replace(/<([\w-]+)>/gu, (whole, name: string) => {
    const meant = macros.get(name);
    if (meant === undefined || meant.length > room) return whole;
    room -= meant.length;
    return meant;
  });
}

/** The `NAME:VALUE` pairs of a line, whose values are parted by `|`. */
export function pairsOf(
  rest: string,
): readonly { readonly key: string; readonly values: readonly string[] }[] {
  return rest
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part) => {
      const colon = part.indexOf(':');
      const key = colon < 0 ? part : part.slice(0, colon).trim();
      const values = colon < 0 ? '' : part.slice(colon + 1);
      return {
        key,
        values: values
          .split('|')
          .map((value) => value.trim())
          .filter((value) => value !== ''),
      };
    });
}
