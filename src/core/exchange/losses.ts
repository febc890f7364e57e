import type { DocumentId } from '../ids';
import { reasons, things, type Reason, type Thing } from './things';

/** Something that an export did not write, or wrote only in part. */
export interface Loss {
  readonly thing: Thing;
  readonly reason: Reason;
  /** The id of the record that it is or belongs to: of a document, an annotation, a link, an entry, a type, … */
  readonly record: string;
  /** The part of that record: an attribute's id, a key of the metadata; null where there is only one. */
  readonly part: string | null;
  /** The name of the document that it stands in; null for what belongs to none. */
  readonly document: string | null;
}

/** Tells of a loss; with a number where one telling stands for several. */
export type Lose = (loss: Loss, count?: number) => void;

/** What people know a lost thing by. */
export interface LossWords {
  /** An annotation's words, what a type, a term or an entry is called; empty where only the document tells. */
  readonly words: string;
  /** What the part is called; null where there is none. */
  readonly partName: string | null;
  /** Where it stands; null for what belongs to no document. */
  readonly documentId: DocumentId | null;
}

/** One of what was lost. */
export type LossExample = Pick<Loss, 'record' | 'part' | 'document'> & LossWords;

/** One line of a loss report: how many of what were lost, why, and which. */
export interface LossLine {
  readonly thing: Thing;
  readonly reason: Reason;
  readonly count: number;
  /** The first of them. */
  readonly examples: readonly LossExample[];
}

/** How many examples of one line are kept. All are counted. */
const mostExamples = 1000;

/** Gathers what an export loses. */
export class LossLedger {
  readonly #lines = new Map<string, { count: number; examples: Loss[] }>();
  readonly #keep: number;

  /** `keep` is how many of each line are remembered as examples. */
  constructor(keep = mostExamples) {
    this.#keep = keep;
  }

  /** `count` is of how many the loss tells: of changes of the history, say, which are not told one by one. */
  add(loss: Loss, count = 1): void {
    const key = `${loss.thing} ${loss.reason}`;
    const line = this.#lines.get(key) ?? { count: 0, examples: [] };
    line.count += count;
    if (line.examples.length < this.#keep) line.examples.push(loss);
    this.#lines.set(key, line);
  }

  /** How many of a thing were lost for any of some reasons; for any at all where none are named. */
  count(thing: Thing, of: readonly Reason[] = reasons): number {
    return of.reduce((sum, reason) => sum + (this.#lines.get(`${thing} ${reason}`)?.count ?? 0), 0);
  }

  /** How many losses there are in all. */
  get total(): number {
    return [...this.#lines.values()].reduce((sum, { count }) => sum + count, 0);
  }

  /** All that was gathered, in the order of `things` and `reasons`, each example in words. */
  lines(say: (loss: Loss) => LossWords): readonly LossLine[] {
    return things.flatMap((thing) =>
      reasons.flatMap((reason) => {
        const line = this.#lines.get(`${thing} ${reason}`);
        if (!line) return [];
        const examples = line.examples.map((loss) => ({
          record: loss.record,
          part: loss.part,
          document: loss.document,
          ...say(loss),
        }));
        return [{ thing, reason, count: line.count, examples }];
      }),
    );
  }
}
