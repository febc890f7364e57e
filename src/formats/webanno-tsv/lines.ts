import type { SourceFile } from '../exchange/format';

/** The lines of a file without what ends them, each with its number, from 1. Only line feeds, or these behind carriage returns, end lines. */
export async function* linesOf(file: SourceFile): AsyncGenerator<readonly [line: string, number: number]> {
  let rest = '';
  let number = 0;
  for await (const stretch of file.text()) {
    const lines = (rest + stretch).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) yield [line.endsWith('\r') ? line.slice(0, -1) : line, (number += 1)];
  }
  if (rest !== '') yield [rest, number + 1];
}
