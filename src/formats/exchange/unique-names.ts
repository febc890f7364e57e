import { foldedName } from '../../core/codebook/folded-name';
import type { Localised } from '../../core/model/codebook';
import type { Origin } from '../../core/model/origin';
import { nameFor } from '../codebook/losses';

interface Named {
  readonly id: string;
  readonly names: Localised;
  readonly origin: Origin | null;
}

/**
 * What records are called in a file, each by a name that stands for no other of them: the one that it came from the
 * format with, else the one of a language, else its id.
 */
export function uniqueNames(
  records: readonly Named[],
  format: string,
  language: string,
): ReadonlyMap<string, string> {
  const ownNames = ({ names, origin }: Named): ReadonlySet<string> =>
    new Set([...Object.values(names), origin?.format === format ? (origin.id ?? '') : ''].map(foldedName));
  const bearers = new Map<string, number>();
  for (const record of records)
    for (const name of ownNames(record)) bearers.set(name, (bearers.get(name) ?? 0) + 1);
  return new Map(
    records.map(({ id, names, origin }) => {
      const candidates = [origin?.format === format ? origin.id : null, nameFor(names, language)];
      const isItsOwn = (name: string | null): name is string =>
        name !== null && name.trim() !== '' && bearers.get(foldedName(name)) === 1;
      return [id, candidates.find(isItsOwn) ?? id];
    }),
  );
}
