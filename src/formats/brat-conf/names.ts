import { inTreeOrder, type Codebook } from '../../core/codebook/codebook';
import type { TypeId } from '../../core/ids';
import type { Localised } from '../../core/model/codebook';
import type { Origin } from '../../core/model/origin';
import { lineageOf } from '../../core/rules/codebook-rules';
import { nameFor } from '../codebook/losses';

interface Named {
  readonly id: string;
  readonly names: Localised;
  readonly origin: Origin | null;
}

/** What brat takes as a name: ASCII letters, digits, `_` and `-`; empty where there is neither a letter nor a digit. */
function bratName(text: string): string {
  const name = text
    .normalize('NFKD')
    .replace(/[^\w\s-]/gu, '')
    .trim()
    .replace(/\s+/gu, '_');
  // A line of hyphens is a separator.
  return /[a-z\d]/iu.test(name) ? name : '';
}

/**
 * Gives every record a name that brat takes and that no other has: the one that it came from brat with, else its
 * English one, else the end of its id.
 */
function bratNames(records: readonly Named[]): ReadonlyMap<string, string> {
  const taken = new Set<string>();
  const names = new Map<string, string>();
  for (const { id, names: own, origin } of records) {
    const from = [
      origin?.format === 'brat' ? (origin.id ?? '') : '',
      capitalised(bratName(nameFor(own, 'en'))),
      bratName(id.slice(id.lastIndexOf('.') + 1)),
      'Type',
    ].find((candidate) => candidate !== '');
    let name = from ?? 'Type';
    for (let suffix = 2; taken.has(name); suffix += 1) name = `${from}_${suffix}`;
    taken.add(name);
    names.set(id, name);
  }
  return names;
}

const capitalised = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);

/** What brat calls the types, roles and attributes of a codebook, by their ids. */
export type BratNames = ReadonlyMap<string, string>;

/**
 * The names of everything in a codebook: what a type has and inherits is all called differently. The ends of relations
 * are `Arg1` and `Arg2`, which is what programs that read brat's files look for.
 */
export function namesInBrat({ types, roles, attributes }: Codebook): BratNames {
  const byId = new Map(types.map((type) => [type.id, type]));
  const above = new Map(
    types.map(({ id }) => [id, new Set(lineageOf(id, (one) => byId.get(one)).map((one) => one.id))]),
  );
  const isRelated = (one: TypeId, other: TypeId): boolean =>
    above.get(one)?.has(other) === true || above.get(other)?.has(one) === true;
  const names = new Map<string, string>(bratNames(inTreeOrder(types)));
  const nameAll = (owned: readonly (Named & { readonly of: TypeId })[]): void => {
    const taken: { readonly name: string; readonly of: TypeId }[] = [];
    for (const { id, names: own, origin, of } of owned) {
      const from = bratName(nameFor(own, 'en')) || bratName(id.slice(id.lastIndexOf('.') + 1)) || 'Name';
      let name = (origin?.format === 'brat' ? origin.id : null) ?? from;
      const isTaken = (): boolean => taken.some((other) => other.name === name && isRelated(other.of, of));
      for (let suffix = 2; isTaken(); suffix += 1) name = `${from}_${suffix}`;
      taken.push({ name, of });
      names.set(id, name);
    }
  };
  const isEnd = (role: (typeof roles)[number]): boolean => byId.get(role.type)?.kind === 'relation';
  nameAll(roles.filter((role) => !isEnd(role)).map((role) => ({ ...role, of: role.type })));
  nameAll(
    attributes.flatMap((attribute) =>
      attribute.owner.of === 'type' ? [{ ...attribute, of: attribute.owner.type }] : [],
    ),
  );
  for (const { id } of types.filter(({ kind }) => kind === 'relation')) {
    const lineage = [...(above.get(id) ?? [])].reverse();
    lineage
      .flatMap((owner) => roles.filter((role) => role.type === owner).sort((a, b) => a.position - b.position))
      .forEach((role, index) =>
        names.set(role.id, (role.origin?.format === 'brat' ? role.origin.id : null) ?? `Arg${index + 1}`),
      );
  }
  return names;
}

/** A value as it can stand in a list of choices and behind an attribute: without blanks and what parts the list. */
export const bratValue = (value: string): string => value.trim().replace(/[\s|,]+/gu, '_');
