import { posix } from 'node:path';
import { problem } from '../../../../core/problem';
import { childrenNamed, type XmlElement } from '../../../../formats/xml/tree';
import { Refusal } from '../../refusal';
import type { Reader } from '../extracted';
import { readAllText } from '../html/all-text';
import { parseDocument } from '../html/dom';
import { TextFlow } from '../text-flow';
import { replacedCharacters } from '../warnings';
import { coreProperties } from '../zip/core-properties';
import { unpack, type Package } from '../zip/package';
import { decodeXml, xmlPart } from '../zip/xml-part';

/** The one child of a name that there has to be. */
function only(element: XmlElement, name: string): XmlElement {
  const [child] = childrenNamed(element, name);
  if (!child) throw new Refusal(problem('document-part-missing', { part: name }));
  return child;
}

/** The path of the package document, which the container names (EPUB Open Container Format 3.3, 4.2.6). */
function packagePath(files: Package): string {
  const container = xmlPart(files, 'META-INF/container.xml');
  const path = only(only(container, 'rootfiles'), 'rootfile').attributes['full-path'];
  if (path === undefined) throw new Refusal(problem('document-part-missing', { part: 'full-path' }));
  return path;
}

/** The path of a file, as a link in the package document tells it; percent signs that encode nothing stay. */
function pathOf(base: string, href: string): string {
  const plain = href.split('#')[0] ?? '';
  try {
    return posix.join(base, decodeURIComponent(plain));
  } catch {
    return posix.join(base, plain);
  }
}

/** The chapters in reading order, without the table of contents. */
function chaptersOf(book: XmlElement, base: string): readonly string[] {
  const items = new Map(
    childrenNamed(only(book, 'manifest'), 'item').map(({ attributes }) => [
      attributes['id'] ?? '',
      attributes,
    ]),
  );
  return childrenNamed(only(book, 'spine'), 'itemref').flatMap(({ attributes }) => {
    const item = items.get(attributes['idref'] ?? '');
    const isContents = item?.['properties']?.split(/\s+/u).includes('nav') ?? false;
    const isText = /html|xml/iu.test(item?.['media-type'] ?? 'html');
    return item && isText && !isContents ? [pathOf(base, item['href'] ?? '')] : [];
  });
}

/** Reads a book (EPUB 2 and 3): all chapters as one text. */
export const readEpub: Reader<Uint8Array> = async (bytes, _, tell) => {
  const files = await unpack(bytes);
  if (files.has('META-INF/encryption.xml') && files.has('META-INF/rights.xml'))
    throw new Refusal(problem('document-encrypted'));
  const path = packagePath(files);
  const book = xmlPart(files, path);
  const chapters = chaptersOf(book, posix.dirname(path));
  const flow = new TextFlow();
  for (const [index, chapter] of chapters.entries()) {
    const file = files.get(chapter);
    if (!file) throw new Refusal(problem('document-part-missing', { part: chapter }));
    // As HTML, which needs no declarations and is forgiving: chapters are often no sound XML.
    const root = (await parseDocument(decodeXml(file))).documentElement;
    flow.gap('paragraph');
    if (root) readAllText(root, flow);
    tell(index + 1, chapters.length);
  }
  return {
    text: flow.toString(),
    metadata: coreProperties(only(book, 'metadata')),
    warnings: replacedCharacters(flow),
  };
};
