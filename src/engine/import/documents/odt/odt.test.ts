import { describe, expect, it } from 'vitest';
import { makeOdt } from '../../../../../tests/support/document-files';
import { codeOf, valueOf } from '../../../../../tests/support/engine';
import { readInThread } from '../../../../../tests/support/reading';

const p = (inner: string): string => `<text:p>${inner}</text:p>`;

describe('a document of OpenDocument', () => {
  it('is read paragraph by paragraph, with spaces, breaks, tables, lists and notes', async () => {
    const cell = (text: string): string => `<table:table-cell>${p(text)}</table:table-cell>`;
    const note =
      '<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>A note.</text:p><text:p>Two.</text:p></text:note-body></text:note>';
    const body = [
      '<text:tracked-changes><text:p>gone</text:p></text:tracked-changes>',
      '<text:h>Заголовок</text:h>',
      p(`Первый   <text:span>абзац</text:span>${note}.`),
      p(''),
      p('a<text:s text:c="2"/>b<text:tab/>c<text:line-break/>d'),
      `<text:list>${['one', 'two'].map((item) => `<text:list-item>${p(item)}</text:list-item>`).join('')}</text:list>`,
      `<table:table><table:table-row>${cell('1')}${cell('2')}</table:table-row><table:table-row>${cell('3')}${cell('4')}</table:table-row></table:table>`,
      p('x<office:annotation><dc:creator>B</dc:creator><text:p>remark</text:p></office:annotation>y'),
    ].join('\n  ');
    const { text, metadata, warnings } = valueOf(await readInThread('odt', makeOdt(body)));
    expect(text).toBe(
      'Заголовок\n\nПервый абзац[1].\n\na  b\tc\nd\n\none\ntwo\n\n1\t2\n3\t4\n\nxy\n\n[1] A note.\nTwo.',
    );
    expect(metadata).toEqual({ title: 'Переговоры', author: 'Анна', date: '2024-05-17' });
    expect(warnings).toMatchObject([{ code: 'document-comments-lost', params: { count: 1 } }]);
  });

  it('is refused where it is protected, declares entities, is nested too deep or lacks its text', async () => {
    const encrypted = makeOdt('', {
      'META-INF/manifest.xml':
        '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><manifest:file-entry><manifest:encryption-data/></manifest:file-entry></manifest:manifest>',
    });
    expect(codeOf(await readInThread('odt', encrypted))).toBe('document-encrypted');
    const external = makeOdt('', {
      'content.xml': '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><x>&e;</x>',
    });
    expect(codeOf(await readInThread('odt', external))).toBe('xml-declaration');
    const deep = '<text:span>'.repeat(3000) + '</text:span>'.repeat(3000);
    expect(codeOf(await readInThread('odt', makeOdt(p(deep))))).toBe('import-too-deep');
    expect(codeOf(await readInThread('odt', makeOdt('', { 'content.xml': '<a/>' })))).toBe(
      'document-part-missing',
    );
  });
});
