import { closeSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { startChild } from '../support/child';
import { newProject } from '../support/engine';
import { temporaryFolder } from '../support/folder';

/** What no parser may take with the engine around it, in MB. */
const most = 512;

/** Writes a file of one part many times between two others. */
function writeMany(path: string, before: string, part: (index: number) => string, count: number, after = '') {
  const file = openSync(path, 'w');
  writeSync(file, before);
  const together = 10_000;
  for (let start = 0; start < count; start += together)
    writeSync(
      file,
      Array.from({ length: Math.min(together, count - start) }, (_, index) => part(start + index)).join(''),
    );
  writeSync(file, after);
  closeSync(file);
}

interface Told {
  readonly inspected: {
    readonly value: {
      readonly files: readonly [
        { readonly documents: number; readonly annotations: number; readonly problems: readonly unknown[] },
      ];
    };
  };
  readonly megabytes: number;
}

/** What an engine of its own finds in files of a format, and how much memory that took. */
async function inspect(format: string, folder: string) {
  const path = join(temporaryFolder(), 'news.postil');
  newProject(path).reader.close();
  const told = (await startChild(
    import.meta.url,
    './inspect-and-tell.ts',
    path,
    format,
    folder,
  ).next()) as Told;
  const [{ documents, annotations, problems }] = told.inspected.value.files;
  return { documents, annotations, problems, megabytes: told.megabytes };
}

describe('a vast file', () => {
  it('of tables is read one document at a time, in whatever order its rows stand', async () => {
    const folder = temporaryFolder();
    const [documents, ofEach] = [1000, 300];
    const columns =
      'annotation_id,document_id,document_name,type,label,kind,starts,ends,quotes,note,attributes';
    writeMany(
      join(folder, 'annotations.csv'),
      `${columns}\r\n`,
      (index) =>
        `a${index},d${index % documents},D,place,Place,entity,0,4,Oslo,${'nothing '.repeat(10)},[]\r\n`,
      documents * ofEach,
    );
    writeMany(
      join(folder, 'documents.csv'),
      'document_id,document_name,document_sha256,text\r\n',
      (index) => `d${index},D${index},,Oslo ${index}\r\n`,
      documents,
    );
    const { megabytes, ...found } = await inspect('csv', folder);
    expect(found).toEqual({ documents, annotations: documents * ofEach, problems: [] });
    expect(megabytes).toBeLessThan(most);
  }, 240_000);

  it('of one document is read as far as there is memory for, and the rest is told', async () => {
    const folder = temporaryFolder();
    writeMany(join(folder, 'a.txt'), '', () => 'Oslo ', 1000);
    writeMany(join(folder, 'a.ann'), '', (index) => `T${index}\tPlace 0 4\tOslo\n`, 400_000);
    const { megabytes, ...found } = await inspect('brat', folder);
    expect(found).toMatchObject({
      documents: 1,
      annotations: 150_000,
      problems: [{ code: 'format-too-much' }],
    });
    expect(megabytes).toBeLessThan(most);
  }, 240_000);

  it('of XML is refused before its elements take more than there is', async () => {
    const folder = temporaryFolder();
    writeMany(
      join(folder, 'a.xmi'),
      '<xmi:XMI xmlns:xmi="http://www.omg.org/XMI">',
      () => '<a/>',
      3_000_000,
      '</xmi:XMI>',
    );
    const { megabytes, ...found } = await inspect('uima-xmi', folder);
    expect(found).toMatchObject({ documents: 0, problems: [{ code: 'format-too-much' }] });
    expect(megabytes).toBeLessThan(most);
  }, 240_000);

  it('of JSON is refused before its values take more than there is', async () => {
    const folder = temporaryFolder();
    const before = '{"document_id":"a","document_name":"a","text":"Oslo","annotations":[0';
    writeMany(join(folder, 'documents.jsonl'), before, () => ',[]', 6_000_000, ']}\n');
    const { megabytes, ...found } = await inspect('jsonl', folder);
    expect(found).toMatchObject({ documents: 0, problems: [{ code: 'format-line-broken' }] });
    expect(megabytes).toBeLessThan(most);
  }, 240_000);
});
