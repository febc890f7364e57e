import { deflateRawSync } from 'node:zlib';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { makeDocx, makeZip } from '../../../../../tests/support/document-files';
import { newProject, valueOf } from '../../../../../tests/support/engine';
import { folderFile, importFiles, inspectFiles, textsOf } from '../../../../../tests/support/import';
import type { ImportReport } from '../../../../contract/engine-answers';

const imported = async (
  name: string,
  content: Uint8Array,
): Promise<{ readonly texts: Record<string, string>; readonly report: ImportReport }> => {
  const project = newProject();
  const report = valueOf(await importFiles(project, [folderFile(name, content)]));
  return { texts: textsOf(project), report };
};

const refusals = ({ problems }: ImportReport): string[] =>
  problems.map(({ path, problem }) => `${path.split('.zip/').at(-1) ?? ''}: ${problem.code}`);

/** An archive of one file whose records are changed before it is written. */
function patched(change: (zip: Buffer, central: number) => void): Uint8Array {
  const zip = Buffer.from(makeZip({ 'a.txt': 'some text', 'b.txt': 'more text' }));
  change(zip, zip.indexOf('PK\x01\x02', 0, 'latin1'));
  return zip;
}

describe('an archive', () => {
  it('is opened like a folder, archives in it too, and each file is looked at for what it is', async () => {
    const inner = makeZip({ 'deep.txt': 'deep' });
    const { texts, report } = await imported(
      'all.zip',
      makeZip({
        'a/one.txt': 'one',
        'a/two.bin': makeDocx('<w:p><w:r><w:t>two</w:t></w:r></w:p>'),
        'inner.zip': inner,
        'page.html': '<!doctype html><p>three</p>',
        '__MACOSX/a.txt': 'no',
        'a/.hidden': 'no',
        'empty.txt': '',
      }),
    );
    expect(texts).toEqual({
      'a/one': 'one',
      'a/two.bin': 'two',
      'inner.zip/deep': 'deep',
      'page.html': 'three',
    });
    expect(refusals(report)).toEqual(['empty.txt: document-empty']);
  });

  it('gives its files in the order of their names, whatever order it has them in', async () => {
    const names = ['10.txt', 'b/1.txt', '2.txt', 'a/1.txt'];
    const zip = makeZip(Object.fromEntries(names.map((name) => [name, `text of ${name}`])));
    const { texts } = await imported('all.zip', zip);
    expect(Object.keys(texts)).toEqual(['2', '10', 'a/1', 'b/1']);
  });

  it('has its names in UTF-8, or in a code page of DOS', async () => {
    const rename = (encoding: string, name: string): Uint8Array =>
      patched((zip) => {
        const bytes = iconv.encode(name, encoding);
        for (let at = zip.indexOf('a.txt'); at >= 0; at = zip.indexOf('a.txt', at + 1)) bytes.copy(zip, at);
      });
    expect(Object.keys((await imported('z.zip', rename('cp866', 'ЁжикЪ'))).texts)).toContain('ЁжикЪ');
    expect(Object.keys((await imported('z.zip', rename('cp437', 'Müßig'))).texts)).toContain('Müßig');
    expect(Object.keys((await imported('z.zip', makeZip({ 'Ёжик.txt': 'x' }))).texts)).toEqual(['Ёжик']);
  });

  it('never leads out of itself: such a name is refused, and the others are imported', async () => {
    const { texts, report } = await imported(
      'z.zip',
      makeZip({
        '../../etc/x.txt': 'x',
        '/abs.txt': 'x',
        'C:\\y.txt': 'x',
        'a\\..\\..\\z.txt': 'x',
        'ok.txt': 'fine',
      }),
    );
    expect(texts).toEqual({ ok: 'fine' });
    expect(report.problems.map(({ problem }) => problem.code)).toEqual(Array(4).fill('archive-name-unsafe'));
  });

  it('is not opened where it is protected, or packed in a way that nobody knows; the rest is', async () => {
    const locked = patched((zip, central) => zip.writeUInt16LE(1, central + 8));
    expect(refusals((await imported('z.zip', locked)).report)).toEqual(['a.txt: document-encrypted']);
    const strange = patched((zip, central) => zip.writeUInt16LE(99, central + 10));
    const { texts, report } = await imported('z.zip', strange);
    expect(texts).toEqual({ b: 'more text' });
    expect(refusals(report)).toEqual(['a.txt: archive-method']);
  });

  it('is refused where it unpacks to a thousand times its size, or says less than that', async () => {
    const bomb = makeZip({ 'bomb.txt': new Uint8Array(100 << 20) });
    expect((await imported('z.zip', bomb)).report.problems).toMatchObject([
      { problem: { code: 'archive-bomb' } },
    ]);

    // The size in the records is a lie: more comes out than they say.
    const lying = patched((zip, central) => zip.writeUInt32LE(3, central + 24));
    expect(refusals((await imported('z.zip', lying)).report)).toEqual(['a.txt: archive-broken']);
  });

  it('is refused where its files lie on each other, as in bombs that do not nest', async () => {
    const kernel = deflateRawSync(Buffer.alloc(10 << 20));
    const zip = Buffer.from(makeZip({ 'a.txt': new Uint8Array(10 << 20), 'b.txt': 'b' }));
    const second = zip.lastIndexOf('PK\x01\x02', undefined, 'latin1');
    zip.writeUInt32LE(kernel.length, second + 20);
    zip.writeUInt32LE(10 << 20, second + 24);
    zip.writeUInt32LE(0, second + 42);
    expect((await imported('z.zip', zip)).report.problems).toMatchObject([
      { problem: { code: 'archive-broken' } },
    ]);
  });

  it('is opened so deep and no deeper', async () => {
    let nested = makeZip({ 'text.txt': 'deep' });
    for (let depth = 0; depth < 4; depth += 1) nested = makeZip({ 'in.zip': nested });
    expect((await imported('z.zip', nested)).report.problems).toMatchObject([
      { problem: { code: 'archive-too-deep' } },
    ]);
  });

  it('that is cut off is told of, and is shown as such before the import', async () => {
    const whole = makeZip({ 'a.txt': 'text' });
    const path = folderFile('cut.zip', whole.subarray(0, whole.length - 30));
    const { files } = valueOf(await inspectFiles(newProject(), [path]));
    // Of what the reader says, as much as fits into a sentence.
    const detail = 'End of central directory record signature not found';
    expect(files).toMatchObject([
      { kind: 'refused', problem: { code: 'archive-broken', params: { detail } } },
    ]);
  });
});
