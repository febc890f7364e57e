import type { SourceFile } from '../exchange/format';

/** The longest line that is read, in UTF-16 units: a document with everything in it. */
export const longestLine = 200_000_000;

/** A line of a file; `text` is null where it is longer than is read. */
export interface Line {
  readonly line: number;
  readonly text: string | null;
}

/** The lines of a file, which end with LF or CRLF, without their ends and without those that are blank. */
export async function* linesOf(file: SourceFile): AsyncGenerator<Line> {
  let [line, length] = [1, 0];
  let held: string[] = [];
  const end = (): string | null => {
    const text = length > longestLine ? null : held.join('');
    [held, length] = [[], 0];
    return text;
  };
  for await (const stretch of file.text()) {
    const parts = stretch.split('\n');
    for (const [index, part] of parts.entries()) {
      length += part.length;
      if (length <= longestLine) held.push(part);
      else held = [];
      if (index === parts.length - 1) break;
      const text = end();
      if (text?.trim() !== '') yield { line, text };
      line += 1;
    }
  }
  const last = end();
  if (last?.trim() !== '') yield { line, text: last };
}
