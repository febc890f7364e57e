import { problem } from '../../../core/problem';
import type { Job } from '../../jobs/jobs';
import { readCharacters } from '../characters';
import type { Encoding } from '../encodings/names';
import type { Bytes } from '../open-file';
import { Refusal } from '../refusal';
import { inMegabytes, limits } from './limits';

const tooLarge = (): Refusal =>
  new Refusal(problem('document-file-too-large', { megabytes: inMegabytes(limits.fileBytes) }));

/** All bytes of a file. Throws a `Refusal` where there are more than a document may have. */
export async function collectBytes(file: Bytes, job?: Job): Promise<Buffer> {
  const pieces: Buffer[] = [];
  let length = 0;
  for await (const piece of file.pieces()) {
    length += piece.length;
    if (length > limits.fileBytes) throw tooLarge();
    pieces.push(piece);
    await job?.breathe();
  }
  return Buffer.concat(pieces);
}

/** All characters of a file. Throws a `Refusal` where they are not valid, or more than a page may have. */
export async function collectCharacters(
  file: Bytes,
  encoding: Encoding,
  markLength: number,
  job: Job,
): Promise<string> {
  let text = '';
  for await (const stretch of readCharacters(file, encoding, markLength)) {
    text += stretch.text;
    if (text.length > limits.htmlCharacters) throw tooLarge();
    await job.breathe();
  }
  return text;
}
