import type { DocumentId } from '../../../core/ids';
import type { Span } from '../../../core/model/annotation';
import { makeOffsetTable, type OffsetTable } from '../../../core/offsets';
import type { Reader } from '../file/connection';
import { readText } from './texts';

/** How many characters are kept in memory at most, unless one text alone is longer. */
const capacity = 20_000_000;

interface CachedText {
  readonly text: string;
  /** Made when first needed: whoever only reads a document needs none. */
  offsets: OffsetTable | null;
}

/** Texts of the documents that were used last. They never change, so that nothing here can be out of date. */
export interface TextCache {
  read(reader: Reader, document: DocumentId): string | undefined;
  /** What a span covers; undefined where it reaches outside of the text. */
  quote(reader: Reader, document: DocumentId, span: Span): string | undefined;
}

/** An empty cache of texts. */
export function makeTextCache(): TextCache {
  /** By sha256, the one that was used last at the end. */
  const texts = new Map<string, CachedText>();

  function dropOldest(): void {
    let kept = 0;
    for (const { text } of texts.values()) kept += text.length;
    for (const [sha256, { text }] of texts) {
      if (kept <= capacity || texts.size === 1) return;
      texts.delete(sha256);
      kept -= text.length;
    }
  }

  function find(reader: Reader, document: DocumentId): CachedText | undefined {
    const row = reader.query<{ sha256: string }>('SELECT sha256 FROM document WHERE id = ?').first(document);
    if (!row) return undefined;
    const known = texts.get(row.sha256);
    const text = known?.text ?? readText(reader, document);
    if (text === undefined) return undefined;
    const cached = known ?? { text, offsets: null };
    texts.delete(row.sha256);
    texts.set(row.sha256, cached);
    if (!known) dropOldest();
    return cached;
  }

  return {
    read: (reader, document) => find(reader, document)?.text,
    quote: (reader, document, { start, end }) => {
      const cached = find(reader, document);
      if (!cached) return undefined;
      const offsets = (cached.offsets ??= makeOffsetTable(cached.text));
      if (start < 0 || end < start || end > offsets.codePoints) return undefined;
      return cached.text.slice(offsets.toUtf16(start), offsets.toUtf16(end));
    },
  };
}
