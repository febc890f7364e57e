import iconv from 'iconv-lite';
import writeExcel from 'write-excel-file/node';
import { describe, expect, it } from 'vitest';
import { makeZip } from '../../../../../tests/support/document-files';
import { newProject, valueOf } from '../../../../../tests/support/engine';
import { folderFile, importFiles, inspectFiles, textsOf } from '../../../../../tests/support/import';
import {
  plainDocumentOptions,
  type ColumnMapping,
  type DocumentOptions,
  type InspectedTable,
} from '../../../../contract/document-files';
import type { ImportPlan } from '../../../../contract/engine-calls';
import { documents } from '../../../storage/records/documents';

const workbook = async (sheets: readonly (readonly (readonly unknown[])[])[]): Promise<Uint8Array> => {
  const cell = (value: unknown): unknown =>
    value instanceof Date ? { value, type: Date, format: 'yyyy-mm-dd' } : value === '' ? null : { value };
  const data = sheets.map((rows, index) => ({
    sheet: `Sheet ${index + 1}`,
    data: rows.map((row) => row.map(cell)),
  }));
  return writeExcel(data as never).toBuffer();
};

async function importTable(name: string, content: string | Uint8Array, plan: Partial<ImportPlan> = {}) {
  const project = newProject();
  const report = valueOf(await importFiles(project, [folderFile(name, content)], plan));
  const records = documents.all(project.reader);
  return { texts: textsOf(project), problems: report.problems.map(({ problem }) => problem), records };
}

async function lookAt(name: string, content: string | Uint8Array): Promise<readonly InspectedTable[]> {
  const { files } = valueOf(await inspectFiles(newProject(), [folderFile(name, content)]));
  const [file] = files;
  if (file?.kind !== 'table') throw new Error(JSON.stringify(file));
  return file.tables;
}

const withColumns = (mapping: ColumnMapping): Partial<ImportPlan> => ({
  documents: { ...plainDocumentOptions, tables: [{ columns: null, mapping }] },
});

