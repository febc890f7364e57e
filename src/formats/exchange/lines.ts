import type { SourceFile } from './format';

/** The longest line that is read, in UTF-16 units: a document with the longest text, and as much again beside it. */
const longest = 40_000_000;

/** A line of a file without its end; null where it is longer than any that is read. Counted from 1. */
export interface Line {
  readonly line: number;
  readonly text: string | null;
}

/** What ends the lines of a file that begins so; null as long as no line has ended. */
function endingIn(text: string): string | null {
  const first = /\r\n|\n|\r(?=.)/su.exec(text)?.[0];
  return first === undefined ? null : first === '\r' ? '\r' : '\n';
}

const indexIn = (text: string, ending: string | null, from: number): number =>
  ending === null ? -1 : text.indexOf(ending, from);

/**
 * The lines of a file, whatever stretches it comes in. Only a line feed ends one: a carriage return is white space. With
 * `any`, carriage returns end the lines of a file that begins without line feeds, as old programs write it.
 */
export async function* linesOf(file: SourceFile, ends: 'feeds' | 'any' = 'feeds'): AsyncGenerator<Line> {
  let ending = ends === 'feeds' ? '\n' : null;
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
  let last = '';
  for await (const stretch of file.text()) {
    let start = 0;
    // A carriage return at the end of a stretch may have its line feed in the next one.
    if (stretch !== '') ending ??= endingIn(last + stretch);
    last = stretch.slice(-1);
    for (let at = indexIn(stretch, ending, 0); at >= 0; at = indexIn(stretch, ending, start)) {
      add(stretch.slice(start, at));
      yield end();
      start = at + 1;
    }
    add(stretch.slice(start));
  }
  if (length > 0) yield end();
}
