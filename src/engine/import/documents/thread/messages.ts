import type { DocumentFormat, DocumentOptions } from '../../../../contract/document-files';
import type { Result } from '../../../../core/result';
import type { Extracted } from '../extracted';

/** The sheets of a workbook, each with all its rows from the first. */
export type Workbook = readonly { readonly sheet: string; readonly rows: readonly (readonly string[])[] }[];

/** What the thread is asked for. One request at a time. */
export interface ReadRequest<Format extends DocumentFormat | 'xlsx' = DocumentFormat | 'xlsx'> {
  readonly format: Format;
  readonly input: string | Uint8Array;
  readonly options: DocumentOptions;
}

/** What the thread answers: how far it is, any number of times, then what it read. */
export type FromThread =
  | { readonly kind: 'progress'; readonly done: number; readonly total: number }
  | { readonly kind: 'done'; readonly result: Result<Extracted | Workbook> };
