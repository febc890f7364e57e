/** What files of exchange formats begin with, and the ending that they have where nobody has called them otherwise. */
const beginnings: readonly (readonly [RegExp, string])[] = [
  [/^#FORMAT=WebAnno TSV 3\./u, '.tsv'],
  [/^PAR1/u, '.parquet'],
  [/<xmi:XMI[\s>]/u, '.xmi'],
  [/<typeSystemDescription[\s>]/u, '.xml'],
  [/<Project\s[^>]*urn:QDA-XML/u, '.qde'],
  [/<CodeBook\s[^>]*urn:QDA-XML/u, '.qdc'],
  [/^\s*\{[^\n]*\}\s*\n\s*\{/u, '.jsonl'],
  [/^\s*(?:\[\s*)?\{\s*"/u, '.json'],
  [/^[^\n]*\b(?:document|annotation)_id\b[^\n]*\t/u, '.tsv'],
  [/^[^\n]*\b(?:document|annotation)_id\b/u, '.csv'],
  [
    /^(?:(?:-DOCSTART-|# \S+ = )[^\n]*\n|[ \t\r]*\n)*(?:\S+(?:[ \t]+\S+)*[ \t]+(?:O|[BIESLU]-\S+)[ \t]*\r?\n){2}/u,
    '.conll',
  ],
];

/**
 * The ending that the name of a file would have, by how it begins; null where it has that already, or nothing tells. What
 * a file is is for its format to judge: this only lets it be asked.
 */
export function assumedEnding(place: string, head: string): string | null {
  const ending = beginnings.find(([beginning]) => beginning.test(head))?.[1] ?? null;
  return ending === null || place.toLowerCase().endsWith(ending) ? null : ending;
}
