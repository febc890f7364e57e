import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { buildCommandLine, type CommandLine, type Outcome } from '../../tests/support/command-line';
import { makePdf } from '../../tests/support/document-files';
import { newProject } from '../../tests/support/engine';
import { temporaryFolder } from '../../tests/support/folder';
import { folderFile } from '../../tests/support/import';

// Every command is a process that starts, opens a file and waits for the disk.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let commandLine: CommandLine;
beforeAll(async () => {
  commandLine = await buildCommandLine();
});
afterAll(() => commandLine.remove());

let project: string;
beforeEach(() => {
  project = newProject().path;
});

const importFile = (path: string, ...options: string[]): Promise<Outcome> =>
  commandLine.run(['import', project, path, ...options]);

interface Exported {
  readonly documents: readonly {
    readonly name: string;
    readonly text: string;
    readonly metadata: Readonly<Record<string, string>>;
  }[];
}

async function documentsOf(): Promise<Exported['documents']> {
  const out = join(temporaryFolder(), 'out.json');
  expect((await commandLine.run(['export', project, '--out', out])).code).toBe(0);
  return (JSON.parse(readFileSync(out, 'utf8')) as Exported).documents;
}

describe('importing documents on the command line', () => {
  it('takes all the text of a page, and puts words together, where that is asked for', async () => {
    const page = folderFile('a.html', '<html><body><nav>Menu</nav><p>Text.</p></body></html>');
    expect((await importFile(page, '--html', 'all')).code).toBe(0);
    const lines = ['They met for the exer-', 'cise of the year.'];
    const texts = lines.map((text, index) => ({ x: 72, y: 700 - index * 12, text }));
    expect((await importFile(folderFile('b.pdf', makePdf([texts])), '--pdf-hyphens', 'join')).code).toBe(0);
    expect((await documentsOf()).map(({ text }) => text)).toEqual([
      'Menu\n\nText.',
      'They met for the exercise of the year.',
    ]);
  });

  it('is told what columns mean, and refuses to guess', async () => {
    const table = folderFile('a.csv', 'a,b,c,d\nText,Name,2024,x\n');
    const unsaid = await importFile(table);
    expect([unsaid.code, unsaid.err]).toEqual([1, expect.stringContaining('--columns')]);
    const looked = await importFile(table, '--dry-run');
    expect(looked.out).toContain('a, b, c, d');
    expect((await importFile(table, '--columns', 'txt=a')).code).toBe(2);
    const said = await importFile(table, '--columns', 'text=a,name=b,date=c,meta=d');
    expect([said.code, said.err]).toEqual([0, '']);
    expect(await documentsOf()).toMatchObject([
      { name: 'Name', text: 'Text', metadata: { date: '2024', d: 'x' } },
    ]);
  });

  it('is told what stands between the columns of a table, and that a file is one', async () => {
    const table = folderFile('notes.txt', 'text|a;b\nOne|1;2\nTwo|3;4\n');
    const [asked, told] = [
      ['--dry-run', '--format', 'table', '--separator', 'bar'],
      ['--format', 'table', '--separator', 'bar', '--columns', 'text=text,meta=a;b'],
    ];
    expect((await importFile(table, ...asked)).out).toContain('rows: 2; text, a;b');
    const wrong = await importFile(table, '--separator', '|');
    expect([wrong.code, wrong.err]).toEqual([2, expect.stringContaining('auto, comma, semicolon, tab, bar')]);
    expect((await importFile(table, ...told)).code).toBe(1);
    expect((await importFile(table, ...told.slice(0, -2))).code).toBe(0);
    expect(await documentsOf()).toMatchObject([{ text: 'One' }, { text: 'Two' }]);
  });
});
