import type { EntryId } from '../../../core/ids';
import { keepLine, type Built, type Placed } from './built';
import type { KeptDocument } from '../kept';
import { writeLine, type AnnLine, type LineOf } from '../lines';

type Line = Placed<LineOf<'equivalence'>>;

/** Lines that, taken together, say of the same annotations that they mean one thing; both in the order of the file. */
interface Group {
  readonly lines: readonly Line[];
  readonly members: readonly Built[];
}

/** Joins equivalences that have a member in common, since what equals one of them equals all. */
function groupsOf(lines: readonly Line[], membersOf: (line: Line) => readonly Built[]): readonly Group[] {
  const groupOf = new Map<Built, { readonly lines: Line[]; readonly members: Set<Built> }>();
  for (const line of lines) {
    const members = membersOf(line);
    const met = new Set(members.flatMap((member) => groupOf.get(member) ?? []));
    // The smaller ones go into the largest, so that long rows of lines take no longer than many short ones.
    const [joined = { lines: [], members: new Set<Built>() }, ...others] = [...met].sort(
      (a, b) => b.members.size - a.members.size,
    );
    joined.lines.push(line);
    for (const other of others) for (const one of other.lines) joined.lines.push(one);
    for (const member of [...members, ...others.flatMap((other) => [...other.members])]) {
      joined.members.add(member);
      groupOf.set(member, joined);
    }
  }
  return Array.from(new Set(groupOf.values()), (group) => {
    const inOrder = group.lines.sort((a, b) => a.number - b.number);
    return { lines: inOrder, members: [...new Set(inOrder.flatMap(membersOf))] };
  });
}

const isThing = ({ kind }: Built): boolean => kind === 'entity';

/** The members by what they can be of: things, and happenings, which have entries of another kind. */
const alike = ({ members }: Group): readonly (readonly Built[])[] =>
  [members.filter(isThing), members.filter((one) => !isThing(one))].filter(({ length }) => length > 0);

/** Whether a line says that several mentions are of the same thing. */
export const isEquivalence = (placed: Placed<AnnLine>): placed is Line => placed.line.kind === 'equivalence';

/**
 * Gives the members of equivalences their entry: the one that a reference of a member names, else a new one. A thing and
 * a happening cannot be of one entry, which is told. Answers with what of the lines has to be kept.
 */
export function equate(
  lines: readonly Line[],
  find: (id: string) => Built | undefined,
  tellMissing: (line: number, id: string) => void,
  tellUnfit: (line: Line) => void,
  entryFor: (first: Built, line: number) => EntryId,
): KeptDocument['equivalences'] {
  const membersOf = ({ line }: Line): readonly Built[] => line.members.flatMap((id) => find(id) ?? []);
  const mixed = new Set<Line>();
  for (const group of groupsOf(lines, membersOf)) {
    const kinds = alike(group);
    if (kinds.length > 1)
      for (const line of group.lines)
        if (new Set(membersOf(line).map(isThing)).size > 1) {
          mixed.add(line);
          tellUnfit(line);
        }
    for (const members of kinds) {
      const known = new Set(members.flatMap(({ entry }) => entry ?? []));
      if (known.size > 1) for (const line of group.lines) mixed.add(line);
      const [first] = members;
      // What equals only what it cannot equal has nothing to share an entry with.
      if (!first || (kinds.length > 1 && members.length === 1)) continue;
      const entry = [...known][0] ?? entryFor(first, group.lines[0]?.number ?? 0);
      for (const member of members) member.entry ??= entry;
    }
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
