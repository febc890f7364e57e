import { describe, expect, it } from 'vitest';
import { makeDocx } from '../../../../../tests/support/document-files';
import { codeOf, valueOf } from '../../../../../tests/support/engine';
import { readInThread } from '../../../../../tests/support/reading';

const p = (inner: string): string => `<w:p>${inner}</w:p>`;
const r = (text: string): string => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;

describe('a document of Word', () => {
  it('is read paragraph by paragraph, with breaks, tabs, tables, lists and notes', async () => {
    const cell = (text: string): string => `<w:tc>${p(r(text))}</w:tc>`;
    const item = (text: string): string =>
      p(`<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>${r(text)}`);
    const body = [
      p(r('Первый ') + r('абзац') + '<w:r><w:footnoteReference w:id="2"/></w:r>' + r('.')),
      p(''),
      p('<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:softHyphen/><w:t>d</w:t></w:r>'),
      item('one'),
      item('two'),
      `<w:tbl><w:tr>${cell('1')}${cell('2')}</w:tr><w:tr>${cell('3')}${cell('')}</w:tr></w:tbl>`,
      p('<w:del><w:r><w:delText>gone</w:delText></w:r></w:del><w:ins><w:r><w:t>new</w:t></w:r></w:ins>'),
      p('<w:hyperlink w:anchor="x"><w:r><w:t>link 🇧🇾</w:t></w:r></w:hyperlink>'),
    ].join('');
    const numbering = `<?xml version="1.0"?><w:numbering xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>`;
    const { text, metadata, warnings } = valueOf(
      await readInThread('docx', makeDocx(body, { 'word/numbering.xml': numbering })),
    );
    expect(text).toBe('Первый абзац[1].\n\na\tb\ncd\n\none\ntwo\n\n1\t2\n3\n\nnew\n\nlink 🇧🇾\n\n[1] A note.');
    expect(metadata).toEqual({ title: 'Talks', author: 'Anna Petrova', date: '2024-05-17T10:00:00Z' });
    expect(warnings).toEqual([]);
  });

  it('is read without hidden text', async () => {
    const styled = (property: string, text: string): string =>
      `<w:r><w:rPr><w:b/>${property}<w:i/></w:rPr><w:t>${text}</w:t></w:r>`;
    const body = p(
      r('a') + styled('<w:vanish/>', 'no') + styled('<w:vanish w:val="0"/>', 'b') + styled('', 'c'),
    );
    expect(valueOf(await readInThread('docx', makeDocx(body))).text).toBe('abc');
  });

  it('is refused where its XML declares entities', async () => {
    const laughs = '<!DOCTYPE w [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]>';
    const hostile = makeDocx('', { 'word/document.xml': `<?xml version="1.0"?>${laughs}<w>&b;</w>` });
    expect(codeOf(await readInThread('docx', hostile))).toBe('xml-declaration');
  });

  it('is refused where it is nested out of all measure, or lacks its body', async () => {
    const depth = 30_000;
    const deep = makeDocx('<w:sdt><w:sdtContent>'.repeat(depth) + '</w:sdtContent></w:sdt>'.repeat(depth));
    expect(['document-too-deep', 'document-broken']).toContain(codeOf(await readInThread('docx', deep)));
    const empty = makeDocx('', { 'word/document.xml': 'no XML' });
    expect(codeOf(await readInThread('docx', empty))).toBe('document-broken');
  });

  it('loads no picture from elsewhere', async () => {
    const relations = `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId9" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" Target="file:///etc/passwd" TargetMode="External"/></Relationships>`;
    const picture =
      '<w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"><a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:graphicData><pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:blipFill><a:blip xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:link="rId9"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>';
    const file = makeDocx(p(r('text') + picture), { 'word/_rels/document.xml.rels': relations });
    expect(valueOf(await readInThread('docx', file)).text).toBe('text');
  });
});
