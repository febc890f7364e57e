import type { SourceFile } from './format';

/** The longest line that is read, in UTF-16 units: that of a document with the longest text, each character escaped. */
const longest = 80_000_000;

/** A line of a file without its end; null where it is longer than any that is read. Counted from 1. */
export interface Line {
  readonly line: number;
  readonly text: string | null;
}

/** The lines of a file, whatever stretches it comes in. Only a line feed ends one: a carriage return is white space. */
export async function* linesOf(file: SourceFile): AsyncGenerator<Line> {
  let line = 1;
  let pieces: string[] = [];
  let length = 0;
  const add = (piece: string): void => {
    length += piece.length;
    if (length > longest) pieces = [];
    else pieces.push(piece);
  };
  const end = (): Line => {
    const ended = { line, text: length > longest ? null : pieces.join('') };
    line += 1;
    pieces = [];
    length = 0;
    return ended;
  };
  for await (const stretch of file.text()) {
    let start = 0;
    for (let at = stretch.indexOf('\n'); at >= 0; at = stretch.indexOf('\n', start)) {
      add(stretch.slice(start, at));
      yield end();
      start = at + 1;
    }
    add(stretch.slice(start));
  }
  if (length > 0) yield end();
}
