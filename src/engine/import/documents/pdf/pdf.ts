import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist';
import { problem } from '../../../../core/problem';
import { Refusal } from '../../refusal';
import type { Reader } from '../extracted';
import { limits } from '../limits';
import { TextFlow } from '../text-flow';
import { replacedCharacters } from '../warnings';
import { joinLines } from './hyphens';
import { paragraphsOf } from './paragraphs';
import { readingOrder, type Line } from './reading-order';
import { segmentsOf, type Run } from './runs';

type Matrix = readonly number[];

/** Two transformations of the plane, one after the other: `[a, b, c, d, e, f]` as in PDF. */
function multiply(outer: Matrix, inner: Matrix): [number, number, number, number, number, number] {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = outer;
  const [p = 1, q = 0, r = 0, s = 1, t = 0, u = 0] = inner;
  return [a * p + c * q, b * p + d * q, a * r + c * s, b * r + d * s, a * t + c * u + e, b * t + d * u + f];
}

/** Text that stands more upright than this is no line of the page: a remark in its margin. */
const steepest = 0.2;

interface PageText {
  readonly level: Run[];
  readonly steep: Run[];
}

async function runsOf(page: PDFPageProxy): Promise<PageText> {
  const { transform: view } = page.getViewport({ scale: 1 });
  const { items } = await page.getTextContent();
  const runs: PageText = { level: [], steep: [] };
  for (const item of items) {
    if (!('str' in item) || item.str === '') continue;
    const [a, b, c, d, x, y] = multiply(view, item.transform as Matrix);
    const size = Math.hypot(c, d) || item.height;
    if (![x, y, size, item.width].every(Number.isFinite)) continue;
    const [last] = runs.level.slice(-1);
    if (item.str.trim() === '') {
      // What fills the white between two columns is written as a space, too: it is no part of either.
      if (last) last.endsWord = true;
      continue;
    }
    const isSteep = Math.abs(b) > Math.abs(a) * steepest;
    const isRightToLeft = item.dir === 'rtl';
    const run = { text: item.str, x, right: x + item.width, y, size, isRightToLeft, endsWord: false };
    (isSteep ? runs.steep : runs.level).push(run);
  }
  return runs;
}

async function linesOf(page: PDFPageProxy): Promise<Line[]> {
  const { level, steep } = await runsOf(page);
  const column = { left: 0, right: 0, number: 0 };
  const inMargin = steep
    .map(({ text }) => text)
    .join('')
    .trim();
  const margin = inMargin === '' ? [] : [{ text: inMargin, x: 0, right: 0, y: 0, size: 0, column }];
  return [...readingOrder(segmentsOf(level)), ...margin];
}

/** A date of PDF (`D:20240517…`) without its time; empty where it is none (ISO 32000-1, 7.9.4). */
function dateIn(text: string): string {
  const [, year, month, day] = /^(?:D:)?(\d{4})(\d{2})?(\d{2})?/u.exec(text) ?? [];
  return [year, month, day].filter(Boolean).join('-');
}

async function metadataOf(pdf: PDFDocumentProxy): Promise<Readonly<Record<string, string>>> {
  const { info } = (await pdf.getMetadata()) as { readonly info: Readonly<Record<string, unknown>> };
  const fact = (name: string): string => {
    const value = info[name];
    return typeof value === 'string' ? value.replaceAll(/\s+/gu, ' ').trim() : '';
  };
  const facts = { title: fact('Title'), author: fact('Author'), date: dateIn(fact('CreationDate')) };
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== ''));
}

/** Opens a PDF without running, drawing or fetching anything. */
async function openPdf(bytes: Uint8Array): Promise<PDFDocumentProxy> {
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const library = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
  const task = getDocument({
    data: new Uint8Array(bytes),
    useWorkerFetch: false,
    disableFontFace: true,
    useSystemFonts: false,
    stopAtErrors: false,
    enableXfa: false,
    // Tables of Asian encodings, from the library's own folder.
    cMapUrl: `${join(library, 'cmaps')}/`,
    cMapPacked: true,
    verbosity: 0,
  });
  try {
    return await task.promise;
  } catch (error) {
    if (error instanceof Error && error.name === 'PasswordException')
      throw new Refusal(problem('document-encrypted'));
    throw error;
  }
}

/** Reads a PDF: its lines in reading order, put together to paragraphs. */
export const readPdf: Reader<Uint8Array> = async (bytes, { pdfHyphens }, tell) => {
  const pdf = await openPdf(bytes);
  const count = pdf.numPages;
  if (count > limits.pdfPages)
    throw new Refusal(problem('pdf-too-many-pages', { count, most: limits.pdfPages }));
  const pages: Line[][] = [];
  for (let number = 1; number <= count; number += 1) {
    const page = await pdf.getPage(number);
    pages.push(await linesOf(page));
    page.cleanup();
    tell(number, count);
  }
  const empty = pages.filter((lines) => lines.length === 0).length;
  if (empty === count) throw new Refusal(problem('pdf-without-text'));
  const flow = new TextFlow();
  flow.exact(joinLines(paragraphsOf(pages), pdfHyphens));
  return {
    text: flow.toString(),
    metadata: await metadataOf(pdf),
    warnings: [
      ...(empty > 0 ? [problem('pdf-pages-without-text', { count: empty })] : []),
      ...replacedCharacters(flow),
    ],
  };
};
