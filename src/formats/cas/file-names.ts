import type { DocumentRecord } from '../../core/model/document';
import { origin } from './model';

/** What no file system, or not every one, allows in names; and what hides a file. */
// eslint-disable-next-line no-control-regex -- Control characters are among them.
const unfit = /[<>:"\\|?*\u0000-\u001F\u007F/]|^\.+|[. ]+$/gu;

const longest = 80;

/** Files for documents, each of another name. */
export class FileNames {
  readonly #ending: string;
  readonly #hasFolders: boolean;
  readonly #taken = new Set<string>();

  /** `count` is of how many documents there are: the folder of a single one is not told from where it lies. */
  constructor(ending: string, count: number) {
    this.#ending = ending;
    this.#hasFolders = count > 1;
  }

  /** The file of a document, and whether it has the document's name: those that came in folders go into them again. */
  fileFor({ name, origin: from }: DocumentRecord): { readonly file: string; readonly isSame: boolean } {
    const folders = this.#hasFolders && from?.format === origin ? name.split('/') : [name];
    const wanted = folders
      .map((part) => Array.from(part.replace(unfit, '_')).slice(0, longest).join('') || '_')
      .join('/');
    let found = wanted;
    for (let count = 2; this.#taken.has(found.toLowerCase()); count += 1) found = `${wanted}_${count}`;
    this.#taken.add(found.toLowerCase());
    return { file: `${found}${this.#ending}`, isSame: found === name };
  }
}
