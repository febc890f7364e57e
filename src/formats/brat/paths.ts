const reservedOnWindows = /^(?:con|prn|aux|nul|com\d|lpt\d)(?=$|\.)/iu;
const notInNames = /[\\:*?"<>|\p{Cc}]/gu;
/** In code points: file systems take 255 bytes, and the ending has to fit too. */
const longestName = 60;

function safePart(part: string): string {
  const safe = part
    .replace(notInNames, '_')
    // Hidden files, `.` and `..`, and what Windows takes off the end.
    .replace(/^\.+|[. ]+$/gu, '_')
    .replace(reservedOnWindows, '_$&');
  return Array.from(safe).slice(0, longestName).join('') || '_';
}

/** The folder in which all of some files lie, with the `/` at its end. */
export function commonFolder(paths: readonly string[]): string {
  const folders = new Set(paths.map((path) => path.slice(0, path.lastIndexOf('/') + 1)));
  const [first = '', ...others] = folders;
  let folder = first;
  while (!others.every((other) => other.startsWith(folder)))
    folder = folder.slice(0, folder.lastIndexOf('/', folder.length - 2) + 1);
  return folder;
}

/** Gives every document a path below the collection's folder, with `/` and without an ending, that no other has. */
export class DocumentPaths {
  readonly #taken = new Set<string>();

  pathFor(name: string): string {
    const parts = name.split('/').map(safePart);
    // A folder may not be called what a file beside it could be.
    const folders = parts.slice(0, -1).map((part) => part.replace(/\.(txt|ann|conf)$/iu, '_$1'));
    const path = [...folders, parts.at(-1) ?? '_'].join('/');
    let free = path;
    for (let number = 2; this.#taken.has(free.toLowerCase()); number += 1) free = `${path} ${number}`;
    this.#taken.add(free.toLowerCase());
    return free;
  }
}
