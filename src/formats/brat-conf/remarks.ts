/** What Postil writes into a configuration as comments, which brat passes over, so that it comes back as it was. */
export interface Remarks {
  /** Event types that are statements here. */
  readonly statements: readonly string[];
  /** What the ends of relations are called in words. */
  readonly ends: readonly { readonly type: string; readonly labels: readonly string[] }[];
}

const mark = '# Postil: ';

/** The remarks as lines that end a configuration; none where there is nothing to remark. */
export function writeRemarks({ statements, ends }: Remarks): readonly string[] {
  const lines = [
    ...(statements.length > 0 ? [['statements', ...statements]] : []),
    ...ends.map(({ type, labels }) => ['ends', type, ...labels]),
  ];
  return lines.length === 0
    ? []
    : [
        lines
          .map((parts) => `${mark}${parts.map((part) => part.replace(/[|\r\n]/gu, ' ')).join(' | ')}\n`)
          .join(''),
      ];
}

/** Reads the remarks of a configuration that Postil wrote. */
export function readRemarks(text: string): Remarks {
  const lines = text
    .split(/\r\n|\r|\n/u)
    .filter((line) => line.startsWith(mark))
    .map((line) =>
      line
        .slice(mark.length)
        .split('|')
        .map((part) => part.trim()),
    );
  return {
    statements: lines.flatMap(([what, ...names]) => (what === 'statements' ? names : [])),
    ends: lines.flatMap(([what, type = '', ...labels]) => (what === 'ends' ? [{ type, labels }] : [])),
  };
}
