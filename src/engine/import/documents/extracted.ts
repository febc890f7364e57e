import type { DocumentOptions } from '../../../contract/document-files';
import type { Problem } from '../../../core/problem';

/** What a file of one document holds. */
export interface Extracted {
  readonly text: string;
  /** Under the names that documents use: title, author, date, source, url. Without empty values. */
  readonly metadata: Readonly<Record<string, string>>;
  /** What was left out, or could not be kept as it was. */
  readonly warnings: readonly Problem[];
}

/** Tells how far the reading is, in whatever parts the format has. */
export type TellProgress = (done: number, total: number) => void;

/** Reads one file. Throws a `Refusal` where it cannot, and anything else where it is broken. */
export type Reader<Input> = (
  input: Input,
  options: DocumentOptions,
  tell: TellProgress,
) => Promise<Extracted>;
