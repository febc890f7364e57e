import { fromBufferPromise, openPromise, type Entry, type ZipFile } from 'yauzl';
import { problem, type Problem } from '../../../../core/problem';
import { messageOf } from '../../../../core/thrown';
import { Refusal } from '../../refusal';
import { inMegabytes, limits } from '../limits';
import { entryName, isSafeName } from './entry-name';

/** A file in an archive. */
export interface ArchiveEntry {
  /** Its path below the archive, with `/`. */
  readonly name: string;
  /** Its length, unpacked. */
  readonly bytes: number;
  /** Why it cannot be read; null where nothing is known to stand in the way. */
  readonly problem: Problem | null;
  /** Its bytes, as often as they are asked for. Throws a `Refusal` where they are not what the archive says. */
  readonly read: () => AsyncIterable<Buffer>;
}

/** An archive that is open. Its entries cannot be read once it is closed. */
export interface Archive {
  readonly entries: readonly ArchiveEntry[];
  close(): void;
}

/** How large an archive may be when it is unpacked: what goes beyond is refused. */
export interface ArchiveLimits {
  readonly unpackedBytes: number;
}

/** The first sentence of what a reader says, to be put into a sentence of ours. */
const detailOf = (error: unknown): string => messageOf(error).replace(/\.(?:\s.*)?$/su, '');

const broken = (error: unknown): Refusal =>
  error instanceof Refusal ? error : new Refusal(problem('archive-broken', { detail: detailOf(error) }));

/** Opens an archive, by its path or its bytes, and reads what it says it holds. Throws a `Refusal`. */
export async function openArchive(
  source: string | Buffer,
  { unpackedBytes }: ArchiveLimits = { unpackedBytes: limits.archiveBytes },
): Promise<Archive> {
  const options = { decodeStrings: false, validateEntrySizes: true, lazyEntries: true, autoClose: false };
  let zip: ZipFile | null = null;
  try {
    zip =
      typeof source === 'string'
        ? await openPromise(source, options)
        : await fromBufferPromise(source, options);
    const entries = await listEntries(zip, unpackedBytes);
    const opened = zip;
    return { entries, close: () => opened.close() };
  } catch (error) {
    zip?.close();
    throw broken(error);
  }
}

/** Throws a `Refusal` for an archive that would unpack to more than it may, or says that its files lie on each other. */
async function listEntries(zip: ZipFile, unpackedBytes: number): Promise<readonly ArchiveEntry[]> {
  if (zip.entryCount > limits.archiveEntries)
    throw new Refusal(problem('archive-too-many', { most: limits.archiveEntries }));
  const entries: ArchiveEntry[] = [];
  let unpacked = 0;
  let packed = 0;
  for await (const entry of zip.eachEntry()) {
    unpacked += entry.uncompressedSize;
    packed += entry.compressedSize;
    if (unpacked > unpackedBytes)
      throw new Refusal(problem('archive-too-large', { megabytes: inMegabytes(unpackedBytes) }));
    if (entries.length >= limits.archiveEntries || packed > zip.fileSize)
      throw new Refusal(problem('archive-broken', { detail: 'overlapping entries' }));
    entries.push(entryOf(zip, entry));
  }
  if (unpacked > limits.harmlessBytes && unpacked > packed * limits.unpackedRatio)
    throw new Refusal(problem('archive-bomb', { ratio: Math.floor(unpacked / Math.max(packed, 1)) }));
  return entries;
}

function problemOf(entry: Entry, name: string): Problem | null {
  if (!isSafeName(name)) return problem('archive-name-unsafe', { name });
  if (entry.isEncrypted()) return problem('document-encrypted');
  if (entry.compressionMethod !== 0 && entry.compressionMethod !== 8)
    return problem('archive-method', { method: entry.compressionMethod });
  return null;
}

function entryOf(zip: ZipFile, entry: Entry): ArchiveEntry {
  const name = entryName(entry).replaceAll('\\', '/');
  return {
    name,
    bytes: entry.uncompressedSize,
    problem: problemOf(entry, name),
    read: async function* () {
      try {
        const stream = await zip.openReadStreamPromise(entry);
        for await (const piece of stream) yield piece as Buffer;
      } catch (error) {
        throw broken(error);
      }
    },
  };
}
