import { basename } from 'node:path';
import type { ImportQuestion } from '../../../contract/engine-calls';
import { problem } from '../../../core/problem';
import { fail, ok, type Result } from '../../../core/result';
import type { FileHead, Format, Importing } from '../../../formats/exchange/format';
import { formatNamed, formats } from '../../../formats/all';
import type { FoundFile } from '../find';
import { jsonHead } from '../identify';
import { assumedEnding } from './assumed-ending';
import { fileHead, isBlank } from './source-file';

/** A file as a format takes it. */
export interface ClaimedFile extends FoundFile {
  /** Its own place, where the one that the format is told has the ending that such files usually have. */
  readonly called?: string;
}

/** Files of one format that one parse takes. */
export interface FormatClaim {
  readonly format: Format & { readonly import: Importing };
  /** The path of the folder or of the only file, below what was chosen. */
  readonly path: string;
  readonly files: readonly ClaimedFile[];
  /** Below which documents are called by their paths, where the format says so. */
  readonly folder?: string | undefined;
}

/** Files by who reads them. */
export interface Sorted {
  readonly claims: readonly FormatClaim[];
  /** Those in which nothing stands, of a format of which such a file is one without documents. */
  readonly empty: readonly FoundFile[];
  /** What no exchange format claims: texts, Postil's own files, documents of other programs. */
  readonly rest: readonly FoundFile[];
}

const importable = (format: Format): format is FormatClaim['format'] => format.import !== null;

/** Formats that are no exchange formats, and may still be named. */
const ownNames: ReadonlySet<string> = new Set(['json', 'text', 'table']);

/**
 * Sorts files by the format that claims them: all formats are asked, the more particular ones first, or only the one
 * that was named. A file that is claimed twice goes to the first. Files beside those of the format that was named are
 * left to be read as what they are: texts that nobody has annotated yet, say. Fails where there are no files at all.
 */
export async function sortByFormat(
  files: readonly FoundFile[],
  { paths, format: named }: Pick<ImportQuestion, 'paths' | 'format'>,
): Promise<Result<Sorted>> {
  const isOwn = named === null || ownNames.has(named);
  const asked = isOwn ? undefined : formatNamed(named);
  if (!isOwn && !asked?.import) return fail(problem('format-not-known', { format: named }));
  if (files.length === 0)
    return asked ? ok({ claims: [], empty: paths.map(folderAt), rest: [] }) : fail(problem('import-nothing'));
  if (isOwn && named !== null) return ok({ claims: [], empty: [], rest: files });
  const heads = new Map<string, Head>();
  for (const file of files) if (file.problem === null) heads.set(file.place, { file, head: fileHead(file) });
  // A project has all that other formats are recognised by.
  for (const [place, { head }] of heads)
    if (/\.json$/iu.test(place) && jsonHead.test(await head.head())) heads.delete(place);
  const all = asked ? [asked] : formats;
  const claims = await claimsOf(all, heads, asked !== undefined);
  // What is called otherwise than its format has it is offered once more, under the name that it might have.
  const renamed = await underAssumedNames(heads);
  if (renamed) claims.push(...(await claimsOf(all, renamed, asked !== undefined)));
  const isClaimed = new Set(
    claims.flatMap((claim) => claim.files.map(({ called, place }) => called ?? place)),
  );
  const left = files.filter(({ place }) => !isClaimed.has(place));
  const mayBeEmpty = ({ place }: FoundFile): boolean =>
    asked
      ? asked.import?.mayBeEmpty !== undefined
      : formats.some((format) => format.import?.mayBeEmpty?.test(place));
  const sorted = await apartFromEmpty(claims, left, mayBeEmpty);
  const isOther = asked && sorted.claims.length + sorted.empty.length === 0;
  return ok(isOther ? { ...sorted, rest: left.map(refusedAs(asked)) } : sorted);
}

/** Where each document makes a file, a project without documents makes a folder without files. */
const folderAt = (path: string): FoundFile => ({ path, place: basename(path), bytes: 0, problem: null });

/** Parts what was sorted from files in which nothing stands, and nothing has to. */
async function apartFromEmpty(
  claims: readonly FormatClaim[],
  rest: readonly FoundFile[],
  mayBeEmpty: (file: FoundFile) => boolean,
): Promise<Sorted> {
  const blank = new Set<FoundFile>();
  for (const file of [...rest, ...claims.flatMap(({ files }) => files)])
    if (mayBeEmpty(file) && (await isBlank(file))) blank.add(file);
  // Beside others that hold something a file may well be empty: the registry of a data set, say.
  const isEmpty = ({ files }: FormatClaim): boolean => files.every((file) => blank.has(file));
  return {
    claims: claims.filter((claim) => !isEmpty(claim)),
    empty: [
      ...claims.filter(isEmpty).flatMap(({ files }) => files),
      ...rest.filter((file) => blank.has(file)),
    ],
    rest: rest.filter((file) => !blank.has(file)),
  };
}

/** Where nothing is of the format that was named, nothing is a text either: another format was meant, or other files. */
const refusedAs =
  ({ name }: Format) =>
  (file: FoundFile): FoundFile => ({
    ...file,
    problem: file.problem ?? problem('format-not-this', { format: name }),
  });

interface Head {
  readonly file: ClaimedFile;
  readonly head: FileHead;
}

/** Asks formats in turn; what one claims is taken out of the heads. */
async function claimsOf(
  all: readonly Format[],
  heads: Map<string, Head>,
  isAsked: boolean,
): Promise<FormatClaim[]> {
  const claims: FormatClaim[] = [];
  for (const format of all) {
    if (!importable(format)) continue;
    const unclaimed = [...heads.values()].map(({ head }) => head);
    for (const { path, files: places, folder } of await format.import.claim(unclaimed, isAsked)) {
      const taken = places.flatMap((place) => {
        const file = heads.get(place)?.file;
        heads.delete(place);
        return file ? [file] : [];
      });
      const [first] = taken;
      const called = taken.length === 1 ? (first?.called ?? path) : path;
      if (first) claims.push({ format, path: called, files: taken, folder });
    }
  }
  return claims;
}

/** The same files, those under other names that begin as files of some format do; null where there are none. */
async function underAssumedNames(heads: ReadonlyMap<string, Head>): Promise<Map<string, Head> | null> {
  const renamed = new Map<string, Head>();
  let isAny = false;
  for (const [called, { file, head }] of heads) {
    const ending = assumedEnding(called, await head.head());
    const place = ending === null ? called : `${called}${ending}`;
    isAny ||= ending !== null;
    renamed.set(
      place,
      ending === null
        ? { file, head }
        : { file: { ...file, place, called }, head: { path: place, head: () => head.head() } },
    );
  }
  return isAny ? renamed : null;
}
