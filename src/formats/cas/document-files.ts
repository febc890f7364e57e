import type { DocumentRecord } from '../../core/model/document';
import { FreeNames, safeFileName } from '../exchange/file-names';
import { origin } from './model';

/** In code points. */
const longestName = 80;

/** Gives every document a file that no other has. */
export class DocumentFiles {
  readonly #ending: string;
  readonly #hasFolders: boolean;
  readonly #free = new FreeNames((name, number) => `${name}_${number}`);

  /** `count` is of how many documents there are: the folder of a single one is not told from where it lies. */
  constructor(ending: string, count: number) {
    this.#ending = ending;
    this.#hasFolders = count > 1;
  }

  /** The file of a document, and whether it has the document's name: those that came in folders go into them again. */
  fileFor({ name, origin: from }: DocumentRecord): { readonly file: string; readonly isSame: boolean } {
    const folders = this.#hasFolders && from?.format === origin ? name.split('/') : [name];
    const free = this.#free.take(folders.map((part) => safeFileName(part, longestName)).join('/'));
    return { file: `${free}${this.#ending}`, isSame: free === name };
  }
}
