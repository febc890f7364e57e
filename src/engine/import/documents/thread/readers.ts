import { problem } from '../../../../core/problem';
import { fail, ok, type Result } from '../../../../core/result';
import { messageOf } from '../../../../core/thrown';
import { Refusal } from '../../refusal';
import type { Extracted, TellProgress } from '../extracted';
import type { ReadRequest, Workbook } from './messages';

/** Reads with the reader of the format, whose library is loaded by the first file that needs it. */
async function read(
  { format, input, options }: ReadRequest,
  tell: TellProgress,
): Promise<Extracted | Workbook> {
  switch (format) {
    case 'html':
      return (await import('../html/html')).readHtml(input as string, options, tell);
    case 'docx':
      return (await import('../docx/docx')).readDocx(input as Uint8Array, options, tell);
    case 'odt':
      return (await import('../odt/odt')).readOdt(input as Uint8Array, options, tell);
    case 'rtf':
      return (await import('../rtf/rtf')).readRtf(input as Uint8Array, options, tell);
    case 'epub':
      return (await import('../epub/epub')).readEpub(input as Uint8Array, options, tell);
    case 'xlsx':
      return (await import('../tables/workbook')).readWorkbook(input as Uint8Array);
    case 'pdf':
      return (await import('../pdf/pdf')).readPdf(input as Uint8Array, options, tell);
  }
}

/** Reads a file. What a broken one makes a reader throw becomes a sentence. */
export async function readRequested(
  request: ReadRequest,
  tell: TellProgress,
): Promise<Result<Extracted | Workbook>> {
  try {
    return ok(await read(request, tell));
  } catch (error) {
    if (error instanceof Refusal) return fail(error.problem);
    // What is nested too deep for a reader that goes down by calling itself.
    if (error instanceof RangeError && /call stack/iu.test(error.message))
      return fail(problem('document-too-deep'));
    return fail(problem('document-broken', { detail: messageOf(error).slice(0, 200) }));
  }
}
