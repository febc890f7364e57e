import type { AnyRecord, RecordName } from '../../../core/model/records';
import { weightOf } from './weight';

/** A record that waits for a change: as it is now, and as it will be. One of both is there. */
export interface Shelved<Kept extends AnyRecord = AnyRecord> {
  readonly before: Kept | null;
  readonly after: Kept | null;
  /** The line of a file that it stands on; 0 where that says nothing. */
  readonly line: number;
}

/** What is shelved at a place: they are in the order of the names, then in the order in which records came. */
export interface Slot extends Shelved {
  readonly place: number;
}

/** The record that waits, as it is known by its name and id. */
export function recordOf({ before, after }: Shelved): AnyRecord {
  const record = after ?? before;
  if (!record) throw new TypeError('Nothing is shelved');
  return record;
}

/** Records by name and id in memory; null stands for one that was taken from the shelf. */
export class Slots {
  readonly #slots = new Map<RecordName, Map<string, Slot | null>>();
  readonly #linksOf = new Map<string, Set<string>>();
  #weight = 0;

  /** See `weightOf`. */
  get weight(): number {
    return this.#weight;
  }

  get(name: RecordName, id: string): Slot | null | undefined {
    return this.#slots.get(name)?.get(id);
  }

  put(name: RecordName, id: string, slot: Slot | null): void {
    const ofName = this.#slots.get(name) ?? new Map<string, Slot | null>();
    this.#slots.set(name, ofName);
    ofName.set(id, slot);
    if (!slot) return;
    const record = recordOf(slot);
    this.#weight += weightOf(record);
    if (record.record !== 'link') return;
    const siblings = this.#linksOf.get(record.annotation);
    if (siblings) siblings.add(id);
    else this.#linksOf.set(record.annotation, new Set([id]));
  }

  /** Everything of a name, and what was taken. */
  entries(name: RecordName): readonly (readonly [id: string, Slot | null])[] {
    return [...(this.#slots.get(name) ?? [])];
  }

  /** Everything of a name. */
  all(name: RecordName): Slot[] {
    return [...(this.#slots.get(name)?.values() ?? [])].filter((slot) => slot !== null);
  }

  /** The links of an annotation. */
  linksOf(annotation: string): Slot[] {
    return [...(this.#linksOf.get(annotation) ?? [])]
      .map((id) => this.get('link', id))
      .filter((slot) => slot !== undefined)
      .filter((slot) => slot !== null);
  }
}
