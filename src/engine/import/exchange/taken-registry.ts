import type { EntryId, NewId } from '../../../core/ids';
import type { EntryRecord } from '../../../core/model/annotation';
import type { TakenIds } from './taken-ids';

const keyOf = (kind: string, { scheme, value }: EntryRecord['identifiers'][number]): string =>
  JSON.stringify([kind, scheme.toLowerCase(), value]);

/**
 * The registry of a project while files of other tools are taken in: an entry with an identifier that the project
 * knows is that entry, every other one comes beside those that are there.
 */
export class TakenRegistry {
  readonly #byIdentifier = new Map<string, EntryId>();
  readonly #known = new Set<string>();
  readonly #newId: () => NewId;

  constructor(mine: Iterable<EntryRecord>, newId: () => NewId) {
    for (const entry of mine) this.#remember(entry);
    this.#newId = newId;
  }

  #remember(entry: EntryRecord): void {
    this.#known.add(entry.id);
    for (const identifier of entry.identifiers) {
      const key = keyOf(entry.kind, identifier);
      if (!this.#byIdentifier.has(key)) this.#byIdentifier.set(key, entry.id);
    }
  }

  /** The entry as a new record of the project; null where the project has it, or it came in before. */
  take(theirs: EntryRecord, ids: TakenIds): EntryRecord | null {
    if (ids.has(theirs.id)) return null;
    const same = theirs.identifiers
      .map((identifier) => this.#byIdentifier.get(keyOf(theirs.kind, identifier)))
      .find((id) => id !== undefined);
    const id = same ?? (this.#known.has(theirs.id) ? this.#newId() : theirs.id);
    ids.set(theirs.id, id);
    if (same !== undefined) return null;
    const entry: EntryRecord = {
      ...theirs,
      id,
      type: theirs.type && (ids.of(theirs.type) ?? null),
      place: theirs.place && (ids.of(theirs.place) ?? null),
      attributes: ids.values(theirs.attributes),
    };
    this.#remember(entry);
    return entry;
  }
}
