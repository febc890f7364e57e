import type { AnyRecord } from '../../../core/model/records';
import type { Problem } from '../../../core/problem';

/** Where records go that were made of what a parser found. Nothing of them stands in the project yet. */
export interface AdoptedSink {
  keep(record: AnyRecord): void;
  warn(problem: Problem): void;
}

/** What a person decided about documents whose text the project has, and about its codebook. */
export interface AdoptionPlan {
  /** Add them once more. */
  readonly duplicates: boolean;
  /** Put their annotations onto the document that is there. */
  readonly onto: boolean;
  /** In a project that nobody has worked in yet, the codebook of the files takes the place of the one it began with. */
  readonly replaces: boolean;
}
