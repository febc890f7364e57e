import type { Json } from '../../core/model/origin';
import { isObject, listIn, type JsonObject } from '../json-lines/json';
import { fieldsFrom } from '../json-lines/origins';
import { format } from './task';

/** What one annotator made of a task, without the annotations. */
export interface KeptSet {
  readonly coder: string | null;
  readonly members: JsonObject;
  /** Results that tell something of the whole task: Postil has no place for them. */
  readonly results: readonly JsonObject[];
}

/** As the fields of an origin keep it. */
export const keptSet = (coder: string | null, members: JsonObject, results: readonly JsonObject[]): Json => ({
  coder,
  members,
  ...(results.length === 0 ? {} : { results }),
});

/** The sets that a document came with. */
export const setsIn = (kept: Json | undefined): readonly KeptSet[] =>
  listIn(kept).flatMap((set) =>
    isObject(set) && isObject(set['members'])
      ? [
          {
            coder: typeof set['coder'] === 'string' ? set['coder'] : null,
            members: set['members'],
            results: listIn(set['results']).filter(isObject),
          },
        ]
      : [],
  );

/** The member of an origin's fields that says which of its coder's several sets an annotation came in. */
export const setMember = 'set';

type Come = Parameters<typeof fieldsFrom>[0];

/**
 * The sets of a task on its way out: those that it came with, and one for each coder who is new. An annotation goes into
 * the set that it came in, as long as that is its coder's; what came from nobody in particular is of whoever comes first.
 */
export class Sets<Item> {
  readonly #all: { coder: string | null; readonly before: KeptSet | null; readonly items: Item[] }[];

  constructor(kept: readonly KeptSet[]) {
    this.#all = kept.map((before) => ({ coder: before.coder, before, items: [] }));
  }

  /** The number of the set for an annotation of a coder. `isApart` says that a coder's sets are told apart. */
  place(coder: string, record: Come, isApart: boolean): number {
    const came = fieldsFrom(record, format)[setMember];
    const there = typeof came === 'number' && isApart ? this.#all[came] : undefined;
    const isTheirs = there && (there.coder ?? coder) === coder;
    const known = isTheirs ? there : this.#all.find((set) => set.coder === coder);
    const set = known ?? this.#all.find((one) => one.coder === null);
    if (set) {
      set.coder = coder;
      return this.#all.indexOf(set);
    }
    return this.#all.push({ coder, before: null, items: [] }) - 1;
  }

  add(set: number, ...items: readonly Item[]): void {
    this.#all[set]?.items.push(...items);
  }

  all(): readonly {
    readonly coder: string | null;
    readonly before: KeptSet | null;
    readonly items: readonly Item[];
  }[] {
    return this.#all;
  }
}
