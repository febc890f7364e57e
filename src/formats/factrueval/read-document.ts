import { compareSpans } from '../../core/fragments';
import type { EntryId } from '../../core/ids';
import type { EntryRecord, Span } from '../../core/model/annotation';
import { codePoint, makeOffsetTable } from '../../core/offsets';
import { problem, type Problem } from '../../core/problem';
import {
  plainAnnotation,
  plainDocument,
  type AnnotationDraft,
  type DocumentDraft,
  type LinkDraft,
} from '../exchange/drafts';
import type { GrowingCodebook } from '../exchange/growing-codebook';
import type { Layer } from './claim';
import { entryOf, format } from './entities';
import { blocksOf, numberIn, type Block, type Line } from './lines';

/** A document as its files hold it: the content of each layer, empty where there is none. */
export interface FactRuEvalFiles {
  /** The path without an ending. */
  readonly stem: string;
  readonly name: string;
  readonly text: string;
  readonly layers: Readonly<Record<Layer, string>>;
}

/** A document with the entries that its coreference layer speaks of. */
export interface ReadDocument {
  readonly document: DocumentDraft;
  readonly entries: readonly EntryRecord[];
  readonly warnings: readonly Problem[];
}

/**
 * Reads a document of FactRuEval 2016. Spans and objects become mentions, an object with its spans as parts; entities
 * of the coreference layer become entries; facts become events over the words of what fills their roles.
 */
export const readDocument = (files: FactRuEvalFiles, book: GrowingCodebook): ReadDocument =>
  new DocumentReader(files, book).read();

/** Spans in the order of the text, each once, those that touch or overlap as one. */
function joined(spans: readonly Span[]): readonly Span[] {
  const found: Span[] = [];
  for (const span of spans.toSorted(compareSpans)) {
    const last = found.at(-1);
    if (!last || span.start > last.end) found.push(span);
    else if (span.end > last.end) found[found.length - 1] = { start: last.start, end: span.end };
  }
  return found;
}

class DocumentReader {
  readonly #files: FactRuEvalFiles;
  readonly #book: GrowingCodebook;
  readonly #length: number;
  readonly #warnings: Problem[] = [];
  readonly #annotations = new Map<string, AnnotationDraft>();
  readonly #entries = new Map<string, EntryRecord>();
  readonly #mentions = new Map<EntryId, AnnotationDraft>();

  constructor(files: FactRuEvalFiles, book: GrowingCodebook) {
    this.#files = files;
    this.#book = book;
    this.#length = makeOffsetTable(files.text).codePoints;
  }

