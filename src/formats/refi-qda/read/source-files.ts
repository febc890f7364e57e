import type { SourceFile } from '../../exchange/format';
import { fileNameOf } from '../../exchange/paths';

/**
 * The files that lie beside a project, by what its paths call them: `internal://` names a file of the folder
 * `sources` (Source paths, section 8.3); one outside of the archive is found by its name if it was chosen as well.
 */
export class SourceFiles {
  readonly #byPath = new Map<string, SourceFile>();
  readonly #byName = new Map<string, SourceFile>();

  constructor(files: readonly SourceFile[]) {
    for (const file of files) {
      const path = file.path.toLowerCase();
      this.#byPath.set(path, file);
      this.#byName.set(fileNameOf(path), file);
    }
  }

  /** `folder` is that of the project, with `/` at its end; empty where it lies in none. */
  find(written: string, folder: string): SourceFile | undefined {
    const path = written
      .replace(/^[a-z]+:\/+/iu, '')
      .replaceAll('\\', '/')
      .toLowerCase();
    return this.#byPath.get(`${folder.toLowerCase()}sources/${path}`) ?? this.#byName.get(fileNameOf(path));
  }
}
