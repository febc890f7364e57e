// Every reader of documents, fed with mutations of valid files: it gives a text or a sentence, and never hangs,
// throws or takes the engine with it.
import fc from 'fast-check';
import { describe, expect, it, onTestFinished } from 'vitest';
import writeExcel from 'write-excel-file/node';
import { makeDocx, makeEpub, makeOdt, makePdf, makeZip } from '../../../../tests/support/document-files';
import { idleJob } from '../../../../tests/support/reading';
import { plainDocumentOptions, type DocumentFormat } from '../../../contract/document-files';
import { Refusal } from '../refusal';
import { openCsv } from './tables/csv';
import { openJsonLines } from './tables/jsonl';
import type { Table } from './tables/table';
import { tablesOf } from './tables/xlsx';
import { ReadingThread } from './thread/reading-thread';
import { openArchive } from './zip/archive';

const readers: Readonly<Record<DocumentFormat, Uint8Array>> = {
  html: Buffer.from(
    '<!doctype html><html><head><meta property="og:title" content="x"><script type="application/ld+json">{"@type":"Article"}</script></head><body><p>a<br>b</p><table><tr><td>1</td></tr></table><pre> x</pre></body></html>',
  ),
  docx: makeDocx(
    '<w:p><w:r><w:t>text</w:t><w:footnoteReference w:id="2"/></w:r></w:p><w:tbl><w:tr><w:tc/></w:tr></w:tbl>',
  ),
  odt: makeOdt(
    '<text:p>a<text:s text:c="3"/>b</text:p><table:table><table:table-row><table:table-cell/></table:table-row></table:table>',
  ),
  rtf: Buffer.from(
    String.raw`{\rtf1\ansi\ansicpg1251{\fonttbl{\f0\fcharset204 T;}}\f0 \'cc\u1080?{\footnote x}\trowd\intbl 1\cell\row\pard{\*\x y}\bin3 abc\par}`,
    'latin1',
  ),
  epub: makeEpub({ 'a.xhtml': '<html><body><p>chapter</p></body></html>' }),
  pdf: makePdf([[{ x: 72, y: 700, text: 'A line of text' }], [{ x: 72, y: 700, text: 'and another' }]]),
};

/** Five seconds for all readers together, or a minute where a server checks. */
const budget = (process.env['CI'] === 'true' ? 60_000 : 5000) / (Object.keys(readers).length + 4);

/** More than there is time for. */
const mostRuns = process.env['CI'] === 'true' ? 20_000 : 2000;

/** Bytes with some of them changed, cut out, doubled or put in. */
const mutations = (valid: Uint8Array): fc.Arbitrary<Buffer> =>
  fc
    .array(
      fc.record({
        at: fc.nat(Math.max(valid.length - 1, 0)),
        length: fc.nat(20),
        kind: fc.constantFrom('change', 'cut', 'double', 'insert'),
        bytes: fc.oneof(
          fc.uint8Array({ minLength: 1, maxLength: 8 }),
          fc
            .constantFrom(
              '<',
              '{',
              '}',
              '"',
              '\\',
              '&#0;',
              '\0',
              '\n',
              '<![CDATA[',
              'PK',
              '\ud800',
              '-1',
              '99999999',
            )
            .map((text) => new Uint8Array(Buffer.from(text))),
        ),
      }),
      { minLength: 1, maxLength: 6 },
    )
    .map((changes) =>
      changes.reduce((before, { at, length, kind, bytes }) => {
        const [head, part, tail] = [
          before.subarray(0, at),
          before.subarray(at, at + length),
          before.subarray(at + length),
        ];
        if (kind === 'cut') return Buffer.concat([head, tail]);
        if (kind === 'double') return Buffer.concat([head, part, part, tail]);
        return kind === 'insert'
          ? Buffer.concat([head, bytes, part, tail])
          : Buffer.concat([head, bytes, before.subarray(at + bytes.length)]);
      }, Buffer.from(valid)),
    );

/** Runs as many mutations as there is time for, and one at least; the valid file comes first. */
async function fuzz(valid: Uint8Array, work: (mutated: Buffer) => Promise<void>): Promise<void> {
  await work(Buffer.from(valid));
  const end = performance.now() + budget;
  let runs = 0;
  const property = fc.asyncProperty(mutations(valid), async (mutated) => {
    if (runs > 0 && performance.now() > end) return;
    runs += 1;
    await work(mutated);
  });
  await fc.assert(property, { numRuns: mostRuns });
}

