import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { sampleProject } from '../../../tests/support/arbitrary/project';
import { newProject, valueOf } from '../../../tests/support/engine';
import { documentsIn, fileOf, parsedOf, warningsIn } from '../../../tests/support/exchange/files';
import { damaged, fuzz, fuzzTimeout } from '../../../tests/support/exchange/fuzz';
import { projectOf, richSample, roundTrip } from '../../../tests/support/exchange/round-trip';
import { folderWith, importFiles, inspectFiles } from '../../../tests/support/import';
import { armed, csvLine, defused } from './cells';
import { csv } from './format';
import { mostColumns, readCsv, type CsvRow } from './read-csv';

// Each project is a file, and each change waits for the disk.
vi.setConfig({ testTimeout: 120_000 });

const none = { differences: [], contradictions: [], warnings: [] };

const read = async (text: string, separator = ',', stretch = 3): Promise<readonly CsvRow[]> => {
  const rows: CsvRow[] = [];
  for await (const row of readCsv(fileOf('a.csv', text, stretch).text(), separator)) rows.push(row);
  return rows;
};

describe('a cell for spreadsheets', () => {
  it('begins with nothing that makes a formula, and comes back as it was', () => {
    const cell = fc.oneof(
      fc.string(),
      fc
        .tuple(fc.constantFrom("'", "''", '=', '+', '-', '@', '\t', '\r', "'="), fc.string())
        .map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(cell, (value) => {
        expect(defused(value)).not.toMatch(/^[=+\-@\t\r]/u);
        expect(armed(defused(value))).toBe(value);
      }),
    );
  });
});

describe('a row', () => {
  it('is read as it was written, wherever the file is cut into stretches', async () => {
    const cell = fc.oneof(fc.string(), fc.constantFrom('"', '\r\n', '\r', '\n', ';', ',', '""', 'а"\n'));
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { maxLength: 4 }),
        fc.constantFrom(',', ';', '\t'),
        fc.integer({ min: 1, max: 9 }),
        async (rows, separator, stretch) => {
          const text = rows.map((cells) => csvLine(cells, separator)).join('');
          const found = await read(text, separator, stretch);
          expect(found.map((row) => ('cells' in row ? row.cells : row.broken))).toEqual(rows);
        },
      ),
    );
  });

  it('with a million columns ends the file with the line that it stands in', async () => {
    const rows = await read(`a,b\n${','.repeat(1_000_000)}\n`, ',', 100_000);
    expect(rows).toMatchObject([{ line: 1 }, { line: 2, broken: `> ${mostColumns}` }]);
  });
});

describe.each([
  ['csv', { dialect: 'exact' }],
  ['csv', { dialect: 'spreadsheet', separator: 'semicolon' }],
  ['tsv', { dialect: 'exact' }],
  ['tsv', { dialect: 'spreadsheet' }],
] as const)('tables as %s, %o', (format, options) => {
  it('come back with everything but earlier versions and the history, and are recognised', async () => {
    const { out, ...found } = await roundTrip(format, options);
    expect(found).toMatchObject(none);
    expect(readdirSync(out)).toContain(`arguments.${format}`);
    const { files } = valueOf(await inspectFiles(newProject(), [out]));
    expect(files).toMatchObject([{ kind: 'exchange', format, documents: 1, problemCount: 0 }]);
  });

  it('bring back projects of any kind', async () => {
    await fc.assert(
      fc.asyncProperty(fc.gen(), async (generator) => {
        const { differences, contradictions } = await roundTrip(
          format,
          options,
          await projectOf(sampleProject(generator)),
        );
        expect({ differences, contradictions }).toEqual({ differences: [], contradictions: [] });
      }),
      { numRuns: 2, endOnFailure: true },
    );
  });
});

describe('a table for spreadsheets', () => {
  it('names everything that is longer than a cell holds', async () => {
    const project = newProject();
    const long = 'ё'.repeat(40_000);
    const example = { text: long, source: long, Comments: [long], label: [[0, 4, 'A']] };
    const folder = folderWith({ 'a.jsonl': JSON.stringify(example) });
    valueOf(await importFiles(project, [folder], { format: 'doccano' }));
    const { losses, contradictions } = await roundTrip('csv', { dialect: 'spreadsheet' }, project);
    const tooLong = losses.filter(({ reason }) => reason === 'cell-too-small');
    expect(tooLong.map(({ thing, count }) => [thing, count])).toEqual([
      ['text', 1],
      ['metadata', 1],
      ['document-note', 1],
    ]);
    expect(contradictions).toEqual([]);
  });
});

