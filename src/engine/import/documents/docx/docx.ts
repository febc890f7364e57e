import { problem } from '../../../../core/problem';
import type { Reader } from '../extracted';
import { Notes } from '../notes';
import { TextFlow } from '../text-flow';
import { replacedCharacters } from '../warnings';
import { coreProperties } from '../zip/core-properties';
import { withoutHiddenRuns } from './hidden-runs';
import { soundPackage } from '../zip/sound-package';
import { xmlPartIfSound } from '../zip/xml-part';

/** As much of mammoth's tree of a document as its text needs. Untyped there. */
interface WordElement {
  readonly type: string;
  readonly children?: readonly WordElement[];
  readonly value?: string;
  readonly breakType?: string;
  readonly numbering?: unknown;
  readonly noteType?: string;
  readonly noteId?: string;
  readonly body?: readonly WordElement[];
}

interface WordDocument extends WordElement {
  readonly notes: { resolve(reference: WordElement): WordElement | undefined };
  readonly comments: readonly unknown[];
}

/** What mammoth finds in a document. */
async function readTree(buffer: Buffer): Promise<WordDocument> {
  const { default: mammoth } = await import('mammoth');
  const found: WordDocument[] = [];
  await mammoth.convertToHtml(
    { buffer },
    {
      transformDocument: (document: WordDocument) => {
        found.push(document);
        // The text is read from the tree itself: nothing is to be made into HTML.
        return { ...document, children: [] };
      },
    },
  );
  const [tree] = found;
  if (!tree) throw new Error('no document');
  return tree;
}

/** Writes the text of a tree: see docs/importing-documents.md for the rules. */
class WordText {
  readonly #flow = new TextFlow();
  readonly #notes = new Notes();
  readonly #document: WordDocument;
  #wasItem = false;

  constructor(document: WordDocument) {
    this.#document = document;
  }

  /** The text of the document, with its notes at the end. */
  write(): TextFlow {
    this.#blocks(this.#document.children ?? []);
    this.#notes.writeTo(this.#flow);
    return this.#flow;
  }

  #blocks(elements: readonly WordElement[]): void {
    for (const element of elements) this.#block(element);
  }

  #block(element: WordElement): void {
    const { type, children = [] } = element;
    if (type === 'paragraph') this.#paragraph(element);
    else if (type === 'table') this.#table(children);
    else this.#blocks(children);
  }

  #paragraph({ children = [], numbering }: WordElement): void {
    const isItem = numbering !== null && numbering !== undefined;
    const text = this.#inline(children).trimEnd();
    if (text === '') return;
    this.#flow.gap(isItem && this.#wasItem ? 'line' : 'paragraph');
    this.#flow.exact(text);
    this.#wasItem = isItem;
    this.#flow.gap(isItem ? 'line' : 'paragraph');
  }

  #table(rows: readonly WordElement[]): void {
    this.#flow.gap('paragraph');
    for (const row of rows) {
      this.#flow.beginRow();
      for (const cell of row.children ?? []) {
        this.#blocks(cell.children ?? []);
        this.#flow.endCell();
      }
      this.#flow.endRow();
    }
    this.#flow.gap('paragraph');
  }

  #inline(elements: readonly WordElement[]): string {
    return elements.map((element) => this.#inlineOf(element)).join('');
  }

  #inlineOf(element: WordElement): string {
    switch (element.type) {
      case 'text':
        return element.value ?? '';
      case 'tab':
        return '\t';
      case 'break':
        return element.breakType === 'line' ? '\n' : '';
      case 'noteReference':
        return this.#note(element);
      default:
        return this.#inline(element.children ?? []);
    }
  }

  #note(reference: WordElement): string {
    const note = this.#document.notes.resolve(reference);
    if (!note) return '';
    const number = this.#notes.begin();
    const paragraphs = (note.body ?? []).map((paragraph) => this.#inline(paragraph.children ?? []).trim());
    this.#notes.set(number, paragraphs.filter(Boolean).join('\n'));
    return Notes.mark(number);
  }
}

/** Reads a document of Word (Office Open XML). */
export const readDocx: Reader<Uint8Array> = async (bytes) => {
  const sound = await soundPackage(bytes, withoutHiddenRuns);
  const document = await readTree(sound.bytes);
  const flow = new WordText(document).write();
  const comments = document.comments.length;
  return {
    text: flow.toString(),
    metadata: coreProperties(xmlPartIfSound(sound.files, 'docProps/core.xml')),
    warnings: [
      ...(comments > 0 ? [problem('document-comments-lost', { count: comments })] : []),
      ...replacedCharacters(flow),
    ],
  };
};
