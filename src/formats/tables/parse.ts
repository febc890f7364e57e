import { problem } from '../../core/problem';
import { fileNamed } from '../dataset/folder';
import { readBook } from '../dataset/read-book';
import { readAnnotationsOnto, readDocumentRow, readEntryRow, type RowPlace } from '../dataset/read-rows';
import type { Parsed } from '../exchange/drafts';
import type { Aside, ParseContext, SourceFile } from '../exchange/format';
import { parseRows } from '../dataset/json-rows';
import { armed } from './cells';
import { readCsv } from './read-csv';
import { annotationOf, documentOf, roleOf, type Cells } from './rows';
import { wholeText } from './whole-text';

interface Row extends RowPlace {
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
      file: file.path,
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

const documentOfRow = (cells: Cells): string => cells['document_id'] ?? '';
const idOf = (cells: Cells): string => cells['annotation_id'] ?? '';

/** Rows of annotations and roles wait until the document comes that they belong to. */
class Waiting {
  readonly #aside: Aside;

  constructor(aside: Aside) {
    this.#aside = aside;
  }

  add(row: Row): void {
    const kind = row.cells['role'] === undefined ? 'annotation' : 'role';
    this.#aside.put(`${kind} ${documentOfRow(row.cells)}`, JSON.stringify(row));
  }

  #take(key: string): readonly Row[] {
    return this.#aside.take(key).map((item) => JSON.parse(item) as Row);
  }

  /** The rows of a document's annotations, which are given out once, with those of their roles; and roles of nothing. */
  take(document: string): {
    readonly annotations: readonly (Row & { readonly roles: readonly Row[] })[];
    readonly strays: readonly Row[];
  } {
    const roles = new Map<string, Row[]>();
    for (const row of this.#take(`role ${document}`)) {
      const rows = roles.get(idOf(row.cells)) ?? [];
      rows.push(row);
      roles.set(idOf(row.cells), rows);
    }
    const annotations = new Map<string, Row & { readonly roles: readonly Row[] }>();
    for (const row of this.#take(`annotation ${document}`)) {
      const id = idOf(row.cells);
      // Tables of mentions and of statements hold again what stands in that of all annotations.
      if (annotations.has(id)) continue;
      annotations.set(id, { ...row, roles: roles.get(id) ?? [] });
      roles.delete(id);
    }
    return { annotations: [...annotations.values()], strays: [...roles.values()].flat() };
  }

  /** What tells of a document that something waits for. */
  first(document: string): Row | undefined {
    const [item] = this.#aside.get(`annotation ${document}`);
    return item === undefined ? undefined : (JSON.parse(item) as Row);
  }

  /** The documents that something still waits for. */
  *documents(): Generator<string> {
    for (const key of this.#aside.keys()) yield key.slice(key.indexOf(' ') + 1);
  }
}

/**
 * The annotations of a document as rows of a data set, with their quotes where these are to be compared with the text;
 * where each stands, and what is said of roles of none.
 */
function annotationsOf(
  waiting: Waiting,
  document: string,
  isCompared: boolean,
): { readonly items: readonly unknown[]; readonly places: readonly RowPlace[]; readonly warnings: Parsed[] } {
  const { annotations, strays } = waiting.take(document);
  return {
    items: annotations.map(({ cells, roles }) =>
      annotationOf(
        isCompared ? cells : { ...cells, quotes: '' },
        roles.map((role) => roleOf(role.cells)),
      ),
    ),
    places: annotations.map(({ file, line }) => ({ file, line })),
    warnings: strays.map(({ file, line, cells }) => {
      const facts = { file, line, id: cells['role'] ?? '', missing: idOf(cells) };
      return { kind: 'warning', problem: problem('format-reference-missing', facts) };
    }),
  };
}

/** Reads tables: what belongs to a document waits aside, then one document comes with each row of theirs. */
export async function* parse(
  name: string,
  files: readonly SourceFile[],
  { language, aside, sha256Of }: ParseContext,
): AsyncGenerator<Parsed> {
  const { book, warnings } = await readBook(name, files, language);
  yield* warnings;
  const entries = fileNamed(files, 'entries.jsonl');
  if (entries) yield* parseRows(entries, readEntryRow, book);
  const tables = files.filter(({ path }) => /\.(?:csv|tsv|txt)$/i.test(path));
  const ofDocuments: SourceFile[] = [];
  for (const file of tables) if (await isOfDocuments(file)) ofDocuments.push(file);
  const waiting = new Waiting(aside);
  // By name: the table of all annotations comes before those of some.
  for (const file of tables.filter((one) => !ofDocuments.includes(one)))
    for await (const row of rowsIn(file)) {
      if ('kind' in row) yield row;
      else waiting.add(row);
    }
  for (const file of ofDocuments)
    for await (const row of rowsIn(file)) {
      if ('kind' in row) {
        yield row;
        continue;
      }
      const { cells, file, line } = row;
      const { document_name: called = '', document_sha256: sha256 = '' } = cells;
      const { text, isExported } = wholeText(cells['text'] ?? '', sha256, sha256Of);
      if (!isExported && sha256 !== '') {
        const facts = { file, line, name: called };
        yield { kind: 'warning', problem: problem('format-text-changed', facts) };
      }
      // What is quoted needs no look where the text is the exported one; spreadsheets may have changed the quotes.
      const found = annotationsOf(waiting, documentOfRow(cells), !isExported);
      yield* readDocumentRow(documentOf({ ...cells, text }, found.items), row, book, found.places);
      yield* found.warnings;
    }
  // Where no table holds the text, the project may have it.
  for (const key of waiting.documents()) {
    const first = waiting.first(key);
    const { items, places, warnings: strays } = annotationsOf(waiting, key, false);
    if (first && items.length > 0) {
      const { cells } = first;
      const onto = { key, name: cells['document_name'] ?? '', sha256: cells['document_sha256'] ?? '' };
      yield* readAnnotationsOnto(onto, items, first, book, places);
    }
    yield* strays;
  }
}