async function isRefusedAtMost(work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
  }
}

async function readAll(table: Promise<Table>): Promise<void> {
  const opened = await table;
  for await (const row of opened.rows(true))
    if (!('code' in row)) opened.columns.map((column) => row.cell(column));
}

describe('what reads documents, fed with mutations of valid files', () => {
  it.each(Object.keys(readers) as DocumentFormat[])('gives a text or a sentence (%s)', async (format) => {
    const thread = new ReadingThread();
    onTestFinished(() => thread.close());
    await fuzz(readers[format], async (mutated) => {
      const input = format === 'html' ? mutated.toString('utf8') : new Uint8Array(mutated);
      const result = await thread.read({ format, input, options: plainDocumentOptions }, idleJob);
      if (result.ok)
        expect(result.value).toHaveProperty('text', expect.not.stringMatching(/\0|\p{Surrogate}/u));
      else {
        expect(result.problem.code).toMatch(/^(?:archive|document|pdf|xml|import)-/u);
        expect(result.problem.code).not.toMatch(/too-slow|too-large-inside/u);
      }
    });
  });

  it('gives the rows of a workbook or a sentence', async () => {
    const thread = new ReadingThread();
    onTestFinished(() => thread.close());
    const valid = await writeExcel([
      ['text', 'n'],
      ['a "b"', 1],
      ['ж', true],
    ]).toBuffer();
    await fuzz(valid, async (mutated) => {
      const read = await thread.readWorkbook(new Uint8Array(mutated), idleJob);
      if (!read.ok) expect(read.problem.code).toMatch(/^(?:archive|document|xml|import|table)-/u);
      else
        await isRefusedAtMost(async () => {
          for (const table of tablesOf(read.value)) await readAll(Promise.resolve(table));
        });
    });
  });

  it('gives the files of an archive or a sentence', async () => {
    await fuzz(makeZip({ 'a.txt': 'text', 'b/ж.txt': 'more' }), (mutated) =>
      isRefusedAtMost(async () => {
        const archive = await openArchive(mutated);
        try {
          for (const entry of archive.entries)
            if (!entry.problem) for await (const piece of entry.read()) expect(piece).toBeInstanceOf(Buffer);
        } finally {
          archive.close();
        }
      }),
    );
  });

  it.each([
    ['csv', openCsv, 'text,date\n"a ""b""\nc",1\nd;e,2\n'],
    ['jsonl', openJsonLines, '{"text": "a", "n": [1]}\n{"text": "b"}\n'],
  ] as const)('gives the rows of a table or a sentence (%s)', async (_, openTable, valid) => {
    await fuzz(Buffer.from(valid), (mutated) => {
      // eslint-disable-next-line @typescript-eslint/require-await -- what reads a file is asynchronous
      async function* characters(): AsyncGenerator<string> {
        const text = mutated.toString('utf8');
        for (let start = 0; start < text.length; start += 7) yield text.slice(start, start + 7);
      }
      return isRefusedAtMost(() => readAll(openTable(characters)));
    });
  });
});

describe('the thread that reads', () => {
  const endless = `<html><body>${'<div><p>a, b, c, d</p>'.repeat(150)}${'<b>'.repeat(40)}`.repeat(60);

  it('gives up what goes on without getting further, and reads the next file', async () => {
    const thread = new ReadingThread(1);
    onTestFinished(() => thread.close());
    const slow = await thread.read(
      { format: 'html', input: endless, options: plainDocumentOptions },
      idleJob,
    );
    expect(slow).toMatchObject({ problem: { code: 'document-too-slow' } });
    const patient = new ReadingThread();
    onTestFinished(() => patient.close());
    const next = await patient.read(
      { format: 'rtf', input: readers.rtf, options: plainDocumentOptions },
      idleJob,
    );
    expect(next.ok).toBe(true);
  });

  it('ends at once when its job is cancelled', async () => {
    const thread = new ReadingThread();
    onTestFinished(() => thread.close());
    const controller = new AbortController();
    const reading = thread.read(
      { format: 'html', input: endless, options: plainDocumentOptions },
      { ...idleJob, signal: controller.signal },
    );
    controller.abort();
    expect(await reading).toMatchObject({ problem: { code: 'job-cancelled' } });
  });
});
