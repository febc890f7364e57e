import type { Place } from '../../../contract/engine-answers';
import type { CoderId, DocumentId } from '../../../core/ids';
import { codePoint } from '../../../core/offsets';
import type { Reader, Writer } from '../file/connection';

/** Where a coder was in a document when leaving it; null where they never were. */
export function readPlace(reader: Reader, coder: CoderId, document: DocumentId): Place | null {
  const row = reader
    .query<{ top: number; caret: number }>('SELECT top, caret FROM place WHERE coder = ? AND document = ?')
    .first(coder, document);
  return row ? { top: codePoint(row.top), caret: codePoint(row.caret) } : null;
}

/** Where each coder was in a document when leaving it. */
export const placesIn = (
  reader: Reader,
  document: DocumentId,
): readonly { readonly coder: CoderId; readonly place: Place }[] =>
  reader
    .query<{ coder: CoderId; top: number; caret: number }>(
      'SELECT coder, top, caret FROM place WHERE document = ?',
    )
    .all(document)
    .map(({ coder, top, caret }) => ({ coder, place: { top: codePoint(top), caret: codePoint(caret) } }));

/** Remembers where a coder is in a document. No part of the journal: nobody wants to undo it. */
export function writePlace(writer: Writer, coder: CoderId, document: DocumentId, place: Place): void {
  writer
    .statement('INSERT OR REPLACE INTO place VALUES (?, ?, ?, ?)')
    .run(coder, document, place.top, place.caret);
}
