import type { Localised } from '../../core/model/codebook';
import type { Origin } from '../../core/model/origin';
import { nameFor } from '../codebook/losses';

interface Named {
  readonly id: string;
  readonly names: Localised;
  readonly origin: Origin | null;
}

/** What brat takes as a name: ASCII letters, digits, `_` and `-`. */
export const bratName = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/[^\w\s-]/gu, '')
    .trim()
    .replace(/\s+/gu, '_');

/**
 * Gives every record a name that brat takes and that no other has: the one that it came from brat with, else its
 * English one, else the end of its id.
 */
export function bratNames(records: readonly Named[]): ReadonlyMap<string, string> {
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
