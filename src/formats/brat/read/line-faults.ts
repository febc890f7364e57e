import { problem, type Problem } from '../../../core/problem';
import type { Span } from '../../../core/model/annotation';
import type { Place } from './built';
import type { KeptDocument } from '../kept';

/** The most characters of a line that a warning repeats. */
const mostQuoted = 200;

/** What is wrong with the lines of a document: the warnings, and the lines that go out again as they came in. */
export class LineFaults {
  readonly warnings: Problem[] = [];
  readonly rest: NonNullable<KeptDocument['rest']> = [];
  readonly #file: string;

  /** `file` is the path of the annotations, for warnings. */
  constructor(file: string) {
    this.#file = file;
  }

  /** Keeps a line as it is written: nothing else is made of it. */
  keepAside({ number, written }: Place): void {
    this.rest.push({ line: number, written });
  }

  /** A line that says nothing that is known. It is kept aside. */
  tellIgnored(place: Place): void {
    this.keepAside(place);
    const { number: line, written } = place;
    const text = written.slice(0, mostQuoted);
    this.warnings.push(problem('format-line-ignored', { file: this.#file, line, text }));
  }

  /** The file has more lines than are read; `most` are. */
  tellTooMany(most: number): void {
    this.warnings.push(problem('format-too-much', { file: this.#file, line: most + 1, most }));
  }

  /** A line refers to an id that nothing has. */
  tellMissing(line: number, id: string, missing: string): void {
    this.warnings.push(problem('format-reference-missing', { file: this.#file, line, id, missing }));
  }

  /** A span, in code points, does not lie within a text of this length. The line is kept aside. */
  tellOutside(place: Place, id: string, { start, end }: Span, length: number): void {
    this.keepAside(place);
    const facts = { file: this.#file, line: place.number, id, start, end, length };
    this.warnings.push(problem('format-offsets-outside', facts));
  }

  /** A line quotes other words than those that stand at its place. */
  tellQuoteDiffers(line: number, id: string): void {
    this.warnings.push(problem('format-quote-differs', { file: this.#file, line, id }));
  }

  /** A line has an id that another has already. */
  tellIdAgain(line: number, id: string): void {
    this.warnings.push(problem('format-id-again', { file: this.#file, line, id }));
  }

  /** A line says something that cannot be said of what it speaks of. */
  tellUnfit(line: number, id: string, field: string): void {
    this.warnings.push(problem('format-value-unfit', { file: this.#file, line, id, field }));
  }
}
