import { problem } from '../../../../core/problem';
import { fail, ok, type Result } from '../../../../core/result';
import { Refusal } from '../../refusal';
import type { Extracted, TellProgress } from '../extracted';
import type { ReadRequest } from './messages';

/** Reads with the reader of the format, whose library is loaded by the first file that needs it. */
async function read({ format, input, options }: ReadRequest, tell: TellProgress): Promise<Extracted> {
  switch (format) {
    case 'html':
      return (await import('../html/html')).readHtml(input as string, options, tell);
    default:
      throw new Error(`Nothing reads ${format}`);
  }
}

const detailOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** Reads a file. What a broken one makes a reader throw becomes a sentence. */
export async function readRequested(request: ReadRequest, tell: TellProgress): Promise<Result<Extracted>> {
  try {
    return ok(await read(request, tell));
  } catch (error) {
    if (error instanceof Refusal) return fail(error.problem);
    // What is nested too deep for a reader that goes down by calling itself.
    if (error instanceof RangeError && /call stack/iu.test(error.message))
      return fail(problem('document-too-deep'));
    return fail(problem('document-broken', { detail: detailOf(error).slice(0, 200) }));
  }
}
