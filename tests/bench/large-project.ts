import { closeSync, openSync, writeSync } from 'node:fs';
import { codebookLines, documentLines, type DocumentLines } from './project-json';
import { makeSpans, makeText } from './workload';

/** How many events and statements of each document have three roles filled. */
const linked = 2;
const types = 10;
const textLength = 3_000;

/** What each document of a large project holds, made as it is asked for: no two texts are the same. */
function* linesOf(documents: number, annotationsOfEach: number): Generator<DocumentLines> {
  const source = makeText(textLength * 100);
  for (let index = 0; index < documents; index += 1) {
    const start = (index * 2971) % (source.length - textLength);
    // Half of an emoji at an end is no text.
    const part = source.slice(start, start + textLength).replace(/\p{Surrogate}/gu, '\uFFFD');
    const text = `${index}\n${part}`;
    const name = `text-${String(index).padStart(5, '0')}`;
    yield documentLines({ name, text, spans: makeSpans(text, annotationsOfEach, types), linked }, index);
  }
}

/** Writes a project of so many documents and annotations in Postil's JSON format, one record after the other. */
export function writeLargeProject(path: string, documents: number, annotationsOfEach: number): void {
  const file = openSync(path, 'w');
  const section = (name: string, lines: Iterable<object>): void => {
    let before = `,\n"${name}": [\n`;
    for (const line of lines) {
      writeSync(file, before + JSON.stringify(line));
      before = ',\n';
    }
    writeSync(file, '\n]');
  };
  const ofEach = function* (lines: (of: DocumentLines) => readonly object[]): Generator<object> {
    for (const document of linesOf(documents, annotationsOfEach)) yield* lines(document);
  };
  try {
    writeSync(file, '{ "format": "postil-project", "version": 1');
    for (const [name, lines] of Object.entries(codebookLines(types))) section(name, lines);
    section(
      'documents',
      ofEach(({ document }) => [document]),
    );
    section(
      'annotations',
      ofEach(({ annotations }) => annotations),
    );
    section(
      'links',
      ofEach(({ links }) => links),
    );
    writeSync(file, '\n}\n');
  } finally {
    closeSync(file);
  }
}
