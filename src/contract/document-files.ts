import { z } from 'zod';

/** Files that hold one document each, whose text has to be extracted. */
export const documentFormats = ['html', 'docx', 'odt', 'rtf', 'epub', 'pdf'] as const;
export type DocumentFormat = (typeof documentFormats)[number];

/** Files that hold a document in each row. */
export const tableFormats = ['csv', 'jsonl', 'xlsx'] as const;
export type TableFormat = (typeof tableFormats)[number];

const column = z.string().max(1000);

/** What the columns of a table mean, by their names as an inspection tells them. */
export const columnMapping = z.strictObject({
  text: column,
  /** The documents' name; null numbers them. */
  name: column.nullable(),
  /** Becomes the metadata `date`. */
  date: column.nullable(),
  /** Become metadata under the columns' own names. */
  metadata: z.array(column).max(10_000),
  /** Whether the first row names the columns; otherwise it is a document like the others. */
  hasHeader: z.boolean(),
});

export type ColumnMapping = z.infer<typeof columnMapping>;

/** What may stand between the columns of a table of text. */
export const separators = ['auto', 'comma', 'semicolon', 'tab', 'bar'] as const;

/** How documents are read from files that are no plain texts. */
export const documentOptions = z.strictObject({
  /** The article without what stands around it, or all the text of the page. */
  html: z.enum(['readable', 'all']),
  /** Whether words that were hyphenated at the end of a line are put together again. */
  pdfHyphens: z.enum(['keep', 'join']),
  /** What parts the columns of tables of text; `auto` finds it out of each. */
  separator: z.enum(separators),
  /**
   * What columns mean, for tables with just these columns, or for all where `columns` is null: the first that fits
   * counts. Where none does, the names of the columns have to tell.
   */
  tables: z.array(
    z.strictObject({ columns: z.array(column).max(10_000).nullable(), mapping: columnMapping }),
  ),
});

export type DocumentOptions = z.infer<typeof documentOptions>;

/** How documents are read where nobody has said otherwise. */
export const plainDocumentOptions: DocumentOptions = {
  html: 'readable',
  pdfHyphens: 'keep',
  separator: 'auto',
  tables: [],
};

/** A table as it would be imported. */
export interface InspectedTable {
  /** The sheet of a workbook; null where the file is one table. */
  readonly sheet: string | null;
  /** The columns' names, no two alike. */
  readonly columns: readonly string[];
  /** The first rows behind the names of the columns; long cells are cut. */
  readonly rows: readonly (readonly string[])[];
  /** How many rows there are behind the names of the columns. */
  readonly rowCount: number;
  /** What the names of the columns tell; null where none of them seems to be the text. */
  readonly guess: ColumnMapping | null;
}
