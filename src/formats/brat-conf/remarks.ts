/** What Postil writes into a configuration as comments, which brat passes over, so that it comes back as it was. */
export interface Remarks {
  /** Event types that are statements here. */
  readonly statements: readonly string[];
  /** What the ends of relations are called in words. */
  readonly ends: readonly { readonly type: string; readonly labels: readonly string[] }[];
  readonly identities: readonly Identity[];
}

const kinds = ['type', 'role', 'attribute'] as const;

/** Which record of a project a type, or a role or an attribute of it, is: what its label alone does not tell. */
export interface Identity {
  readonly of: (typeof kinds)[number];
  /** What brat calls the type. */
  readonly type: string;
  /** What brat calls the role or the attribute; empty for the type itself. */
  readonly name: string;
  readonly id: string;
}

const mark = '# Postil: ';

/** A name as one part of a line: without what would end the part, or the line. */
export const asLabel = (name: string): string => name.replace(/[|\p{Cc}\u2028\u2029]+/gu, ' ').trim();

/** The remarks as lines that end a configuration; none where there is nothing to remark. */
export function writeRemarks({ statements, ends, identities }: Remarks): readonly string[] {
  const lines = [
    ...(statements.length > 0 ? [['statements', ...statements]] : []),
    ...ends.map(({ type, labels }) => ['ends', type, ...labels]),
    ...identities.map(({ of, type, name, id }) => ['is', of, type, name, id]),
  ];
  return lines.length === 0
    ? []
    : [lines.map((parts) => `${mark}${parts.map((part) => asLabel(part)).join(' | ')}\n`).join('')];
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
    identities: lines.flatMap(([what, named, type = '', name = '', id = '']) => {
      const of = what === 'is' && id !== '' ? kinds.find((kind) => kind === named) : undefined;
      return of ? [{ of, type, name, id }] : [];
    }),
  };
}
