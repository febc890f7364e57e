import { copyFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { newProject, valueOf } from '../../../../tests/support/engine';
import { temporaryFolder } from '../../../../tests/support/folder';
import { folderFile, folderWith, importFiles, inspectFiles } from '../../../../tests/support/import';
import { richSample } from '../../../../tests/support/exchange/round-trip';
import { plainExport } from '../../../contract/exchange';
import { handlers } from '../../calls/handlers';

// Each project is a file, and each change waits for the disk.
vi.setConfig({ testTimeout: 120_000 });

const exported = async (format: string, out: string, asZip = false): Promise<string> => {
  valueOf(
    await handlers['export.run'](richSample(), {
      job: 'export',
      plan: { ...plainExport(format), asZip },
      out,
    }),
  );
  return out;
};

async function found(path: string) {
  const { files } = valueOf(await inspectFiles(newProject(), [path]));
  return files.map((file) =>
    file.kind === 'exchange'
      ? `${file.format}: ${String(file.documents)} documents, ${String(file.annotations)} annotations`
      : file.kind,
  );
}

describe('an archive of a format that makes a folder', () => {
  it.each(['brat', 'webanno-tsv', 'uima-xmi', 'uima-json', 'label-studio', 'csv', 'tsv', 'jsonl', 'parquet'])(
    '%s is recognised, and holds what the folder holds',
    async (format) => {
      const folder = await exported(format, join(temporaryFolder(), 'corpus'));
      const zip = await exported(format, join(temporaryFolder(), 'corpus.zip'), true);
      const inFolder = await found(folder);
      expect(inFolder).toEqual([expect.stringMatching(new RegExp(`^${format}: [1-9]`, 'u'))]);
      expect(await found(zip)).toEqual(inFolder);
    },
  );
});

describe('a file that is not called as its format has it', () => {
  it.each([
    'label-studio',
    'prodigy',
    'spacy',
    'doccano',
    'w3c',
    'conll',
    'webanno-tsv',
    'uima-xmi',
    'uima-json',
  ])('%s is recognised by how it begins', async (format) => {
    const out = await exported(format, join(temporaryFolder(), 'out'));
    const file = statSync(out).isDirectory()
      ? join(out, readdirSync(out).find((name) => /\.(?:tsv|xmi|json)$/u.test(name)) ?? '')
      : out;
    for (const name of ['data.dat', 'data.txt']) {
      const copy = join(temporaryFolder(), name);
      copyFileSync(file, copy);
      expect(await found(copy)).toEqual([expect.stringMatching(new RegExp(`^${format}: `, 'u'))]);
    }
  });

  it('is told of under its own name', async () => {
    const path = folderFile('notes.dat', '{"text":"Anna","spans":[{"start":0,"end":99,"label":"P"}]}\n');
    const report = valueOf(await importFiles(newProject(), [path]));
    expect(report.problems.map(({ problem }) => problem.params['file'])).toEqual(['notes.dat']);
  });

  it('is a plain text where a person says so', async () => {
    const path = folderFile('notes.dat', '{"text":"Anna","spans":[{"start":0,"end":4,"label":"P"}]}\n');
    const { files } = valueOf(await inspectFiles(newProject(), [path], { format: 'text' }));
    expect(files.map(({ kind }) => kind)).toEqual(['text']);
  });
});

it('lists every remark about a file, however many there are', async () => {
  const lines = Array.from({ length: 450 }, (_, index) => `T${String(index)}\tP 900 901\tx`);
  const path = folderWith({ 'a.txt': 'Anna\n', 'a.ann': `${lines.join('\n')}\n` });
  const { files } = valueOf(await inspectFiles(newProject(), [path]));
  expect(files).toMatchObject([{ kind: 'exchange', problemCount: 450 }]);
  const [claim] = files;
  expect(claim?.kind === 'exchange' && claim.problems).toHaveLength(450);
  const report = valueOf(await importFiles(newProject(), [path], { listsAll: true }));
  expect(report.problems).toHaveLength(450);
});

describe('a format that is named', () => {
  it('refuses files where none is in it, and takes none of them for a text', async () => {
    const folder = folderWith({ 'a.conll': 'Anna B-PER\n\n', 'b.txt': 'Anna.' });
    const refused = expect.objectContaining({
      code: 'format-not-this',
      params: { format: 'brat' },
    }) as unknown;
    const { files } = valueOf(await inspectFiles(newProject(), [folder], { format: 'brat' }));
    expect(files).toEqual([
      expect.objectContaining({ kind: 'refused', problem: refused }),
      expect.objectContaining({ kind: 'refused', problem: refused }),
    ]);
    const done = valueOf(await importFiles(newProject(), [folder], { format: 'brat' }));
    expect(done).toMatchObject({ change: null, problems: [{ problem: refused }, { problem: refused }] });
  });

  it('takes the texts beside its own files, which nobody has annotated yet', async () => {
    const folder = folderWith({
      'a.txt': 'Anna speaks.',
      'a.ann': 'T1\tPerson 0 4\tAnna\n',
      'b.txt': 'Nobody speaks.',
    });
    const done = valueOf(await importFiles(newProject(), [folder], { format: 'brat' }));
    expect(done).toMatchObject({ added: { document: 2, annotation: 1 }, problems: [] });
  });
});
