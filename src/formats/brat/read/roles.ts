/** A role as it is written in an argument, taken apart. */
export interface RoleName {
  readonly name: string;
  /** 1 for the first filler of a role, which has no number, 2 for `Theme2`, … */
  readonly number: number;
}

/**
 * Takes the number off a role where without it there is a role of that name: one that is `known`, or that the same
 * line fills too. `Arg1` and `Arg2` stay as they are where nothing is called `Arg`.
 */
export function roleName(
  written: string,
  known: (name: string) => boolean,
  inLine: ReadonlySet<string>,
): RoleName {
  const digits = /\d+$/u.exec(written)?.[0] ?? '';
  if (known(written)) return { name: written, number: 1 };
  for (let length = 1; length <= digits.length; length += 1) {
    const name = written.slice(0, -length);
    const number = Number(written.slice(-length));
    if (number >= 2 && (known(name) || inLine.has(name))) return { name, number };
  }
  return { name: written, number: 1 };
}