describe('a table of comma-separated values', () => {
  it('becomes a document for each row, its cells exactly as they are', async () => {
    const csv =
      '\ufeffId;Title;Дата;Text;Газета\r\n1;"A; ""B""";2024-05-17;"One\r\n\r\n two";Свет\r\n\r\n2;;;🇧🇾 three\u00ad;\r\n';
    const { texts, problems, records } = await importTable('news.csv', csv);
    expect(problems).toEqual([]);
    expect(texts).toEqual({ 'A; "B"': 'One\r\n\r\n two', 'news.csv/4': '🇧🇾 three\u00ad' });
    expect(records[0]).toMatchObject({
      metadata: { date: '2024-05-17', Id: '1', Газета: 'Свет' },
      byteOrderMark: true,
      origin: { format: 'csv', fields: { row: 2 } },
    });
  });

  it.each([
    [',', 'a,b\nx,y'],
    [';', 'a;b\n"x,1";"y,2"'],
    ['\t', 'a\tb\nx, y\tz'],
    ['|', 'a|b\nx|y'],
    [';', 'sep=;\r\na;b\r\nx,1,2;y'],
  ])('is read whatever parts its cells (%j)', async (_, csv) => {
    const [table] = await lookAt('a.csv', csv);
    expect(table?.columns).toEqual(['a', 'b']);
  });

  it('is guessed from the names of its columns in English and Russian, else from where the long texts are', async () => {
    expect((await lookAt('a.csv', 'Дата,Заголовок,Текст,x\n1,2,3,4'))[0]?.guess).toEqual({
      text: 'Текст',
      name: 'Заголовок',
      date: 'Дата',
      metadata: ['x'],
      hasHeader: true,
    });
    const [long] = await lookAt('a.csv', `foo,bar\n1,${'long words '.repeat(9)}`);
    expect(long?.guess).toMatchObject({ text: 'bar', metadata: ['foo'] });
    expect((await lookAt('a.csv', 'foo,bar\n1,2'))[0]?.guess).toBeNull();
  });

  it('shows its first rows, gives columns names of their own, and counts its rows', async () => {
    const rows = Array.from({ length: 12 }, (_, index) => `${index},${'x'.repeat(300)},,`);
    const [table] = await lookAt('a.csv', `text,text,,\n${rows.join('\n')}`);
    expect(table?.columns).toEqual(['text', 'text (2)', '#3', '#4']);
    expect(table?.rowCount).toBe(12);
    expect(table?.rows).toHaveLength(5);
    expect(table?.rows[0]).toEqual(['0', 'x'.repeat(200), '', '']);
  });

  it('is imported as its columns were mapped, also where the first row names nothing', async () => {
    const csv = 'one,long text\ntwo,other text';
    const mapping = { text: 'long text', name: null, date: null, metadata: ['one'], hasHeader: false };
    const { texts, records } = await importTable('a.csv', csv, withColumns(mapping));
    expect(texts).toEqual({ 'a.csv/1': 'long text', 'a.csv/2': 'other text' });
    expect(records[1]?.metadata).toEqual({ one: 'two' });
    const wrong = await importTable('a.csv', csv, withColumns({ ...mapping, text: 'no' }));
    expect(wrong.problems).toMatchObject([{ code: 'table-column-missing', params: { column: 'no' } }]);
    const unsaid = await importTable('a.csv', csv);
    expect(unsaid.problems).toMatchObject([{ code: 'table-columns-unknown' }]);
  });

  it('is refused in few words where no column is known to hold texts, and without rows for that', async () => {
    const wide = await importTable('a.csv', 'a,b,c,d,e,f,g\n1,2,3,4,5,6,7');
    expect(wide.problems).toEqual([
      { code: 'table-columns-unknown', params: { columns: 'a, b, c, d, e, …' } },
    ]);
    const bare = await importTable('a.csv', 'a,b,c\n');
    expect(bare.problems).toMatchObject([{ code: 'table-without-rows' }]);
  });

  it('tells each row without a text by its number, and imports the others', async () => {
    const { texts, problems } = await importTable('a.csv', 'text,id\n,1\nb,2\n"  ",3\nd');
    expect(texts).toEqual({ '2': 'b', 'a.csv/5': 'd' });
    expect(problems).toMatchObject([
      { code: 'table-row-without-text', params: { row: 2 } },
      { code: 'table-row-without-text', params: { row: 4 } },
    ]);
  });

  it('is parted where it is also when its first texts are longer than what is looked at, or when it breaks', async () => {
    const long = `title;text\nA;"${'Слова, слова\n'.repeat(6000)}"\nB;two\n`;
    const { texts, problems } = await importTable('a.csv', long);
    expect([Object.keys(texts), problems]).toEqual([['A', 'B'], []]);
    const broken = await importTable('b.csv', 'title;text\nA;one, and more\nB;"two');
    expect(broken.texts).toEqual({ A: 'one, and more' });
    expect(broken.problems).toMatchObject([{ code: 'table-broken', params: { row: 3 } }]);
  });

  it('is read in its own encoding', async () => {
    const csv = iconv.encode('текст;дата\nСъезд прошел в Минске. Решение принято.;2020', 'windows-1251');
    expect((await importTable('a.csv', csv)).problems).toMatchObject([{ code: 'encoding-unknown' }]);
    const { records } = await importTable('a.csv', csv, { encoding: 'windows-1251' });
    expect(records).toMatchObject([{ encoding: 'windows-1251', metadata: { date: '2020' } }]);
  });

  it('is refused with a million columns, or a quotation mark that is never closed', async () => {
    const wide = await importTable('a.csv', `text${','.repeat(1_000_000)}\nx`);
    expect(wide.problems).toMatchObject([{ code: 'table-row-too-wide' }]);
    const later = await importTable('a.csv', `text,b\nkept,1\nx${','.repeat(1_000_000)}`);
    expect(later.problems).toMatchObject([{ code: 'table-row-too-wide', params: { row: 3 } }]);
    const open = await importTable('a.csv', 'text,b\nkept,1\n"never,closed');
    expect(open.problems).toMatchObject([{ code: 'table-broken', params: { row: 3 } }]);
    expect(open.texts).toEqual({ 'a.csv/2': 'kept' });
    const endless = await importTable('a.csv', `text,b\nkept,1\n"${'x'.repeat(21_000_000)}`);
    expect(endless.problems).toMatchObject([{ code: 'table-cell-too-long', params: { row: 3 } }]);
  });
});

describe('a table of JSON lines', () => {
  it('becomes a document for each object, and tells of lines that are none', async () => {
    const lines = [
      '{"text": "One\\n\\ud800\\u0000", "id": 7, "tags": ["a"], "gone": null}',
      '',
      'no JSON',
      '[1]',
      '{"content": "x"}',
      '{"__proto__": "p", "text": "Two", "constructor": "c"}',
    ];
    const { texts, problems, records } = await importTable('a.jsonl', lines.join('\r\n'));
    expect(texts).toEqual({ '7': 'One\n\ufffd\ufffd', 'a.jsonl/6': 'Two' });
    expect(problems).toMatchObject([
      { code: 'table-row-invalid', params: { row: 3 } },
      { code: 'table-row-invalid', params: { row: 4 } },
      { code: 'table-row-without-text', params: { row: 5 } },
    ]);
    expect(records[0]?.metadata).toEqual({ tags: '["a"]' });
  });

  it('loses a row that is nested out of all measure, and no other', async () => {
    const deep = `{"text": "x", "deep": ${'['.repeat(100_000)}${']'.repeat(100_000)}}`;
    const { texts, problems } = await importTable('a.jsonl', `{"text": "y"}\n${deep}`);
    expect(texts).toEqual({ 'a.jsonl/1': 'y' });
    expect(problems).toMatchObject([{ code: 'table-row-invalid', params: { row: 2 } }]);
  });
});

