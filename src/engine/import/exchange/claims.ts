import { problem } from '../../../core/problem';
import { fail, ok, type Result } from '../../../core/result';
import type { Format, Importing } from '../../../formats/exchange/format';
import { formatNamed, formats } from '../../../formats/all';
import type { FoundFile } from '../find';
import { jsonHead } from '../identify';
import { fileHead } from './source-file';

/** Files of one format that one parse takes. */
export interface FormatClaim {
  readonly format: Format & { readonly import: Importing };
  /** The path of the folder or of the only file, below what was chosen. */
  readonly path: string;
  readonly files: readonly FoundFile[];
  /** Below which documents are called by their paths, where the format says so. */
  readonly folder?: string | undefined;
}

export interface Sorted {
  readonly claims: readonly FormatClaim[];
  /** What no exchange format claims: texts, Postil's own files, documents of other programs. */
  readonly rest: readonly FoundFile[];
}

const importable = (format: Format): format is FormatClaim['format'] => format.import !== null;

/** Formats that are no exchange formats, and may still be named. */
const ownNames: ReadonlySet<string> = new Set(['json', 'text']);

/**
 * Sorts files by the format that claims them: all formats are asked, the more particular ones first, or only the one
 * that was named. A file that is claimed twice goes to the first.
 */
export async function sortByFormat(
  files: readonly FoundFile[],
  named: string | null,
): Promise<Result<Sorted>> {
  if (named !== null && ownNames.has(named)) return ok({ claims: [], rest: files });
  const asked = named === null ? undefined : formatNamed(named);
  if (named !== null && !asked?.import) return fail(problem('format-not-known', { format: named }));
  const readable = new Map(files.filter((file) => file.problem === null).map((file) => [file.place, file]));
  const heads = new Map([...readable.values()].map((file) => [file.place, fileHead(file)]));
  // A project has all that other formats are recognised by.
  for (const [place, file] of heads)
    if (/\.json$/iu.test(place) && jsonHead.test(await file.head())) heads.delete(place);
  const claims: FormatClaim[] = [];
  for (const format of asked ? [asked] : formats) {
    if (!importable(format)) continue;
    const claimed = await format.import.claim([...heads.values()], asked !== undefined);
    for (const { path, files: places, folder } of claimed) {
      const taken = places.flatMap((place) => (heads.delete(place) ? (readable.get(place) ?? []) : []));
      if (taken.length > 0) claims.push({ format, path, files: taken, folder });
    }
  }
  const isClaimed = new Set(claims.flatMap((claim) => claim.files));
  return ok({ claims, rest: files.filter((file) => !isClaimed.has(file)) });
}
