import type { Parsed } from '../exchange/drafts';
import type { ParseContext, SourceFile } from '../exchange/format';
import { fileNameOf } from '../exchange/paths';
import { readBook, type ReadBook } from './read-book';
import { readDocumentRow, readEntryRow, type RowPlace } from './read-rows';

/** What is made of a row. */
export type ReadRow = (row: unknown, place: RowPlace, book: ReadBook) => Iterable<Parsed>;

/** Reads a file of rows. */
export type ParseFile = (file: SourceFile, read: ReadRow, book: ReadBook) => AsyncIterable<Parsed>;

/** Reads a data set: its codebook, its registry, then one document with each row. `isRows` tells its files of rows. */
export async function* parseDataset(
  format: string,
  isRows: (path: string) => boolean,
  parseFile: ParseFile,
  files: readonly SourceFile[],
  { language }: ParseContext,
): AsyncGenerator<Parsed> {
  const { book, warnings } = await readBook(format, files, language);
  yield* warnings;
  const rows = files.filter(({ path }) => isRows(path));
  const isEntries = ({ path }: SourceFile): boolean => fileNameOf(path).startsWith('entries');
  for (const file of rows.filter(isEntries)) yield* parseFile(file, readEntryRow, book);
  for (const file of rows.filter((one) => !isEntries(one))) yield* parseFile(file, readDocumentRow, book);
}