  read(): ReadDocument {
    const { name, text } = this.#files;
    const segmentations = this.#readTokens();
    for (const block of this.#blocks('spans')) for (const line of block) this.#readSpan(line);
    for (const block of this.#blocks('objects')) for (const line of block) this.#readObject(line);
    for (const block of this.#blocks('coref')) this.#readEntity(block);
    for (const block of this.#blocks('facts')) this.#readFact(block);
    const document = {
      ...plainDocument(this.#files.stem, name, text, { format, id: name, fields: {} }),
      segmentations,
      annotations: [...this.#annotations.values()],
    };
    return { document, entries: [...this.#entries.values()], warnings: this.#warnings };
  }

  #blocks(layer: Layer): readonly Block[] {
    return blocksOf(this.#files.layers[layer]);
  }

  #where(layer: Layer, { number }: Line): { readonly file: string; readonly line: number } {
    return { file: `${this.#files.stem}.${layer}`, line: number };
  }

  #broken(layer: Layer, line: Line): void {
    const detail = line.words.join(' ').slice(0, 200);
    this.#warnings.push(problem('format-line-broken', { ...this.#where(layer, line), detail }));
  }

  #missing(layer: Layer, line: Line, id: string, missing: string): void {
    this.#warnings.push(problem('format-reference-missing', { ...this.#where(layer, line), id, missing }));
  }

  /** A stretch of the text by its start and its length; null where that is none. */
  #span(layer: Layer, line: Line, startWord?: string, lengthWord?: string): Span | null {
    const start = numberIn(startWord);
    const length = numberIn(lengthWord);
    if (start === null || length === null) {
      this.#broken(layer, line);
      return null;
    }
    const end = start + length;
    if (end <= this.#length) return { start: codePoint(start), end: codePoint(end) };
    const id = line.words[0] ?? '';
    const facts = { ...this.#where(layer, line), id, start, end, length: this.#length };
    this.#warnings.push(problem('format-offsets-outside', facts));
    return null;
  }

  /** Tokens, and the sentences that empty lines part them into. */
  #readTokens(): DocumentDraft['segmentations'] {
    const sentences = this.#blocks('tokens')
      .map((block) =>
        block
          .flatMap((line) => this.#span('tokens', line, line.words[1], line.words[2]) ?? [])
          .toSorted(compareSpans),
      )
      .filter((tokens) => tokens.length > 0);
    const origin = { format, id: null, fields: {} };
    const pair = ({ start, end }: Span) => [start, end] as const;
    const tokens = sentences.flat().toSorted(compareSpans).map(pair);
    const whole = sentences
      .flatMap((tokensOf) => {
        const [first, last] = [tokensOf[0], tokensOf.at(-1)];
        return first && last ? [{ start: first.start, end: last.end }] : [];
      })
      .toSorted(compareSpans)
      .map(pair);
    return tokens.length === 0
      ? []
      : [
          { unit: 'token', spans: tokens, origin },
          { unit: 'sentence', spans: whole, origin },
        ];
  }

  /** Adds an annotation. One whose id another has stays, under an id of its own; what refers to the id means the first. */
  #add(layer: Layer, line: Line, draft: AnnotationDraft): void {
    const { id } = draft;
    if (!this.#annotations.has(id)) {
      this.#annotations.set(id, draft);
      return;
    }
    this.#warnings.push(problem('format-id-twice', { ...this.#where(layer, line), id }));
    const own = `${id}#${line.number}`;
    this.#annotations.set(own, { ...draft, id: own });
  }

  #readSpan(line: Line): void {
    const [id, type, start, length] = line.words;
    if (id === undefined || type === undefined) {
      this.#broken('spans', line);
      return;
    }
    const span = this.#span('spans', line, start, length);
    const origin = { format, id, fields: { layer: 'spans' } };
    if (span)
      this.#add('spans', line, plainAnnotation(`span${id}`, this.#book.type('entity', type), [span], origin));
  }

  #readObject(line: Line): void {
    const [id = '', typeName, ...ids] = line.words;
    const spans = ids.flatMap((span) => {
      const found = this.#annotations.get(`span${span}`);
      if (!found) this.#missing('objects', line, id, span);
      return found ?? [];
    });
    if (typeName === undefined || spans.length === 0) {
      this.#broken('objects', line);
      return;
    }
    const type = this.#book.type('entity', typeName);
    const role = this.#book.role(type, 'span');
    const fragments = joined(spans.flatMap((span) => span.fragments));
    this.#add('objects', line, {
      ...plainAnnotation(`object${id}`, type, fragments, { format, id, fields: { layer: 'objects' } }),
      links: spans.map((span) => ({
        role,
        target: { by: 'annotation', annotation: span.id, document: null },
        origin: null,
      })),
    });
  }

  #readEntity(block: Block): void {
    const [head] = block;
    const [id = '', ...objects] = head.words;
    const mentions = objects.flatMap((object) => {
      const found = this.#annotations.get(`object${object}`);
      if (!found) this.#missing('coref', head, id, object);
      return found ?? [];
    });
    if (numberIn(id) === null || this.#entries.has(id)) {
      this.#broken('coref', head);
      return;
    }
    const entry = entryOf(block, this.#files.stem, mentions[0]?.type ?? null);
    this.#entries.set(id, entry);
    const [first] = mentions;
    if (first) this.#mentions.set(entry.id, first);
    for (const mention of mentions) this.#annotations.set(mention.id, { ...mention, entry: entry.id });
  }

  #readFact([head, ...lines]: Block): void {
    const [id = '', typeName] = head.words;
    if (typeName === undefined) {
      this.#broken('facts', head);
      return;
    }
    const type = this.#book.type('event', typeName);
    const links: LinkDraft[] = [];
    const attributes: Record<string, string> = {};
    const words: Span[] = [];
    let nearest: readonly Span[] = [];
    for (const line of lines) {
      const [name = ''] = line.words;
      const isReference = (word: string): boolean => /^(?:obj|span)\d+$/u.test(word);
      const firstWord = line.words.findIndex((word, index) => index > 0 && !isReference(word));
      const references = line.words.slice(1, firstWord < 0 ? undefined : firstWord);
      for (const reference of references) {
        const entry = this.#entries.get(reference.replace(/^obj/u, ''));
        const span = this.#annotations.get(reference);
        const role = this.#book.role(type, name);
        if (reference.startsWith('obj') && entry) {
          links.push({ role, target: { by: 'entry', entry: entry.id }, origin: null });
          if (nearest.length === 0) nearest = this.#mentions.get(entry.id)?.fragments ?? [];
        } else if (span) {
          const target = { by: 'annotation', annotation: span.id, document: null } as const;
          links.push({ role, target, origin: null });
          words.push(...span.fragments);
        } else this.#missing('facts', line, id, reference);
      }
      if (references.length > 0) continue;
      const owner = { of: 'type', type } as const;
      attributes[this.#book.attribute(owner, name, { kind: 'one-of', choices: [] })] = line.rest;
    }
    const fragments = words.length > 0 ? joined(words) : nearest;
    if (fragments.length === 0) this.#missing('facts', head, id, typeName);
    else
      this.#add('facts', head, {
        ...plainAnnotation(`fact${id}`, type, fragments, { format, id, fields: { layer: 'facts' } }),
        attributes,
        links,
      });
  }
}
