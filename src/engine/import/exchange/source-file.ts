import { isUtf8 } from 'node:buffer';
import { problem, type Problem } from '../../../core/problem';
import { ok, type Result } from '../../../core/result';
import type { FileHead, SourceFile } from '../../../formats/exchange/format';
import { readCharacters } from '../characters';
import type { makeDecoder } from '../encodings/decoder';
import { encodingNamed } from '../encodings/names';
import { chooseEncoding } from '../text-file';
import type { FoundFile } from '../find';
import { identify } from '../identify';
import { openFile, readPart, type OpenFile } from '../open-file';
import { Refusal } from '../refusal';

/** How much of a file is looked at to recognise its format, in bytes. */
const headBytes = 8192;

/** The largest file that is read in one piece, in bytes. */
const largestWhole = 64_000_000;

/** The largest file of an archive of which parts are read, in bytes: it is in memory. */
const largestUnpacked = 100_000_000;

/** A file whose beginning can be asked for, once for all formats that ask. */
export function fileHead(file: FoundFile): FileHead {
  let head: Promise<string> | undefined;
  const read = async (): Promise<string> => {
    try {
      for await (const piece of openFile(file).pieces())
        return piece.toString('utf8', 0, headBytes).replace(/^\ufeff/u, '');
    } catch (error) {
      // What cannot be read is told when it is to be imported.
      if (!(error instanceof Refusal)) throw error;
    }
    return '';
  };
  return { path: file.place, head: () => (head ??= read()) };
}

/** Whether nothing but blanks stands in a file. */
export const isBlank = async (file: FoundFile): Promise<boolean> =>
  file.problem === null && file.bytes <= headBytes && (await fileHead(file).head()).trim() === '';

/**
 * Opens a file for a parser, in the encoding that it is certainly in, or else in the one that a person has named. A file
 * that is no text has no characters. Where it cannot be read to its end, `refuse` is told, and its characters end there:
 * the other files of its claim are read all the same.
 */
export async function sourceFile(
  file: OpenFile,
  encoding: string | null,
  breathe: () => Promise<void>,
  refuse: (problem: Problem) => void,
  isBinary = false,
): Promise<Result<SourceFile>> {
  const reading: Result<Reading | null> = isBinary ? ok(null) : await readingOf(file, encoding);
  if (!reading.ok) return reading;
  // Some files are read several times.
  let isTold = false;
  const tell = (found: Problem): void => {
    if (!isTold) refuse(found);
    isTold = true;
  };
  const text = async function* (): AsyncGenerator<string> {
    if (!reading.value) return;
    const { encoding: read, markLength } = reading.value;
    try {
      for await (const { text: stretch } of readCharacters(file, read, markLength)) {
        yield stretch;
        await breathe();
      }
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      tell(error.problem);
    }
  };
  return ok({
    path: file.place,
    size: file.bytes,
    text,
    whole: async () => {
      if (file.bytes > largestWhole) {
        tell(problem('format-file-too-large', { megabytes: largestWhole / 1_000_000 }));
        return '';
      }
      const stretches: string[] = [];
      for await (const stretch of text()) stretches.push(stretch);
      return stretches.join('');
    },
    part: partsOf(file),
  });
}

/** The bytes of a file from one place to another. One in an archive, in which nobody can jump, is unpacked once. */
function partsOf(file: OpenFile): SourceFile['part'] {
  if (!file.source) return (start, end) => readPart(file.path, start, end);
  let unpacked: Promise<Uint8Array> | undefined;
  const unpack = async (): Promise<Uint8Array> => {
    if (file.bytes > largestUnpacked)
      throw new Refusal(problem('format-file-too-large', { megabytes: largestUnpacked / 1_000_000 }));
    const pieces: Uint8Array[] = [];
    for await (const piece of file.pieces()) pieces.push(piece);
    return Buffer.concat(pieces);
  };
  return async (start, end) => (await (unpacked ??= unpack())).subarray(start, end);
}

interface Reading {
  readonly encoding: Parameters<typeof makeDecoder>[0];
  readonly markLength: number;
}

const utf8 = ok({ encoding: encodingNamed('utf-8') ?? 'utf-8', markLength: 0 });

/**
 * Whether a file that has as many control characters as only binary files have is UTF-8 all the same: what another tool
 * wrote as text is one, whatever stands in it.
 */
async function isControlledUtf8(file: OpenFile, { code }: Problem): Promise<boolean> {
  if (code !== 'text-binary') return false;
  const pieces: Uint8Array[] = [];
  for await (const piece of file.pieces()) pieces.push(piece);
  return isUtf8(Buffer.concat(pieces));
}

/** How the characters of a file are read; null for one that has none. */
async function readingOf(file: OpenFile, asked: string | null): Promise<Result<Reading | null>> {
  if (file.bytes === 0) return ok(null);
  // What it holds is known, only its characters are not; to look whether it might be a table takes long. Only JSON is
  // looked at closely: what is Postil's own is in UTF-8 without a question.
  const identity = await identify(file, file.path, /\.json$/iu.test(file.path) ? null : 'text');
  if (!identity.ok) return (await isControlledUtf8(file, identity.problem)) ? utf8 : identity;
  const { markLength } = identity.value;
  if (identity.value.kind === 'postil-json') return ok({ encoding: identity.value.encoding, markLength });
  const encoding = chooseEncoding(identity.value.guess, { encoding: asked });
  return encoding.ok ? ok({ encoding: encoding.value, markLength }) : encoding;
}
