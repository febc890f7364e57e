import { problem } from '../../../../core/problem';
import { childrenNamed, type XmlElement } from '../../../../formats/xml/tree';
import { Refusal } from '../../refusal';
import type { Reader } from '../extracted';
import { Notes } from '../notes';
import { TextFlow } from '../text-flow';
import { replacedCharacters } from '../warnings';
import { coreProperties } from '../zip/core-properties';
import { unpack, type Package } from '../zip/package';
import { xmlPart, xmlPartIfSound } from '../zip/xml-part';

/** What is no text of the document: deleted text, settings of fields, how to say a word. */
const nothingToRead = new Set(
  'tracked-changes forms sequence-decls variable-decls user-field-decls ruby-text note-citation'.split(' '),
);

/** The most spaces that one element may stand for. */
const mostSpaces = 1000;

const textNamespace = 'urn:oasis:names:tc:opendocument:xmlns:text:1.0';

/** Titles and descriptions of pictures. */
const pictureNamespace = 'urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0';

/** Writes the text of a body (OpenDocument 1.3, part 3): see docs/importing-documents.md for the rules. */
class OdtText {
  readonly flow = new TextFlow();
  comments = 0;
  readonly #notes = new Notes();
  #listDepth = 0;

  /** Writes a body, with its notes at the end. */
  write(body: XmlElement): void {
    this.#content(body, this.flow);
    this.#notes.writeTo(this.flow);
  }

  #content(element: XmlElement, flow: TextFlow): void {
    for (const part of element.content) {
      if (typeof part === 'string') {
        // Between paragraphs, white space is only the file's own layout.
        if (/\S/u.test(part) || this.#isInline(element)) flow.collapsed(part);
      } else this.#element(part, flow);
    }
  }

  #isInline({ name }: XmlElement): boolean {
    return (
      name === 'p' ||
      name === 'h' ||
      name === 'span' ||
      name === 'a' ||
      name === 'meta' ||
      name === 'ruby-base'
    );
  }

  #element(element: XmlElement, flow: TextFlow): void {
    const { name } = element;
    if (nothingToRead.has(name) || element.namespace === pictureNamespace) return;
    switch (name) {
      case 'p':
      case 'h': {
        this.#between(this.#listDepth > 0 ? 'line' : 'paragraph', element, flow);
        return;
      }
      case 'list': {
        this.#list(element, flow);
        return;
      }
      case 'table': {
        this.#between('paragraph', element, flow);
        return;
      }
      case 'table-row':
        flow.beginRow();
        this.#content(element, flow);
        {
          flow.endRow();
          return;
        }
      case 'table-cell':
        this.#content(element, flow);
        {
          flow.endCell();
          return;
        }
      case 'text-box': {
        this.#between('paragraph', element, flow);
        return;
      }
      case 's': {
        flow.exact(' '.repeat(Math.min(this.#countOf(element), mostSpaces)));
        return;
      }
      case 'tab': {
        flow.exact('\t');
        return;
      }
      case 'line-break': {
        flow.lineBreak();
        return;
      }
      case 'note': {
        this.#note(element, flow);
        return;
      }
      case 'annotation':
        this.comments += 1;
        return;
      default: {
        this.#content(element, flow);
        return;
      }
    }
  }

  #countOf({ attributes }: XmlElement): number {
    const count = Number(attributes[`{${textNamespace}}c`] ?? 1);
    return Number.isInteger(count) && count > 0 ? count : 1;
  }

  #between(gap: 'line' | 'paragraph', element: XmlElement, flow: TextFlow): void {
    flow.gap(gap);
    this.#content(element, flow);
    flow.gap(gap);
  }

  #list(element: XmlElement, flow: TextFlow): void {
    if (this.#listDepth === 0) flow.gap('paragraph');
    this.#listDepth += 1;
    this.#content(element, flow);
    this.#listDepth -= 1;
    if (this.#listDepth === 0) flow.gap('paragraph');
  }

  #note(element: XmlElement, flow: TextFlow): void {
    const number = this.#notes.begin();
    flow.exact(Notes.mark(number));
    const note = new TextFlow();
    const depth = this.#listDepth;
    // The paragraphs of a note stand under each other without a blank line.
    this.#listDepth = 1;
    for (const body of childrenNamed(element, 'note-body')) this.#content(body, note);
    this.#listDepth = depth;
    this.#notes.set(number, note.toString());
  }
}

/** A protected document says so of its parts in the manifest. */
function refuseEncrypted(files: Package): void {
  const manifest = xmlPartIfSound(files, 'META-INF/manifest.xml');
  const isEncrypted = manifest?.content.some(
    (entry) => typeof entry !== 'string' && childrenNamed(entry, 'encryption-data').length > 0,
  );
  if (isEncrypted) throw new Refusal(problem('document-encrypted'));
}

/** Reads a document of LibreOffice and others (OpenDocument text). */
export const readOdt: Reader<Uint8Array> = async (bytes) => {
  const files = await unpack(bytes);
  refuseEncrypted(files);
  const content = xmlPart(files, 'content.xml');
  const [body] = childrenNamed(content, 'body').flatMap((found) => childrenNamed(found, 'text'));
  if (!body) throw new Refusal(problem('document-part-missing', { part: 'office:text' }));
  const text = new OdtText();
  text.write(body);
  const meta = xmlPartIfSound(files, 'meta.xml');
  const [properties] = meta ? childrenNamed(meta, 'meta') : [];
  return {
    text: text.flow.toString(),
    metadata: coreProperties(properties ?? null, {
      author: ['initial-creator', 'creator'],
      date: ['creation-date', 'date'],
    }),
    warnings: [
      ...(text.comments > 0 ? [problem('document-comments-lost', { count: text.comments })] : []),
      ...replacedCharacters(text.flow),
    ],
  };
};
