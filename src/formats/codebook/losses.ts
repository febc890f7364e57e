import type { Codebook } from '../../core/codebook/codebook';
import { problem, type Problem, type ProblemCode } from '../../core/problem';

/** The warnings about what a format cannot carry, each with how many there are of it. */
export type Loss = Extract<ProblemCode, `codebook-${string}-lost`>;

/** The losses that there are. */
export const lossesOf = (counts: Partial<Record<Loss, number>>): Problem[] =>
  Object.entries(counts)
    .filter(([, count]) => count > 0)
    .map(([code, count]) => problem(code as Loss, { count }));

/** How many records have something that is about to be lost. */
export const count = <Item>(items: readonly Item[], has: (item: Item) => boolean): number =>
  items.filter(has).length;

/** How many types, roles and attributes have names in other languages than the one that is written. */
export const inOtherLanguages = ({ types, roles, attributes }: Codebook, language: string): number =>
  count([...types, ...roles, ...attributes], ({ names }) =>
    Object.keys(names).some((other) => other !== language && Object.keys(names).length > 1),
  );

/** The name in a language, else in English, else in whichever there is. */
export const nameFor = (names: Readonly<Record<string, string>>, language: string): string =>
  names[language] ?? names['en'] ?? Object.values(names)[0] ?? '';
