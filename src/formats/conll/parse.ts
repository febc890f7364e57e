import { codePoint, type CodePointOffset } from '../../core/offsets';
import { problem } from '../../core/problem';
import {
  plainAnnotation,
  plainDocument,
  type AnnotationDraft,
  type DocumentDraft,
  type Parsed,
} from '../exchange/drafts';
import type { ParseContext, SourceFile } from '../exchange/format';
import { GrowingCodebook } from '../exchange/growing-codebook';
import { linesOf } from '../exchange/lines';
import { fileNameOf } from '../exchange/paths';
import { isDetailCell, readDetails, spaceAfter, type Details } from './spacing';
import { readChunks } from './tags';

export const format = 'conll';
export const documentStart = '-DOCSTART-';

const pairsOf = (line: string, separator: unknown): readonly string[] =>
  separator === 'tab' || (separator === 'auto' && line.includes('\t'))
    ? line.split('\t')
    : line.split(/[ \t]+/u).filter((cell) => cell !== '');

/** A line that begins as comments do is one, unless a tag says that it is a token. */
const isComment = (line: string, tag: string | undefined): boolean =>
  line.startsWith('#') && (/^# \S+ = /u.test(line) || !/^(?:O|_|[BIESLU]-.+)$/u.test(tag ?? ''));

/** The place of a column that is called by its number from 1, or `last`. */
const columnOf = (name: unknown, cells: readonly string[]): number =>
  typeof name === 'string' && /^[1-9]\d{0,3}$/u.test(name) ? Number(name) - 1 : cells.length - 1;

const nothingSaid: Details = new Map();

const detailsIn = (cells: readonly string[], except: number): Details => {
  const cell = cells.find((one, index) => index !== except && one !== '_' && isDetailCell(one));
  return cell === undefined ? nothingSaid : readDetails(cell);
};

/** The most tokens of one document. */
const mostTokens = 700_000;

/** A document that grows with each line. */
class GrowingDocument {
  #text = '';
  #length = 0;
  #pending = '';
  readonly #tokens: [CodePointOffset, CodePointOffset][] = [];
  readonly #sentences: [CodePointOffset, CodePointOffset][] = [];
  readonly #columns: string[][] = [];
  readonly #annotations: AnnotationDraft[] = [];
  #open: { readonly tag: string; readonly token: readonly [CodePointOffset, CodePointOffset] }[] = [];
  readonly #details: Details;
  readonly #book: GrowingCodebook;

  constructor(details: Details, book: GrowingCodebook) {
    this.#details = details;
    this.#book = book;
    this.#add(details.get('SpacesBefore') ?? '');
  }

  #add(text: string): void {
    this.#text += text;
    this.#length += Array.from(text).length;
  }

  /** Whether the file was written by Postil, with what stands between the tokens. */
  get saysSpacing(): boolean {
    return this.#details.has('Segments');
  }

  get isFull(): boolean {
    return this.#tokens.length >= mostTokens;
  }

  get isEmpty(): boolean {
    return this.#tokens.length === 0;
  }

  addToken(token: string, tag: string, after: string | undefined, others: readonly string[]): void {
    this.#add(this.#pending);
    const start = codePoint(this.#length);
    this.#add(token);
    const place: [CodePointOffset, CodePointOffset] = [start, codePoint(this.#length)];
    // What nobody says is a blank, or a line break where the sentence ends.
    this.#pending = '';
    if (after !== undefined) this.#add(after);
    else this.#pending = ' ';
    this.#tokens.push(place);
    this.#columns.push([...others]);
    this.#open.push({ tag, token: place });
  }

  endSentence(): void {
    if (this.#open.length === 0) return;
    if (this.#pending !== '') this.#pending = '\n';
    for (const { type, first, last } of readChunks(this.#open.map(({ tag }) => tag))) {
      const start = this.#open[first]?.token[0];
      const end = this.#open[last]?.token[1];
      if (start === undefined || end === undefined) continue;
      const id = String(this.#annotations.length + 1);
      const draft = plainAnnotation(id, this.#book.type('entity', type), [{ start, end }], {
        format,
        id: null,
        fields: {},
      });
      this.#annotations.push(draft);
    }
    const [first, last] = [this.#open[0], this.#open.at(-1)];
    if (first && last) this.#sentences.push([first.token[0], last.token[1]]);
    this.#open = [];
  }

  end(key: string, name: string): DocumentDraft {
    this.endSentence();
    const said = this.#details.get('Segments')?.split(',') ?? ['token', 'sentence'];
    const hasColumns = this.#columns.some((others) => others.length > 0);
    const origin = { format, id: null, fields: {} };
    const columns = { ...origin, fields: hasColumns ? { columns: this.#columns } : {} };
    return {
      ...plainDocument(key, this.#details.get('Name') ?? name, this.#text, { format, id: null, fields: {} }),
      segmentations: [
        ...(said.includes('token') ? [{ unit: 'token', spans: this.#tokens, origin: columns } as const] : []),
        ...(said.includes('sentence') ? [{ unit: 'sentence', spans: this.#sentences, origin } as const] : []),
      ],
      annotations: this.#annotations,
    };
  }
}

/** Reads columns of tokens and tags: sentences between empty lines, documents between lines of `-DOCSTART-`. */
export async function* parseConll(
  files: readonly SourceFile[],
  { language, options }: ParseContext,
): AsyncGenerator<Parsed> {
  const book = new GrowingCodebook(format, language);
  for (const file of files) {
    const stem = fileNameOf(file.path).replace(/\.[^.]*$/u, '');
    let count = 0;
    let isTold = false;
    let document = new GrowingDocument(nothingSaid, book);
    const ended = function* (): Generator<Parsed> {
      if (document.isEmpty) return;
      count += 1;
      const draft = document.end(`${file.path} ${count}`, count === 1 ? stem : `${stem} ${count}`);
      const codebook = book.grown();
      if (codebook) yield { kind: 'codebook', codebook };
      yield { kind: 'document', document: draft };
    };
    for await (const { line: number, text: read } of linesOf(file, 'any')) {
      if (read === null) {
        const facts = { file: file.path, line: number, detail: 'length' };
        yield { kind: 'warning', problem: problem('format-line-broken', facts) };
        continue;
      }
      const line = read.endsWith('\r') ? read.slice(0, -1) : read;
      if (line.trim() === '') {
        document.endSentence();
        continue;
      }
      const cells = pairsOf(line, options['separator']);
      if (document.isFull && cells[0] !== documentStart) {
        if (!isTold) {
          const facts = { file: file.path, line: number, most: mostTokens };
          yield { kind: 'warning', problem: problem('format-too-much', facts) };
        }
        isTold = true;
        continue;
      }
      if (cells[0] === documentStart) {
        yield* ended();
        document = new GrowingDocument(detailsIn(cells, 0), book);
        isTold = false;
        continue;
      }
      const [tokenColumn, tagColumn] = [columnOf(options['token'], cells), columnOf(options['tag'], cells)];
      if (isComment(line, cells[tagColumn])) {
        const facts = { file: file.path, line: number, text: line.slice(0, 200) };
        yield { kind: 'warning', problem: problem('format-line-ignored', facts) };
        continue;
      }
      const token = cells[tokenColumn];
      if (token === undefined || token === '') {
        const facts = { file: file.path, line: number, detail: line.slice(0, 200) };
        yield { kind: 'warning', problem: problem('format-line-broken', facts) };
        continue;
      }
      const tag = tagColumn === tokenColumn ? undefined : cells[tagColumn];
      if (tag === undefined || /^[BIESLU]-$/u.test(tag)) {
        const facts = { file: file.path, line: number, id: token.slice(0, 200), field: 'tag' };
        yield { kind: 'warning', problem: problem('format-value-unfit', facts) };
      }
      // Postil writes what stands behind a token in front of its tag; other programs have it where they like.
      const own = document.saysSpacing ? cells.length - 2 : null;
      const others = cells.filter(
        (cell, index) =>
          index !== tokenColumn &&
          index !== tagColumn &&
          (own === null ? cell === '_' || !isDetailCell(cell) : index !== own),
      );
      const details = own === null ? detailsIn(cells, tokenColumn) : detailsIn([cells[own] ?? '_'], -1);
      const isBlank = document.saysSpacing && details === nothingSaid;
      const after = isBlank ? ' ' : spaceAfter(details);
      document.addToken(token, tag ?? 'O', after, others);
    }
    yield* ended();
  }
}
