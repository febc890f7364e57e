import type { Placed } from './built';
import type { KeptDocument } from '../kept';
import type { LineFaults } from './line-faults';
import { readLine, type AnnLine } from '../lines';

/** The most lines of annotations that one document may have: more would not fit into the memory that there is for them. */
const mostLines = 150_000;

/** The lines of a file that say something, and how its lines end where that is not with `\n` each. */
export interface ReadLines {
  readonly lines: readonly Placed<AnnLine>[];
  readonly ends: Pick<KeptDocument, 'newline' | 'unended'>;
}

/** Cuts a file of annotations into lines. Those that say nothing are told, and kept to go out again. */
export function readLines(annotations: string, faults: LineFaults): ReadLines {
  if (annotations === '') return { lines: [], ends: {} };
  // Carriage returns alone end lines only where nothing else does: else they belong to what is quoted.
  const ending = annotations.includes('\r') && !annotations.includes('\n') ? '\r' : '\n';
  const isEnded = annotations.endsWith(ending);
  // One more than are read tells that there are more.
  const all = (isEnded ? annotations.slice(0, -1) : annotations).split(ending, mostLines + 1);
  if (all.length > mostLines) {
    all.pop();
    faults.tellTooMany(mostLines);
  }
  const isCarried = (text: string, index: number): boolean =>
    text.endsWith('\r') || (index === all.length - 1 && !isEnded);
  const isWindows = annotations.includes('\r\n') && all.every(isCarried);
  const newline = ending === '\r' ? '\r' : isWindows ? '\r\n' : undefined;
  const lines: Placed<AnnLine>[] = [];
  for (const [index, text] of all.entries()) {
    const content = text.replace(/\r$/u, '');
    const place = { number: index + 1, written: newline === undefined ? text : content };
    const line = readLine(content);
    if (line) lines.push({ line, ...place });
    else if (content.trim() === '') faults.keepAside(place);
    else faults.tellIgnored(place);
  }
  return { lines, ends: { newline, unended: isEnded ? undefined : true } };
}
