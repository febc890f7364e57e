import type { EntryId } from '../../core/ids';
import { keepLine, type Built, type Placed } from './built';
import type { KeptDocument } from './kept';
import { writeLine, type AnnLine, type LineOf } from './lines';

type Line = Placed<LineOf<'equivalence'>>;

/** Lines that, taken together, say of the same annotations that they mean one thing. */
interface Group {
  readonly lines: readonly Line[];
  readonly members: readonly Built[];
}

/** Joins equivalences that have a member in common, since what equals one of them equals all. */
function groupsOf(lines: readonly Line[], membersOf: (line: Line) => readonly Built[]): readonly Group[] {
  const groupOf = new Map<Built, { lines: Line[]; members: Set<Built> }>();
  for (const line of lines) {
    const members = membersOf(line);
    const met = new Set(members.flatMap((member) => groupOf.get(member) ?? []));
    const joined = {
      lines: [...[...met].flatMap((group) => group.lines), line],
      members: new Set([...[...met].flatMap((group) => [...group.members]), ...members]),
    };
    for (const member of joined.members) groupOf.set(member, joined);
  }
  return [...new Set(groupOf.values())].map((group) => ({ lines: group.lines, members: [...group.members] }));
}

/** The entries that members of a group refer to already. */
const entriesOf = ({ members }: Group): ReadonlySet<EntryId> =>
  new Set(members.flatMap(({ entry }) => entry ?? []));

export const isEquivalence = (placed: Placed<AnnLine>): placed is Line => placed.line.kind === 'equivalence';

/**
 * Gives the members of equivalences their entry: the one that a reference of a member names, else a new one. Answers
 * with what of the lines has to be kept.
 */
export function equate(
  lines: readonly Line[],
  find: (id: string) => Built | undefined,
  tellMissing: (line: number, id: string) => void,
  entryFor: (first: Built, line: number) => EntryId,
): KeptDocument['equivalences'] {
  const membersOf = ({ line }: Line): readonly Built[] => line.members.flatMap((id) => find(id) ?? []);
  const mixed = new Set<Line>();
  for (const group of groupsOf(lines, membersOf)) {
    const known = entriesOf(group);
    if (known.size > 1) for (const line of group.lines) mixed.add(line);
    const [first] = group.members;
    if (!first) continue;
    const entry = [...known][0] ?? entryFor(first, group.lines[0]?.number ?? 0);
    for (const member of group.members) member.entry ??= entry;
  }
  return lines.map((placed) => {
    const { type, members } = placed.line;
    const missing = members.filter((id) => !find(id));
    for (const id of missing) tellMissing(placed.number, id);
    return {
      ...keepLine(placed, writeLine(placed.line)),
      type,
      members: [...members],
      ...(missing.length > 0 ? { missing } : {}),
      ...(mixed.has(placed) ? { mixed: true as const } : {}),
    };
  });
}
