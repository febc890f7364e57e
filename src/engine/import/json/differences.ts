import type { AnyRecord } from '../../../core/model/records';
import { ordered } from '../../../formats/json/ordered';

/** How much of each side is shown, in UTF-16 units. */
const mostShown = 300;

const shorten = (text: string): string =>
  text.length > mostShown ? `${text.slice(0, mostShown).replace(/\p{Surrogate}$/u, '')}…` : text;

/** What two versions of a record have in fields that differ, each as a line for a person to compare. */
export function differences(
  mine: AnyRecord,
  theirs: AnyRecord,
): { readonly mine: string; readonly theirs: string } {
  const values = [mine, theirs].map(
    (record) =>
      new Map(Object.entries(record).map(([field, value]) => [field, JSON.stringify(ordered(value))])),
  );
  const [ofMine = new Map<string, string>(), ofTheirs = new Map<string, string>()] = values;
  const differing = [...ofMine.keys()].filter((field) => ofMine.get(field) !== ofTheirs.get(field));
  const tell = (fields: ReadonlyMap<string, string>): string =>
    shorten(differing.map((field) => `${field}: ${fields.get(field) ?? ''}`).join(', '));
  return { mine: tell(ofMine), theirs: tell(ofTheirs) };
}
