import { recordNames, type RecordName, type Records } from '../../../core/model/records';
import type { Problem } from '../../../core/problem';
import { firstPlace, ShelfFile } from './shelf-file';
import { recordOf, Slots, type Shelved, type Slot } from './slots';

export type { Shelved } from './slots';

/** How many of a name are to be added, changed and removed. */
export interface Tally {
  readonly record: RecordName;
  readonly added: number;
  readonly updated: number;
  readonly removed: number;
}

/** How much is kept in memory before it is put aside; see `weightOf`. */
export const shelfCapacity = 8_000_000;

/** Which part of that is kept in memory once more of what was put aside and is looked at again. */
const knownShare = 0.5;

/**
 * Records that wait for a change, as many as there may be: the last ones in memory, all others in a temporary file,
 * which is gone when the shelf is closed or the process ends.
 */
export class Shelf {
  readonly #capacity: number;
  readonly #giveUp: (problem: Problem) => never;
  /** What is not in the file yet. */
  #fresh = new Slots();
  /** What is in the file and was used last. */
  #known = new Slots();
  #file: ShelfFile | null = null;
  #next = 0;

  /** `giveUp` has to throw: the file can take no more. */
  constructor(giveUp: (problem: Problem) => never, capacity = shelfCapacity) {
    this.#giveUp = giveUp;
    this.#capacity = capacity;
  }

  get<Name extends RecordName>(name: Name, id: Records[Name]['id']): Shelved<Records[Name]> | undefined {
    // What is filed under a name is of that name.
    return (this.#find(name, id) ?? undefined) as Shelved<Records[Name]> | undefined;
  }

  /** Puts a record on the shelf, in the place of the one that has its name and id. */
  put(shelved: Shelved): void {
    const { record: name, id } = recordOf(shelved);
    this.#next += 1;
    const place = this.#find(name, id)?.place ?? firstPlace(name) + this.#next;
    this.#fresh.put(name, id, { ...shelved, place });
    if (this.#fresh.weight > this.#capacity) this.#putAside();
  }

  take(name: RecordName, id: string): void {
    this.#fresh.put(name, id, null);
  }

  /** All of a name: annotations document by document, others in the order in which they came. */
  *each<Name extends RecordName>(name: Name): Generator<Shelved<Records[Name]>> {
    for (const slot of this.#slotsOf(name)) yield slot as unknown as Shelved<Records[Name]>;
  }

  /** The links of an annotation that are to be there after the change, of those on the shelf. */
  linksOf(annotation: Records['annotation']['id']): readonly Records['link'][] {
    const isStale = (slot: Slot): boolean => this.#fresh.get('link', recordOf(slot).id) !== undefined;
    const aside = this.#file?.linksOf(annotation).filter((slot) => !isStale(slot)) ?? [];
    return [...aside, ...this.#fresh.linksOf(annotation)]
      .map(({ after }) => after)
      .filter((after) => after?.record === 'link');
  }

  tally(): readonly Tally[] {
    return recordNames.map((record) => {
      const { all, added, removed } = this.#count(record);
      return { record, added, removed, updated: all - added - removed };
    });
  }

  close(): void {
    this.#fresh = new Slots();
    this.#known = new Slots();
    this.#file?.close();
    this.#file = null;
  }

  #find(name: RecordName, id: string): Slot | null | undefined {
    const fresh = this.#fresh.get(name, id);
    if (fresh !== undefined || !this.#file) return fresh;
    const known = this.#known.get(name, id);
    if (known !== undefined) return known;
    const slot = this.#file.find(name, id);
    if (!slot) return undefined;
    if (this.#known.weight > this.#capacity * knownShare) this.#known = new Slots();
    this.#known.put(name, id, slot);
    return slot;
  }

  #count(name: RecordName): ReturnType<ShelfFile['count']> {
    if (this.#file) {
      this.#putAside();
      return this.#file.count(name);
    }
    const slots = this.#fresh.all(name);
    return {
      all: slots.length,
      added: slots.filter(({ before }) => before === null).length,
      removed: slots.filter(({ after }) => after === null).length,
    };
  }

  #slotsOf(name: RecordName): Iterable<Slot> {
    if (this.#file) {
      this.#putAside();
      return this.#file.each(name);
    }
    const slots = this.#fresh.all(name);
    return name === 'annotation' ? slots.sort(byDocument) : slots;
  }

  #putAside(): void {
    this.#file ??= new ShelfFile();
    const written = this.#file.write(this.#fresh);
    if (!written.ok) this.#giveUp(written.problem);
    this.#known = new Slots();
    this.#fresh = new Slots();
  }
}

function byDocument(a: Slot, b: Slot): number {
  const [left, right] = [recordOf(a), recordOf(b)];
  if (left.record !== 'annotation' || right.record !== 'annotation') return 0;
  return left.document < right.document ? -1 : Number(left.document > right.document);
}
