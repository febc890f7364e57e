import type { DocumentId } from '../../../core/ids';
import type { Reader, Writer } from '../file/connection';

/**
 * Puts a text aside, so that a following change can add a document with it. A long import stages its texts in
 * several transactions and then adds all its documents in one change.
 */
export function stageText(writer: Writer, sha256: string, text: string): void {
  writer
    .statement('INSERT INTO document_text (sha256, staged, text) VALUES (?, 1, ?) ON CONFLICT DO NOTHING')
    .run(sha256, text);
}

/** Throws away texts that were staged by an import which came to nothing. */
export function discardStagedTexts(writer: Writer): void {
  writer.statement('DELETE FROM document_text WHERE staged = 1').run();
}

/** The text of a document. */
export function readText(reader: Reader, document: DocumentId): string | undefined {
  return reader.query<{ text: string }>('SELECT text FROM document WHERE id = ?').first(document)?.text;
}

/** Keeps the text of a document that is about to be removed, unless another document has the same. */
export function keepText(writer: Writer, document: DocumentId): void {
  writer
    .statement(
      `INSERT INTO document_text (sha256, staged, text)
       SELECT sha256, 0, text FROM document
       WHERE id = @id AND NOT EXISTS (
         SELECT 1 FROM document AS other WHERE other.sha256 = document.sha256 AND other.id <> @id)
       ON CONFLICT (sha256) DO UPDATE SET staged = 0`,
    )
    .run({ id: document });
}

/** Lets go of a kept text, now that a document holds it. */
export function releaseText(writer: Writer, sha256: string): void {
  writer.statement('DELETE FROM document_text WHERE sha256 = ?').run(sha256);
}

/** A text that the file holds: of a document, of a removed one, or staged. */
export function readHeldText(reader: Reader, sha256: string): string | undefined {
  return reader
    .query<{ text: string }>(
      `SELECT text FROM document_text WHERE sha256 = @sha256
       UNION ALL SELECT text FROM document WHERE sha256 = @sha256 LIMIT 1`,
    )
    .first({ sha256 })?.text;
}

/** The texts of removed documents, which the journal can bring back, in the order of their sha256. */
export function* readRemovedTexts(
  reader: Reader,
): Generator<{ readonly sha256: string; readonly text: string }> {
  const held = reader
    .query<{ sha256: string }>('SELECT sha256 FROM document_text WHERE staged = 0 ORDER BY sha256')
    .all();
  for (const { sha256 } of held) yield { sha256, text: readHeldText(reader, sha256) ?? '' };
}
