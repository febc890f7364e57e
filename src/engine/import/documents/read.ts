import type { DocumentOptions } from '../../../contract/document-files';
import type { Result } from '../../../core/result';
import type { Job } from '../../jobs/jobs';
import type { Encoding } from '../encodings/names';
import type { Identity } from '../identify';
import type { OpenFile } from '../open-file';
import { collectBytes, collectCharacters } from './collect';
import type { Extracted } from './extracted';
import type { ReadingThread } from './thread/reading-thread';

export type DocumentIdentity = Extract<Identity, { readonly kind: 'document' }>;

/** What the files of one import are read with. */
export interface Reading {
  readonly thread: ReadingThread;
  readonly job: Job;
}

/** Reads a file that holds one document. The encoding is that of a page of HTML; other formats have their own. */
export async function readDocumentFile(
  file: OpenFile,
  { format, markLength }: DocumentIdentity,
  encoding: Encoding,
  options: DocumentOptions,
  { thread, job }: Reading,
): Promise<Result<Extracted>> {
  const input =
    format === 'html'
      ? await collectCharacters(file, encoding, markLength, job)
      : await collectBytes(file, job);
  return thread.read({ format, input, options }, job);
}
