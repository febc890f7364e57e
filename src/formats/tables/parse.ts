import { problem } from '../../core/problem';
import { codebookFile, noCodebook, readCodebookFile } from '../dataset/codebook-file';
import { fileNamed } from '../dataset/folder';
import { ReadBook } from '../dataset/read-book';
import { readAnnotationsOnto, readDocumentRow, readEntryRow } from '../dataset/read-rows';
import type { Parsed } from '../exchange/drafts';
import type { ParseContext, SourceFile } from '../exchange/format';
import { parseRows } from '../jsonl/parse';
import { armed } from './cells';
import { readCsv } from './read-csv';
import { annotationOf, documentOf, roleOf, type Cells } from './rows';

interface Row {
  readonly line: number;
  readonly cells: Cells;
}

/** The rows of a file by the names of their columns; of a table for spreadsheets, as they were before. */
async function* rowsIn(file: SourceFile): AsyncGenerator<Row | Parsed> {
  const separator = await separatorOf(file);
  let columns: readonly string[] | null = null;
  let isDefused = false;
  for await (const row of readCsv(file.text(), separator)) {
    if ('broken' in row) {
      yield {
        kind: 'warning',
        problem: problem('format-broken', { file: file.path, line: row.line, detail: row.broken }),
      };
      return;
    }
    if (columns === null) {
      isDefused = /^\w+ id$/u.test(row.cells[0] ?? '');
      columns = row.cells.map((name) =>
        isDefused
          ? name.replace(/^[\w ]+/u, (words) => (name.includes('.') ? words : words.replaceAll(' ', '_')))
          : name,
      );
      continue;
    }
    const cells = Object.fromEntries(columns.map((name, index) => [name, row.cells[index] ?? '']));
    yield {
      line: row.line,
      cells: isDefused
        ? Object.fromEntries(Object.entries(cells).map(([name, cell]) => [name, armed(cell)]))
        : cells,
    };
  }
}

/** The names of the columns of a file as they stand there, or at least the first of them. */
async function headingOf(file: SourceFile): Promise<string> {
  for await (const stretch of file.text()) return stretch;
  return '';
}

/** What parts the cells of a file, by what stands first behind the name of its first column. */
const separatorOf = async (file: SourceFile): Promise<string> =>
  /^"?\w+[ \w]*"?([,;\t])/u.exec(await headingOf(file))?.[1] ?? ',';

const isOfDocuments = async (file: SourceFile): Promise<boolean> =>
  /^"?document[_ ]id/u.test(await headingOf(file));

const idOf = (cells: Cells): string => `${cells['document_id'] ?? ''} ${cells['annotation_id'] ?? ''}`;

/** Rows of annotations and roles, by the documents and annotations that they belong to. */
class Gathered {
  readonly #annotations = new Map<string, Row[]>();
  readonly #roles = new Map<string, Row[]>();
  readonly #met = new Set<string>();

  add(row: Row): void {
    const { cells } = row;
    const id = idOf(cells);
    if (cells['role'] !== undefined) {
      const roles = this.#roles.get(id) ?? [];
      roles.push(row);
      this.#roles.set(id, roles);
      return;
    }
    // Tables of mentions and of statements hold again what stands in that of all annotations.
    if (this.#met.has(id)) return;
    this.#met.add(id);
    const of = this.#annotations.get(cells['document_id'] ?? '') ?? [];
    of.push(row);
    this.#annotations.set(cells['document_id'] ?? '', of);
  }

  /** The annotations of a document, which are given out once. */
  take(document: string): readonly unknown[] {
    const rows = this.#annotations.get(document) ?? [];
    this.#annotations.delete(document);
    return rows.map(({ cells }) => {
      const id = idOf(cells);
      const roles = this.#roles.get(id) ?? [];
      this.#roles.delete(id);
      return annotationOf(
        cells,
        roles.map((role) => roleOf(role.cells)),
      );
    });
  }

  /** The first role of each annotation that no row tells of. */
  *roles(): Generator<Row> {
    for (const [, [first]] of this.#roles) if (first) yield first;
  }

  /** Whatever was not given out yet, by documents. */
  *left(): Generator<Row> {
    for (const [, [first]] of this.#annotations) if (first) yield first;
  }
}

/** Reads tables: what belongs to a document is gathered first, then one document comes with each row of theirs. */
export async function* parse(
  name: string,
  files: readonly SourceFile[],
  { language }: ParseContext,
): AsyncGenerator<Parsed> {
  const beside = fileNamed(files, codebookFile);
  const { codebook, warnings } = beside ? await readCodebookFile(beside) : noCodebook;
  yield* warnings;
  const book = new ReadBook(name, language, codebook);
  yield* book.grown();
  const entries = fileNamed(files, 'entries.jsonl');
  if (entries) yield* parseRows(entries, readEntryRow, book);
  const tables = files.filter(({ path }) => /\.(?:csv|tsv|txt)$/i.test(path));
  const ofDocuments: SourceFile[] = [];
  for (const file of tables) if (await isOfDocuments(file)) ofDocuments.push(file);
  const gathered = new Gathered();
  // By name: the table of all annotations comes before those of some.
  for (const file of tables.filter((one) => !ofDocuments.includes(one)))
    for await (const row of rowsIn(file)) {
      if ('kind' in row) yield row;
      else gathered.add(row);
    }
  for (const file of ofDocuments)
    for await (const row of rowsIn(file)) {
      if ('kind' in row) yield row;
      else {
        const place = { file: file.path, line: row.line };
        yield* readDocumentRow(
          documentOf(row.cells, gathered.take(row.cells['document_id'] ?? '')),
          place,
          book,
        );
      }
    }
  // Where no table holds the text, the project may have it.
  for (const { line, cells } of [...gathered.left()]) {
    const key = cells['document_id'] ?? '';
    const onto = { key, name: cells['document_name'] ?? '', sha256: cells['document_sha256'] ?? '' };
    const place = { file: files[0]?.path ?? '', line };
    yield* readAnnotationsOnto(onto, gathered.take(key), place, book);
  }
  for (const { line, cells } of gathered.roles()) {
    const [id, missing] = [cells['role'] ?? '', cells['annotation_id'] ?? ''];
    const place = { file: files[0]?.path ?? '', line };
    yield { kind: 'warning', problem: problem('format-reference-missing', { ...place, id, missing }) };
  }
}