describe('a workbook', () => {
  it('becomes a document for each row of each sheet', async () => {
    const file = await workbook([
      [
        ['Текст', 'Дата', 'N'],
        [' Первый ', new Date(Date.UTC(2024, 4, 17)), 3.5],
        ['', '', 'x'],
      ],
      [
        ['id', 'body'],
        ['b', 'Второй\nстрока'],
      ],
    ]);
    const { texts, problems, records } = await importTable('a.xlsx', file);
    expect(texts).toEqual({ 'a.xlsx/Sheet 1/2': ' Первый ', b: 'Второй\nстрока' });
    expect(problems).toMatchObject([{ code: 'table-row-without-text', params: { row: 3 } }]);
    expect(records[0]).toMatchObject({
      metadata: { date: '2024-05-17', N: '3.5' },
      origin: { format: 'xlsx', fields: { sheet: 'Sheet 1', row: 2 } },
    });
  });

  it('tells in one sentence of all its sheets whose texts nobody knows, and takes the others', async () => {
    const others = Array.from({ length: 6 }, () => [['a'], ['b']]);
    const { texts, problems } = await importTable(
      'a.xlsx',
      await workbook([[['text'], ['One']], ...others, [['c', 'd']]]),
    );
    expect(texts).toEqual({ 'a.xlsx/Sheet 1/2': 'One' });
    const sheets = 'Sheet 2, Sheet 3, Sheet 4, Sheet 5, Sheet 6, …';
    expect(problems).toEqual([{ code: 'table-sheets-unknown', params: { sheets } }]);
  });

  it('is refused where its XML declares entities, or its cells lie out of all measure', async () => {
    const parts = {
      '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
      'xl/workbook.xml': '<!DOCTYPE x [<!ENTITY a "b">]><workbook/>',
    };
    expect((await importTable('a.xlsx', makeZip(parts))).problems).toMatchObject([
      { code: 'xml-declaration' },
    ]);
    const broken = { ...parts, 'xl/workbook.xml': '<workbook/>' };
    expect((await importTable('a.xlsx', makeZip(broken))).problems).toMatchObject([
      { code: 'document-broken' },
    ]);
  });
});

describe('what parts the columns of a table, and its encoding', () => {
  const text = 'id|text;note\n1|Первый;и\n2|Второй;и\n';
  const columnsOf = async (
    separator: DocumentOptions['separator'],
  ): Promise<readonly string[] | undefined> => {
    const documents = { ...plainDocumentOptions, separator };
    const path = folderFile('notes.csv', text);
    const { files } = valueOf(await inspectFiles(newProject(), [path], { documents }));
    const [file] = files;
    return file?.kind === 'table' ? file.tables[0]?.columns : undefined;
  };

  it('can be said by a person, and then the columns are looked at so', async () => {
    expect(await columnsOf('bar')).toEqual(['id', 'text;note']);
    expect(await columnsOf('semicolon')).toEqual(['id|text', 'note']);
    const documents = { ...plainDocumentOptions, separator: 'bar' as const };
    const mapping = { text: 'text;note', name: null, date: null, metadata: [], hasHeader: true };
    const { texts } = await importTable('notes.csv', text, {
      documents: { ...documents, tables: [{ columns: null, mapping }] },
    });
    expect(Object.values(texts)).toEqual(['Первый;и', 'Второй;и']);
  });

  it('are looked at in the encoding that a person has chosen', async () => {
    const path = folderFile('notes.csv', iconv.encode('текст;дата\nДа;1\nНет;2\n', 'cp866'));
    const look = async (encoding: string) => {
      const { files } = valueOf(await inspectFiles(newProject(), [path], { encoding }));
      const [file] = files;
      return file?.kind === 'table' ? file.tables[0]?.columns : file;
    };
    expect(await look('ibm866')).toEqual(['текст', 'дата']);
    expect(await look('windows-1251')).not.toEqual(['текст', 'дата']);
  });
});

describe('a table under the name of something else', () => {
  const rows = 'id;text\n1;Первый\n2;Второй\n';
  const kindOf = async (name: string, content: string, format: string | null = null) => {
    const { files } = valueOf(await inspectFiles(newProject(), [folderFile(name, content)], { format }));
    return files.map(({ kind }) => kind);
  };

  it.each([
    ['data.dat', rows],
    ['data.txt', rows],
    ['data.dat', 'a,b\n1,x\n2,y\n'],
    ['data.txt', '{"text":"Один"}\n{"text":"Два"}\n'],
  ])('is recognised: %s', async (name, content) => {
    expect(await kindOf(name, content)).toEqual(['table']);
  });

  it.each([
    ['notes.txt', 'Yes, he said\nNo, she said\nWell, they said\n'],
    ['notes.txt', 'One line; no more.\n'],
    ['notes.txt', 'one, two\nthree, four\nfive, six\n"and a quotation, that nobody ends\n'],
    ['notes.dat', 'Some words, without\nany rows\nthat would be, as, even.\n'],
  ])('is told from a text: %s', async (name, content) => {
    expect(await kindOf(name, content)).toEqual(['text']);
  });

  it('is whatever a person says that it is', async () => {
    expect(await kindOf('data.csv', rows, 'text')).toEqual(['text']);
    expect(await kindOf('notes.txt', 'Yes, he said\nNo\n', 'table')).toEqual(['table']);
  });
});
