import type { EntryId } from '../../core/ids';
import type { Built, Placed } from './built';
import type { LineOf } from './lines';

type Line = Placed<LineOf<'equivalence'>>;

/** Lines that, taken together, say of the same annotations that they mean one thing. */
export interface Group {
  readonly lines: readonly Line[];
  readonly members: readonly Built[];
}

/** Joins equivalences that have a member in common, since what equals one of them equals all. */
export function groupsOf(
  lines: readonly Line[],
  membersOf: (line: Line) => readonly Built[],
): readonly Group[] {
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
export const entriesOf = ({ members }: Group): ReadonlySet<EntryId> =>
  new Set(members.flatMap(({ entry }) => entry ?? []));
