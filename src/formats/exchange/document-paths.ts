import { FreeNames, safeFileName } from './file-names';

/** In code points: file systems take 255 bytes, and the ending has to fit too. */
const longestName = 60;

/** Gives every document a path below a folder, with `/` and without an ending, that no other has. */
export class DocumentPaths {
  readonly #free = new FreeNames((path, number) => `${path} ${number}`);

  /** The path of a document: its name, as far as files and folders may be called so. */
  pathFor(name: string): string {
    const parts = name.split('/').map((part) => safeFileName(part, longestName));
    // A folder may not be called what a file beside it could be.
    const folders = parts.slice(0, -1).map((part) => part.replace(/\.(txt|ann|conf)$/iu, '_$1'));
    return this.#free.take([...folders, parts.at(-1) ?? '_'].join('/'));
  }
}