describe('one table alone', () => {
  it.each(['annotations', 'mentions', 'statements', 'arguments', 'documents'])(
    'of %s tells what it leaves out',
    async (table) => {
      const { differences, contradictions, losses } = await roundTrip('csv', { table });
      expect({ differences, contradictions }).toEqual({ differences: [], contradictions: [] });
      expect(losses.length).toBeGreaterThan(1);
    },
  );

  it('of annotations has a row for each, with its document and its attributes in words', async () => {
    const { out } = await roundTrip('csv', { table: 'annotations' });
    const [heading, first, ...rest] = await read(readFileSync(out, 'utf8'));
    expect(heading).toMatchObject({
      cells: expect.arrayContaining(['document_name', 'attribute.a.stance']) as unknown,
    });
    expect(first).toMatchObject({
      cells: expect.arrayContaining(['a.txt', '0 | 11', 'Министр | Ли']) as unknown,
    });
    expect(rest).toHaveLength(3);
  });
});

describe('the table of annotations', () => {
  it('is put onto the documents of its texts where the project has them, and told where it has not', async () => {
    const sample = richSample();
    const { out } = await roundTrip('csv', { table: 'annotations' }, sample);
    const again = valueOf(await importFiles(sample, [out]));
    expect(again).toMatchObject({ problems: [], added: { document: 0, annotation: 4 } });
    const elsewhere = valueOf(await importFiles(newProject(), [out]));
    expect(elsewhere.problems.map(({ problem }) => problem)).toMatchObject([
      { code: 'import-text-missing', params: { name: 'a.txt', count: 4 } },
    ]);
  });
});

describe('a table that a spreadsheet or R has saved', () => {
  const text = 'Осло\r\nВстреча';
  const hash = createHash('sha256').update(text).digest('hex');
  const annotations =
    'annotation_id,document_id,kind,type,starts,ends,quotes\r\n' +
    'a,d,event,meeting,6,13,Встреча\r\nb,d,entity,place,0,4,Осло\r\n';
  const parsedWith = (cell: string): ReturnType<typeof parsedOf> =>
    parsedOf(csv, [
      fileOf('annotations.csv', annotations),
      fileOf('documents.csv', `document_id,document_name,document_sha256,text\r\nd,D,${hash},"${cell}"\r\n`),
    ]);

  it.each(['Осло\nВстреча', text])('gets back the line ends of its texts: %j', async (cell) => {
    const parsed = await parsedWith(cell);
    expect(warningsIn(parsed)).toEqual([]);
    expect(documentsIn(parsed).map((document) => document.text)).toEqual([text]);
  });

  it('has told which texts were changed, and whose words stand elsewhere now', async () => {
    const parsed = await parsedWith('Осло!\nВстреча');
    expect(warningsIn(parsed).map(({ code, params }) => [code, params['file'], params['line']])).toEqual([
      ['format-text-changed', 'documents.csv', 2],
    ]);
    const shifted = await parsedWith('Осло.\n\n Встреча');
    expect(warningsIn(shifted)).toMatchObject([
      { code: 'format-text-changed', params: { name: 'D' } },
      { code: 'format-quote-differs', params: { file: 'annotations.csv', line: 2, id: 'a' } },
    ]);
  });
});

describe('a table whose rows are damaged', () => {
  it('has the file and the line of each told, wherever its document stands', async () => {
    const documents = 'document_id,document_name,document_sha256,text\r\nd,D,,Oslo\r\n';
    const annotations =
      'annotation_id,document_id,document_name,kind,type,starts,ends\r\n' +
      'a,d,D,entity,place,0,4\r\nb,d,D,nonsense,place,0,4\r\nc,d,D,entity,place,0,400\r\n';
    const parsed = await parsedOf(csv, [
      fileOf('t/annotations.csv', annotations),
      fileOf('t/documents.csv', documents),
    ]);
    expect(warningsIn(parsed).map(({ params }) => [params['file'], params['line']])).toEqual([
      ['t/annotations.csv', 3],
      ['t/annotations.csv', 4],
    ]);
    expect(documentsIn(parsed).map(({ annotations: sound }) => sound.map(({ id }) => id))).toEqual([['a']]);
  });
});

describe('the table of arguments', () => {
  it('alone warns of each row whose annotation it lacks', async () => {
    const { warnings } = await roundTrip('csv', { table: 'arguments' });
    expect(warnings).toEqual(new Array(3).fill('format-reference-missing'));
  });
});

describe('a damaged table', () => {
  const files = async (): Promise<Readonly<Record<string, string>>> => {
    const { out } = await roundTrip('csv');
    return Object.fromEntries(readdirSync(out).map((name) => [name, readFileSync(join(out, name), 'utf8')]));
  };

  it(
    'gives documents and warnings, and nothing is thrown',
    async () => {
      const sound = await files();
      const {
        'annotations.csv': annotations = '',
        'arguments.csv': links = '',
        'documents.csv': documents = '',
      } = sound;
      await fuzz(
        fc.asyncProperty(damaged(annotations), damaged(links), damaged(documents), async (a, b, c) => {
          const parts = { ...sound, 'annotations.csv': a, 'arguments.csv': b, 'documents.csv': c };
          await parsedOf(
            csv,
            Object.entries(parts).map(([name, content]) => fileOf(name, content)),
          );
        }),
      );
    },
    fuzzTimeout,
  );
});
