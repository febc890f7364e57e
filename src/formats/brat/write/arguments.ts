import type { LinkRecord } from '../../../core/model/annotation';
import { grouped } from '../../../core/grouped';
import type { Names } from '../names';
import { keptLink, type KeptAnnotation } from '../kept';
import type { Argument } from '../lines';
import type { Outgoing } from './outgoing';

/** A role that is filled, with what fills it. */
export interface FilledRole {
  readonly link: LinkRecord;
  readonly filler: Outgoing;
}

interface PlacedArgument extends Argument {
  readonly at: number;
}

/** How a filler of a role is numbered where its name is written so: 1 without a number; null where it is written otherwise. */
function numberIn(written: string | null | undefined, role: string): number | null {
  if (typeof written !== 'string' || !written.startsWith(role)) return null;
  const rest = written.slice(role.length);
  return rest === '' ? 1 : /^[1-9]\d{0,8}$/u.test(rest) ? Number(rest) : null;
}

/** The arguments of an event or ends of a relation: those that came from brat as they stood there, further ones behind them. */
export function argumentsOf(
  filled: readonly FilledRole[],
  kept: KeptAnnotation | null,
  names: Names,
): readonly Argument[] {
  const byRole = grouped(filled, ({ link }) => link.role);
  const all: PlacedArgument[] = (kept?.missing ?? []).map((missing) => ({ ...missing }));
  for (const [id, fillers] of byRole) {
    const role = names.of(id);
    const before = fillers.map(({ link }) => ({
      kept: keptLink(link.origin),
      number: numberIn(link.origin?.id, role),
    }));
    const numbers = before.flatMap((one) => (one.kept && one.number !== null ? [one.number] : []));
    const isInOrder = numbers.every((number, index) => index === 0 || number >= (numbers[index - 1] ?? 0));
    const taken = new Set(isInOrder ? numbers : []);
    let last = 0;
    fillers.forEach(({ link, filler }, index) => {
      const was = isInOrder ? before[index] : undefined;
      let number = was?.kept ? (was.number ?? 0) : 0;
      if (number === 0) for (number = last + 1; taken.has(number);) number += 1;
      taken.add(number);
      last = number;
      const target = keptLink(link.origin)?.target;
      all.push({
        at: keptLink(link.origin)?.at ?? Infinity,
        role: number === 1 ? role : `${role}${number}`,
        target: target !== undefined && target === filler.trigger?.id ? target : filler.id,
      });
    });
  }
  return all
    .map((argument, index) => ({ ...argument, index }))
    .sort((a, b) => (a.at === b.at ? 0 : a.at - b.at) || a.index - b.index)
    .map(({ role, target }) => ({ role, target }));
}
