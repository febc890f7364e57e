import type { DocumentFormat, DocumentOptions } from '../../../../contract/document-files';
import type { Result } from '../../../../core/result';
import type { Extracted } from '../extracted';

/** What the thread is asked for. One request at a time. */
export interface ReadRequest {
  readonly format: DocumentFormat;
  readonly input: string | Uint8Array;
  readonly options: DocumentOptions;
}

export type FromThread =
  | { readonly kind: 'progress'; readonly done: number; readonly total: number }
  | { readonly kind: 'done'; readonly result: Result<Extracted> };
