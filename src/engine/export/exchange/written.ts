import type { Loss, Lose } from '../../../core/exchange/losses';
import { reasonsInPart, type Carries } from '../../../core/exchange/things';
import { grouped } from '../../../core/grouped';
import { recordNames, type RecordName } from '../../../core/model/records';
import type { Contents, DocumentContents } from '../../../formats/exchange/contents';

type Counts = Record<RecordName, number>;

/** What stands for records of a name, so that these are not written where it is lost. */
const recordOf: ReadonlyMap<string, RecordName> = new Map([
  ['document', 'document'],
  ['segmentation', 'segmentation'],
  ['annotation', 'annotation'],
  ['relation', 'annotation'],
  ['zero-width', 'annotation'],
  ['entry', 'entry'],
  ['type', 'type'],
  ['term', 'term'],
]);

/** Counts the records that an export writes: those that a format reads, without those that it tells to be lost. */
export class WrittenRecords {
  readonly counts = Object.fromEntries(recordNames.map((name) => [name, 0])) as Counts;
  #linksOf: ReadonlyMap<string, readonly { readonly id: string }[]> = new Map();
  /** What of the document that is gone through is lost, so that what is lost for two reasons is not counted twice. */
  readonly #lost = new Set<string>();

  /** Counts what a format reads of the contents, when it does so for the first time. */
  reading(contents: Contents, carries: Carries): Contents {
    const { types, roles, attributes, terms } = contents.codebook;
    const hasDetails = carries['codebook-detail'] !== 'never';
    Object.assign(this.counts, {
      coder: carries.coder === 'never' ? 0 : contents.coders.length,
      type: types.length,
      role: hasDetails ? roles.length : 0,
      attribute: hasDetails ? attributes.length : 0,
      term: terms.length,
      entry: [...contents.entries()].length,
    });
    let isFirst = true;
    const begin = this.#begin.bind(this);
    return {
      ...contents,
      *documents() {
        const counts = isFirst;
        isFirst = false;
        for (const one of contents.documents()) {
          begin(one, counts);
          yield one;
        }
      },
    };
  }

  #begin({ annotations, segmentations, links }: DocumentContents, counts: boolean): void {
    this.#linksOf = grouped(links, ({ annotation }) => annotation);
    this.#lost.clear();
    if (!counts) return;
    this.counts.document += 1;
    this.counts.segmentation += segmentations.length;
    this.counts.annotation += annotations.length;
    this.counts.link += links.length;
  }

  /** Takes off what is lost as a whole. */
  readonly lose: Lose = ({ thing, reason, record }: Loss, count = 1) => {
    // Of a segmentation in part, the format's own one is written.
    if (reasonsInPart.has(reason) && thing !== 'segmentation') return;
    const name = thing === 'role' ? 'link' : recordOf.get(thing);
    if (!name) return;
    this.#takeOff(name, record, count);
    if (name === 'annotation')
      for (const { id } of this.#linksOf.get(record) ?? []) this.#takeOff('link', id, 1);
  };

  #takeOff(name: RecordName, record: string, count: number): void {
    const key = `${name} ${record}`;
    if (this.#lost.has(key)) return;
    this.#lost.add(key);
    this.counts[name] -= count;
  }
}
