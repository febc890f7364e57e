import { parquetMetadataAsync } from 'hyparquet/src/metadata.js';
import { parquetReadObjects } from 'hyparquet/src/read.js';
import { problem } from '../../core/problem';
import { codebookFile, noCodebook, readCodebookFile } from '../dataset/codebook-file';
import { baseName, fileNamed } from '../dataset/folder';
import { ReadBook } from '../dataset/read-book';
import { readDocumentRow, readEntryRow, type RowPlace } from '../dataset/read-rows';
import type { Parsed } from '../exchange/drafts';
import type { ParseContext, SourceFile } from '../exchange/format';

/** The largest file that is read, in bytes: what is read of it is found from its end, so that it is held in memory. */
export const largestFile = 1_000_000_000;

/** A row group larger than this when unpacked is not read, in bytes: a small file may claim any size. */
export const largestRowGroup = 512_000_000;

type ReadRow = (row: unknown, place: RowPlace, book: ReadBook) => Iterable<Parsed>;

async function bytesOf(file: SourceFile): Promise<ArrayBuffer> {
  const bytes = new Uint8Array(file.size);
  let filled = 0;
  for await (const piece of file.bytes()) {
    const fitting = piece.subarray(0, bytes.length - filled);
    bytes.set(fitting, filled);
    filled += fitting.length;
  }
  return bytes.buffer;
}

/** Reads a file row group by row group. What its reader cannot make sense of ends the file with a warning. */
async function* parseFile(file: SourceFile, read: ReadRow, book: ReadBook): AsyncGenerator<Parsed> {
  let done = 0;
  const broken = (detail: string): Parsed => ({
    kind: 'warning',
    problem: problem('format-broken', { file: file.path, line: done + 1, detail: detail.slice(0, 200) }),
  });
  if (file.size > largestFile) {
    yield broken(`> ${largestFile}`);
    return;
  }
  try {
    const buffer = await bytesOf(file);
    const metadata = await parquetMetadataAsync(buffer);
    for (const group of metadata.row_groups) {
      const count = Number(group.num_rows);
      if (group.total_byte_size > largestRowGroup) {
        yield broken(`> ${largestRowGroup}`);
        return;
      }
      const rows = await parquetReadObjects({ file: buffer, metadata, rowStart: done, rowEnd: done + count });
      for (const row of rows) {
        done += 1;
        yield* read(row, { file: file.path, line: done }, book);
      }
    }
  } catch (error) {
    // The reader throws errors of many kinds for files that are damaged.
    yield broken(error instanceof Error ? error.message : String(error));
  }
}

/** Reads a data set: its codebook, its registry, then its documents. */
export async function* parse(
  files: readonly SourceFile[],
  { language }: ParseContext,
): AsyncGenerator<Parsed> {
  const beside = fileNamed(files, codebookFile);
  const { codebook, warnings } = beside ? await readCodebookFile(beside) : noCodebook;
  yield* warnings;
  const book = new ReadBook('parquet', language, codebook);
  yield* book.grown();
  const rows = files.filter(({ path }) => /\.parquet$/i.test(path));
  const isEntries = ({ path }: SourceFile): boolean => baseName(path).startsWith('entries');
  for (const file of rows.filter(isEntries)) yield* parseFile(file, readEntryRow, book);
  for (const file of rows.filter((one) => !isEntries(one))) yield* parseFile(file, readDocumentRow, book);
}
