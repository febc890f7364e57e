import { addTo } from '../../../core/grouped';
import type { Problem } from '../../../core/problem';
import { ok } from '../../../core/result';
import type { Aside } from '../../../formats/exchange/format';
import { openScratch, type Writer } from '../file/connection';

/** How much is kept in memory before it is put into a file, in characters. */
const capacityUnlessTold = 8_000_000;

/** What an item takes in memory beside its characters, in characters. */
const ofEach = 60;

interface Next {
  readonly next: string | null;
}

const script = /* sql */ `
  CREATE TABLE aside (place INTEGER NOT NULL PRIMARY KEY, key TEXT NOT NULL, item TEXT NOT NULL);
  CREATE INDEX aside_by_key ON aside (key, place);`;

/**
 * Texts by key that wait until they are asked for, as many as there may be: the last ones in memory, all others in a
 * temporary file, which is gone when the shelf is closed or the process ends.
 */
export class KeyedShelf implements Aside {
  readonly #capacity: number;
  readonly #giveUp: (problem: Problem) => never;
  #fresh = new Map<string, string[]>();
  #weight = 0;
  #file: Writer | null = null;

  /** `giveUp` has to throw: the file can take no more. */
  constructor(giveUp: (problem: Problem) => never, capacity = capacityUnlessTold) {
    this.#giveUp = giveUp;
    this.#capacity = capacity;
  }

  put(key: string, item: string): void {
    addTo(this.#fresh, key, item);
    this.#weight += key.length + item.length + ofEach;
    if (this.#weight > this.#capacity) this.#putAside();
  }

  get(key: string): readonly string[] {
    const aside = this.#file
      ?.query<{ item: string }>('SELECT item FROM aside WHERE key = ? ORDER BY place')
      .all(key)
      .map(({ item }) => item);
    return [...(aside ?? []), ...(this.#fresh.get(key) ?? [])];
  }

  take(key: string): readonly string[] {
    const items = this.get(key);
    this.#fresh.delete(key);
    if (items.length > 0) this.#change((file) => file.statement('DELETE FROM aside WHERE key = ?').run(key));
    return items;
  }

  *keys(): Generator<string> {
    if (!this.#file) {
      yield* [...this.#fresh.keys()].sort();
      return;
    }
    this.#putAside();
    const first = this.#file.query<Next>('SELECT min(key) AS next FROM aside');
    const after = this.#file.query<Next>('SELECT min(key) AS next FROM aside WHERE key > ?');
    for (let found = first.first(); found && found.next !== null; found = after.first(found.next))
      yield found.next;
  }

  /** Lets go of everything. */
  close(): void {
    this.#fresh = new Map();
    this.#weight = 0;
    this.#file?.close();
    this.#file = null;
  }

  #putAside(): void {
    this.#file ??= openScratch(script);
    this.#change((file) => {
      const insert = file.statement('INSERT INTO aside (key, item) VALUES (?, ?)');
      for (const [key, items] of this.#fresh) for (const item of items) insert.run(key, item);
    });
    this.#fresh = new Map();
    this.#weight = 0;
  }

  #change(work: (file: Writer) => unknown): void {
    const file = this.#file;
    const changed = file?.transaction(() => {
      work(file);
      return ok(null);
    });
    if (changed?.ok === false) this.#giveUp(changed.problem);
  }
}
