import { zipSync } from 'fflate';

const utf8 = new TextEncoder();
const encode = (files: Readonly<Record<string, string | Uint8Array>>): Record<string, Uint8Array> =>
  Object.fromEntries(
    Object.entries(files).map(([name, content]) => [
      name,
      typeof content === 'string' ? utf8.encode(content) : content,
    ]),
  );

/** An archive of files, by their paths in it. */
export const makeZip = (files: Readonly<Record<string, string | Uint8Array>>): Uint8Array =>
  zipSync(encode(files), { level: 6 });

const word = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const dublinCore =
  'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" ' +
  'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"';

/** A document of Word, by what stands in its body, with a note and properties. */
export const makeDocx = (body: string, more: Readonly<Record<string, string>> = {}): Uint8Array =>
  makeZip({
    '[Content_Types].xml': `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
      <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
      <Default Extension="xml" ContentType="application/xml"/>
      <Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>
      </Types>`,
    '_rels/.rels': `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
      <Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/>
      </Relationships>`,
    'word/document.xml': `<?xml version="1.0"?><w:document ${word}><w:body>${body}</w:body></w:document>`,
    'word/footnotes.xml': `<?xml version="1.0"?><w:footnotes ${word}><w:footnote w:id="2"><w:p><w:r><w:t>A note.</w:t></w:r></w:p></w:footnote></w:footnotes>`,
    'docProps/core.xml': `<?xml version="1.0"?><cp:coreProperties ${dublinCore}><dc:title>Talks</dc:title><dc:creator>Anna  Petrova</dc:creator><dcterms:created>2024-05-17T10:00:00Z</dcterms:created></cp:coreProperties>`,
    ...more,
  });

const office = ['office:1.0', 'text:1.0', 'table:1.0', 'drawing:1.0', 'meta:1.0', 'manifest:1.0'].map(
  (name) => `xmlns:${name.split(':')[0] ?? ''}="urn:oasis:names:tc:opendocument:xmlns:${name}"`,
);
const openDocument = `${office.join(' ')} xmlns:dc="http://purl.org/dc/elements/1.1/"`;

/** A document of OpenDocument, by what stands in its body. */
export const makeOdt = (body: string, more: Readonly<Record<string, string>> = {}): Uint8Array =>
  makeZip({
    mimetype: 'application/vnd.oasis.opendocument.text',
    'content.xml': `<?xml version="1.0"?><office:document-content ${openDocument}><office:body><office:text>${body}</office:text></office:body></office:document-content>`,
    'meta.xml': `<?xml version="1.0"?><office:document-meta ${openDocument}><office:meta><dc:title>Переговоры</dc:title><meta:initial-creator>Анна</meta:initial-creator><dc:creator>Борис</dc:creator><meta:creation-date>2024-05-17</meta:creation-date></office:meta></office:document-meta>`,
    ...more,
  });

/** A book, by its chapters. */
export function makeEpub(chapters: Readonly<Record<string, string>>): Uint8Array {
  const names = Object.keys(chapters);
  const items = names.map(
    (name, index) => `<item id="c${index}" href="${encodeURI(name)}" media-type="application/xhtml+xml"/>`,
  );
  const spine = names.map((_, index) => `<itemref idref="c${index}"/>`);
  return makeZip({
    mimetype: 'application/epub+zip',
    'META-INF/container.xml': `<?xml version="1.0"?><container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="OEBPS/book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>`,
    'OEBPS/book.opf': `<?xml version="1.0"?><package xmlns="http://www.idpf.org/2007/opf" version="3.0"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>A Book</dc:title><dc:creator>Anna</dc:creator><dc:creator>Boris</dc:creator><dc:date>2001</dc:date></metadata><manifest><item id="nav" href="nav.xhtml" properties="nav" media-type="application/xhtml+xml"/>${items.join('')}</manifest><spine><itemref idref="nav"/>${spine.join('')}</spine></package>`,
    'OEBPS/nav.xhtml': '<html><body><nav>Contents</nav></body></html>',
    ...Object.fromEntries(names.map((name) => [`OEBPS/${name}`, chapters[name] ?? ''])),
  });
}

/** Text on a page of a PDF: where its baseline begins, in points from the lower left, and how large it is. */
export interface PdfText {
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly size?: number;
}

/** A PDF with a page for each list of texts, in Helvetica; only Latin-1. */
export function makePdf(pages: readonly (readonly PdfText[])[], info = ''): Uint8Array {
  const escape = (text: string): string => text.replaceAll(/[\\()]/gu, String.raw`\$&`);
  const objects: string[] = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '',
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>',
    `<<${info}>>`,
  ];
  const kids: string[] = [];
  for (const page of pages) {
    const content = page
      .map(({ x, y, text, size = 10 }) => `BT /F1 ${size} Tf ${x} ${y} Td (${escape(text)}) Tj ET`)
      .join('\n');
    objects.push(`<</Length ${content.length}>>stream\n${content}\nendstream`);
    kids.push(`${objects.length + 1} 0 R`);
    objects.push(
      `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents ${objects.length} 0 R/Resources<</Font<</F1 3 0 R>>>>>>`,
    );
  }
  objects[1] = `<</Type/Pages/Kids[${kids.join(' ')}]/Count ${kids.length}>>`;
  let file = '%PDF-1.4\n';
  const places: number[] = [];
  objects.forEach((object, index) => {
    places.push(file.length);
    file += `${index + 1} 0 obj${object}endobj\n`;
  });
  const table = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('');
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer<</Root 1 0 R/Info 4 0 R/Size ${objects.length + 1}>>\nstartxref\n${file.length}\n%%EOF`;
  return Buffer.from(file, 'latin1');
}
