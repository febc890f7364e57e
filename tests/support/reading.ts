import { onTestFinished } from 'vitest';
import type { DocumentFormat, DocumentOptions } from '../../src/contract/document-files';
import { plainDocumentOptions } from '../../src/contract/document-files';
import type { Result } from '../../src/core/result';
import type { Extracted } from '../../src/engine/import/documents/extracted';
import { ReadingThread } from '../../src/engine/import/documents/thread/reading-thread';
import type { Job } from '../../src/engine/jobs/jobs';

/** A job that nobody cancels. */
export const idleJob: Job = {
  report: () => undefined,
  breathe: () => Promise.resolve(),
  signal: new AbortController().signal,
};

/** Reads a file as an import does, in the thread that it is read in there. Ends with the test. */
export async function readInThread(
  format: DocumentFormat,
  input: string | Uint8Array,
  options: Partial<DocumentOptions> = {},
  silence?: number,
): Promise<Result<Extracted>> {
  const thread = new ReadingThread(silence);
  onTestFinished(() => thread.close());
  return thread.read({ format, input, options: { ...plainDocumentOptions, ...options } }, idleJob);
}
