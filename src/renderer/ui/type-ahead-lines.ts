import type { ReactNode } from 'react';
import { grouped } from '../../core/grouped';
import { isCalled, type Findable } from './ranking';

/** One thing that a type-ahead offers. */
export interface TypeAheadRow extends Findable {
  readonly id: string;
  /** What tells it from its namesakes, in faint letters beside the label. */
  readonly detail?: string;
  readonly icon?: ReactNode;
  /** The heading that it stands under. */
  readonly group?: string;
}

/**
 * Where the rows come from: a list of them (up to some 20,000), one that is made only when it is needed, or a function
 * that finds them for what was typed, such as a call to the engine. The last two have to stay the same object from one
 * rendering to the next.
 */
export type TypeAheadSource =
  | readonly TypeAheadRow[]
  | { readonly rows: () => readonly TypeAheadRow[] }
  | ((text: string, signal: AbortSignal) => Promise<readonly TypeAheadRow[]>);

/** A line of the list: a heading, a row, or the offer to make what was typed. */
export type TypeAheadLine =
  | { readonly kind: 'heading'; readonly title: string }
  | { readonly kind: 'row'; readonly row: TypeAheadRow }
  | { readonly kind: 'create'; readonly text: string };

/**
 * The lines of a list: rows under their headings, in the order in which the best of each group comes, and last the
 * offer to make what was typed, unless `creates` is 'never', or 'unless-known' and a row is called so.
 */
export function linesOf(
  rows: readonly TypeAheadRow[],
  text: string,
  creates: 'never' | 'unless-known' | 'always',
): readonly TypeAheadLine[] {
  const lines: TypeAheadLine[] = [];
  for (const [title, members] of grouped(rows, ({ group }) => group ?? '')) {
    if (title !== '') lines.push({ kind: 'heading', title });
    for (const row of members) lines.push({ kind: 'row', row });
  }
  const wanted = text.trim();
  const isOffered =
    wanted !== '' &&
    (creates === 'always' || (creates === 'unless-known' && !rows.some((row) => isCalled(row, wanted))));
  return isOffered ? [...lines, { kind: 'create', text: wanted }] : lines;
}

/** The next line from `from` in a direction that can be chosen, round the ends; -1 where there is none. */
export function nextChoosable(lines: readonly TypeAheadLine[], from: number, direction: 1 | -1): number {
  const start = from < 0 && direction === -1 ? 0 : from;
  for (let step = 1; step <= lines.length; step += 1) {
    const index = (start + direction * step + lines.length * 2) % lines.length;
    if (lines[index]?.kind !== 'heading') return index;
  }
  return -1;
}
