import { problem } from '../../core/problem';
import { codebookFile, noCodebook, readCodebookFile } from '../dataset/codebook-file';
import { baseName, fileNamed } from '../dataset/folder';
import { ReadBook } from '../dataset/read-book';
import { readDocumentRow, readEntryRow, type RowPlace } from '../dataset/read-rows';
import type { Parsed } from '../exchange/drafts';
import type { ParseContext, SourceFile } from '../exchange/format';
import { linesOf } from './lines';

type ReadRow = (row: unknown, place: RowPlace, book: ReadBook) => Iterable<Parsed>;

/** Reads a file of rows, one in each line. */
export async function* parseRows(file: SourceFile, read: ReadRow, book: ReadBook): AsyncGenerator<Parsed> {
  for await (const { line, text } of linesOf(file)) {
    const place = { file: file.path, line };
    let row: unknown;
    try {
      row = text === null ? undefined : JSON.parse(text);
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
      yield broken(place, error.message);
      continue;
    }
    if (text === null) yield broken(place, 'too long');
    else yield* read(row, place, book);
  }
}

const broken = (place: RowPlace, detail: string): Parsed => ({
  kind: 'warning',
  problem: problem('format-line-broken', { ...place, detail: detail.slice(0, 200) }),
});

/** Reads a data set: its codebook, its registry, then one document with each line. */
export async function* parse(
  files: readonly SourceFile[],
  { language }: ParseContext,
): AsyncGenerator<Parsed> {
  const beside = fileNamed(files, codebookFile);
  const { codebook, warnings } = beside ? await readCodebookFile(beside) : noCodebook;
  yield* warnings;
  const book = new ReadBook('jsonl', language, codebook);
  yield* book.grown();
  const rows = files.filter(({ path }) => /\.(?:jsonl|ndjson)$/i.test(path));
  const isEntries = ({ path }: SourceFile): boolean => baseName(path).startsWith('entries');
  for (const file of rows.filter(isEntries)) yield* parseRows(file, readEntryRow, book);
  for (const file of rows.filter((one) => !isEntries(one))) yield* parseRows(file, readDocumentRow, book);
}
