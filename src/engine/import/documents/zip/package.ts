import type { DocumentFormat } from '../../../../contract/document-files';
import { problem } from '../../../../core/problem';
import { Refusal } from '../../refusal';
import { limits } from '../limits';
import { openArchive, type Archive, type ArchiveEntry } from './archive';

/** What is packed together: a document or a workbook of some format, one of none that we read, or just files. */
export type PackageFormat = Extract<DocumentFormat, 'docx' | 'odt' | 'epub'> | 'xlsx' | 'unknown' | 'archive';

const mimetypes: Readonly<Record<string, PackageFormat>> = {
  'application/epub+zip': 'epub',
  'application/vnd.oasis.opendocument.text': 'odt',
  'application/vnd.oasis.opendocument.text-template': 'odt',
};

async function readAll(entry: ArchiveEntry): Promise<Buffer> {
  if (entry.problem) throw new Refusal(entry.problem);
  const pieces: Buffer[] = [];
  for await (const piece of entry.read()) pieces.push(piece);
  return Buffer.concat(pieces);
}

/** Tells what an archive is by the files in it. */
export async function packageFormat({ entries }: Archive): Promise<PackageFormat> {
  const named = (name: string): ArchiveEntry | undefined => entries.find((entry) => entry.name === name);
  const mimetype = named('mimetype');
  if (mimetype && mimetype.bytes < 200 && mimetype.problem === null)
    return mimetypes[(await readAll(mimetype)).toString('latin1').trim()] ?? 'unknown';
  if (!named('[Content_Types].xml')) return named('META-INF/container.xml') ? 'epub' : 'archive';
  if (named('word/document.xml') || entries.some(({ name }) => /^word\/document\d*\.xml$/u.test(name)))
    return 'docx';
  return named('xl/workbook.xml') ? 'xlsx' : 'unknown';
}

/** The files of a package that readers ask for, all unpacked and found to be what the archive says of them. */
export type Package = ReadonlyMap<string, Buffer>;

/** What only shows or sounds, and is never text. */
const media =
  /\.(?:png|jpe?g|gif|bmp|tiff?|emf|wmf|svg|webp|ico|mp[34]|m4[av]|wav|ogg|[ot]tf|woff2?|odttf|bin|vml)$/iu;

/** Unpacks a document without its pictures. Throws a `Refusal` where that is more than it may be. */
export async function unpack(bytes: Uint8Array): Promise<Package> {
  const archive = await openArchive(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), {
    unpackedBytes: limits.packageBytes,
  });
  try {
    const wanted = archive.entries.filter(({ name }) => !media.test(name) && !name.endsWith('/'));
    const unpacked = wanted.reduce((sum, entry) => sum + entry.bytes, 0);
    if (unpacked > limits.unpackedBytes)
      throw new Refusal(
        problem('archive-too-large', { megabytes: Math.floor(limits.unpackedBytes / (1 << 20)) }),
      );
    const files = new Map<string, Buffer>();
    for (const entry of wanted) files.set(entry.name, await readAll(entry));
    return files;
  } finally {
    archive.close();
  }
}
