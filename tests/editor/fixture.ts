import { resolve } from 'node:path';
import { test as base, type Locator, type Page } from '@playwright/test';
import { build, preview } from 'vite';
import { plainType } from '../../src/core/codebook/plain-records.ts';
import type { AnnotationId, CoderId, DocumentId, Timestamp, TypeId } from '../../src/core/ids.ts';
import type { AnnotationRecord } from '../../src/core/model/annotation.ts';
import type { Kind, TypeRecord } from '../../src/core/model/codebook.ts';
import { codePoint } from '../../src/core/offsets.ts';
import type { OpenOptions, Report } from './harness/harness.tsx';

/** A page that shows the editor alone. */
export interface EditorPage {
  readonly page: Page;
  readonly text: Locator;
  open: (options: OpenOptions) => Promise<void>;
  /** What the document shows, line by line, as the DOM has it now. */
  shownLines: () => Promise<string[]>;
  /** The text that is selected, in the words of the editor. */
  selected: () => Promise<string | null>;
  /** The middle of a stretch of text on the screen, or one of its ends; found by the stretch itself. */
  pointAt: (text: string, where?: 'start' | 'middle' | 'end') => Promise<{ x: number; y: number }>;
  reports: <On extends Report['on']>(on: On) => Promise<Extract<Report, { on: On }>[]>;
}

const root = resolve(import.meta.dirname, '../..');

async function serveHarness(name: string): Promise<{ url: string; close: () => Promise<void> }> {
  const outDir = resolve(root, '.cache/editor-harness', name);
  const settings = {
    configFile: false,
    root: resolve(import.meta.dirname, 'harness'),
    logLevel: 'error',
    build: { outDir, emptyOutDir: true, target: 'chrome130', assetsInlineLimit: 0, minify: false },
  } as const;
  await build(settings);
  const server = await preview({ ...settings, preview: { port: 0, host: '127.0.0.1' } });
  return { url: server.resolvedUrls?.local[0] ?? '', close: () => server.close() };
}

export const test = base.extend<{ editor: EditorPage }, { harness: string }>({
  harness: [
    // eslint-disable-next-line no-empty-pattern -- Playwright reads the pattern to learn what a fixture needs.
    async ({}, use, info) => {
      const { url, close } = await serveHarness(`worker-${info.parallelIndex}`);
      await use(url);
      await close();
    },
    { scope: 'worker' },
  ],
  editor: async ({ page, harness }, use) => {
    const failures: Error[] = [];
    page.on('pageerror', (error) => failures.push(error));
    await page.goto(harness);
    await use(editorOn(page));
    if (failures.length > 0) throw new AggregateError(failures, 'The page had errors');
  },
});

export { expect } from '@playwright/test';

function editorOn(page: Page): EditorPage {
  return {
    page,
    text: page.getByRole('textbox', { name: 'The text', exact: true }),
    open: async (options) => {
      // As JSON: the types of a record are too deep for Playwright's.
      await page.evaluate(
        (json) => window.harness.open(JSON.parse(json) as OpenOptions),
        JSON.stringify(options),
      );
      // What is measured before the fonts are there has moved when it is clicked.
      await page.evaluate(async () => {
        const families = ['Literata Cyrillic', 'Literata Variable'];
        await Promise.all(families.map((family) => document.fonts.load(`18px "${family}"`, 'Текст text.')));
        await document.fonts.ready;
      });
    },
    shownLines: () =>
      page.evaluate(() => Array.from(document.querySelectorAll('.postil-line'), (line) => line.textContent)),
    selected: () =>
      page.evaluate(() => {
        const selection = window.harness.handle.selection();
        const { text } = window.harness.options;
        return selection && Array.from(text).slice(selection.span.start, selection.span.end).join('');
      }),
    pointAt: async (text, where = 'middle') => {
      const box = await page.evaluate((wanted) => {
        for (const line of document.querySelectorAll('.postil-line')) {
          const node = line.firstChild?.firstChild;
          const at = node?.nodeValue?.indexOf(wanted) ?? -1;
          if (!node || at < 0) continue;
          const range = document.createRange();
          range.setStart(node, at);
          range.setEnd(node, at + wanted.length);
          const { left, right, top, bottom } = range.getBoundingClientRect();
          return { left, right, top, bottom };
        }
        throw new Error(`No line shows “${wanted}”`);
      }, text);
      const x = { start: box.left + 1, middle: (box.left + box.right) / 2, end: box.right - 1 }[where];
      // Like those of a mouse: Chromium takes a press at half a pixel for one somewhere else once it is dragged.
      return { x: Math.round(x), y: Math.round((box.top + box.bottom) / 2) };
    },
    reports: (on) =>
      page.evaluate(
        (wanted) => window.harness.reports.filter((report) => report.on === wanted) as never[],
        on,
      ),
  };
}

/** A type of a codebook, named by its id. */
export function makeType(id: string, kind: Kind, hue: number): TypeRecord {
  return plainType({ id: id as TypeId, kind, position: 0, names: { en: id }, hue, origin: null });
}

/** An annotation of some stretches of a text, found by what they say; an empty one stands before what follows it. */
export function annotate(
  text: string,
  id: string,
  type: string,
  spans: readonly (readonly [start: number, end: number])[],
  more: Partial<AnnotationRecord> = {},
): AnnotationRecord {
  const characters = Array.from(text);
  return {
    record: 'annotation',
    id: id as AnnotationId,
    document: 'document' as DocumentId,
    type: type as TypeId,
    coder: 'coder' as CoderId,
    version: null,
    fragments: spans.map(([start, end]) => ({
      start: codePoint(start),
      end: codePoint(end),
      quote: characters.slice(start, end).join(''),
    })),
    entry: null,
    attributes: {},
    status: 'draft',
    note: '',
    createdAt: '2026-11-22T09:30:00.000Z' as Timestamp,
    modifiedAt: '2026-11-22T09:30:00.000Z' as Timestamp,
    origin: null,
    ...more,
  };
}

/** Where a stretch stands in a text, in code points. */
export function find(text: string, wanted: string): [start: number, end: number] {
  const at = text.indexOf(wanted);
  if (at < 0) throw new Error(`“${wanted}” is not in the text`);
  const start = Array.from(text.slice(0, at)).length;
  return [start, start + Array.from(wanted).length];
}
