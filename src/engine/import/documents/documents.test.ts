import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { plainDocumentOptions } from '../../../contract/document-files';
import { newProject, valueOf } from '../../../../tests/support/engine';
import { folderWith, importFiles, inspectFiles, textsOf } from '../../../../tests/support/import';
import { documents } from '../../storage/records/documents';

const page = (body: string): string =>
  `<!doctype html><html><head><title>Title</title></head><body>${body}</body></html>`;

describe('importing files of documents', () => {
  it('makes a document of each, with its metadata and what it came from', async () => {
    const project = newProject();
    const folder = folderWith({ 'a.html': page('<p>One</p><p>Two</p>'), 'b.txt': 'plain' });
    const report = valueOf(await importFiles(project, [folder]));
    expect(report.problems).toEqual([]);
    expect(textsOf(project)).toEqual({ 'a.html': 'One\n\nTwo', b: 'plain' });
    const [first] = documents.all(project.reader);
    expect(first).toMatchObject({
      metadata: { title: 'Title' },
      encoding: 'utf-8',
      origin: { format: 'html', fields: { text: 'readable' } },
    });
  });

  it('shows first how each begins, and which is there already', async () => {
    const project = newProject();
    const folder = folderWith({ 'a.html': page('<p>Same</p>'), 'b.txt': 'Same', 'c.html': page(' ') });
    const { files } = valueOf(await inspectFiles(project, [folder]));
    expect(files).toMatchObject([
      { kind: 'document', format: 'html', sample: 'Same', duplicateOf: null, warnings: [] },
      { kind: 'text', duplicateOf: 'a.html' },
      { kind: 'refused', problem: { code: 'document-empty' } },
    ]);
  });

  it('reads a text that is too long for one document in parts', async () => {
    const project = newProject();
    const words = Array.from({ length: 900 }, (_, index) => `<p>${String(index).repeat(2000)}</p>`);
    const path = join(folderWith({ 'long.html': page(words.join('')) }), 'long.html');
    const options = { documents: { ...plainDocumentOptions, html: 'all' as const } };
    const refused = valueOf(await importFiles(project, [path], options));
    expect(refused.problems).toMatchObject([{ problem: { code: 'document-too-long' } }]);
    const split = { by: 'size', codePoints: 3_000_000 } as const;
    valueOf(await importFiles(project, [path], { ...options, split }));
    expect(Object.keys(textsOf(project))).toEqual(['long.html (1 of 2)', 'long.html (2 of 2)']);
  });
});
