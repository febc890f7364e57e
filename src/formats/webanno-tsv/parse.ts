import { problem, type Problem } from '../../core/problem';
import { CasCodebook } from '../cas/cas-codebook';
import type { CasDocument, Stretch } from '../cas/model';
import { namesOfPaths } from '../cas/names';
import { parsedDocument } from '../cas/to-draft';
import type { Parsed } from '../exchange/drafts';
import type { Importing, SourceFile } from '../exchange/format';
import { linesOf } from '../exchange/lines';
import { Cells } from './cells';
import { unescapeText } from './escape';
import { readHeader, type HeaderLayer } from './header';
import { readRow } from './rows';
import { TextBuilder } from './text-builder';

/** Reads files of WebAnno TSV 3, one document each. */
export const parse: Importing['parse'] = async function* (files, { language }) {
  const codebook = new CasCodebook(language);
  const names = namesOfPaths(files.map(({ path }) => path));
  for (const file of files) {
    const warnings: Problem[] = [];
    const cas = await readFile(file, names.get(file.path) ?? file.path, (warning) => warnings.push(warning));
    for (const warning of warnings) yield { kind: 'warning', problem: warning } satisfies Parsed;
    if (cas) yield* parsedDocument(cas, file.path, codebook);
  }
};

/** The most cells of one document. */
const mostCells = 700_000;

const textMark = '#Text=';
const sentenceIdMark = '#Sentence.id=';

async function readFile(
  file: SourceFile,
  name: string,
  warn: (problem: Problem) => void,
): Promise<CasDocument | null> {
  const { path } = file;
  const header: HeaderLayer[] = [];
  const headerLines: string[] = [];
  const tokens: Stretch[] = [];
  const sentenceIds: string[] = [];
  const text = new TextBuilder();
  let cells: Cells | null = null;
  let isFormat = false;
  let cellCount = 0;
  for await (const { line: number, text: read } of linesOf(file, 'any')) {
    if (read === null) {
      warn(problem('format-line-broken', { file: path, line: number, detail: 'length' }));
      continue;
    }
    const line = read.endsWith('\r') ? read.slice(0, -1) : read;
    const row = readRow(line);
    if (row) {
      cells ??= new Cells(header, path, warn);
      const place = text.place(row, path, number, warn);
      if (row.cells.length !== cells.width) {
        const detail = `${row.cells.length} / ${cells.width}`;
        warn(problem('format-line-broken', { file: path, line: number, detail }));
      }
      cellCount += row.cells.length + 1;
      if (cellCount > mostCells) {
        warn(problem('format-too-much', { file: path, line: number, most: mostCells }));
        break;
      }
      if (!place) continue;
      cells.take(row, place, number);
      if (row.isPart) continue;
      if (place[0] >= (tokens.at(-1)?.[1] ?? 0) && place[0] < place[1]) tokens.push(place);
      else warn(problem('format-line-broken', { file: path, line: number, detail: row.unit }));
    } else if (line.startsWith(textMark)) text.header(unescapeText(line.slice(textMark.length)));
    else if (line.startsWith(sentenceIdMark)) sentenceIds.push(line.slice(sentenceIdMark.length));
    else if (line === '') text.endSentence();
    else if (!isFormat && line.startsWith('#FORMAT=WebAnno TSV 3')) isFormat = true;
    else {
      const layer = cells ? null : readHeader(line);
      if (layer) {
        header.push(layer);
        headerLines.push(line);
      } else warn(problem('format-line-ignored', { file: path, line: number, text: line.slice(0, 200) }));
    }
  }
  text.endSentence();
  if (!isFormat) warn(problem('format-broken', { file: path, line: 1, detail: '#FORMAT=WebAnno TSV 3' }));
  if (text.text === '') {
    if (isFormat) warn(problem('format-broken', { file: path, line: 1, detail: '#Text=' }));
    return null;
  }
  return {
    key: path,
    name,
    text: text.text,
    tokens,
    sentences: text.sentences,
    layers: header.map(({ layer }) => layer),
    annotations: cells?.annotations() ?? [],
    fields: { header: headerLines, ...(sentenceIds.length > 0 ? { sentenceIds } : {}) },
  };
}
