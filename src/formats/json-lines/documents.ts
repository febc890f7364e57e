import type { DocumentDraft, Parsed } from '../exchange/drafts';
import type { SourceFile } from '../exchange/format';
import { GrowingCodebook } from '../exchange/growing-codebook';
import { textIn, type JsonObject } from './json';
import { readRecords } from './records';
import { SpanReader } from './span-reader';

/** Makes a document of one object of a file whose text is `text`; `count` is its number in the file, from 1. */
export type ReadDocument = (
  record: JsonObject,
  text: string,
  reader: SpanReader,
  codebook: GrowingCodebook,
  count: number,
) => DocumentDraft;

/** What goes out of a parser for a document: first what is new in the codebook. */
export function* withCodebook(codebook: GrowingCodebook, document: DocumentDraft): Generator<Parsed> {
  const grown = codebook.grown();
  if (grown) yield { kind: 'codebook', codebook: grown };
  yield { kind: 'document', document };
}

/** Reads files each of whose objects is a document with a text under one of some names. */
export async function* readDocuments(
  files: readonly SourceFile[],
  format: string,
  language: string,
  read: ReadDocument,
  textMembers: readonly string[] = ['text'],
): AsyncGenerator<Parsed> {
  for (const file of files) {
    const codebook = new GrowingCodebook(format, language);
    let count = 0;
    for await (const item of readRecords(file)) {
      if (item.kind === 'warning') {
        yield item;
        continue;
      }
      const text = textMembers.map((member) => textIn(item.value[member])).find((one) => one !== undefined);
      const reader = new SpanReader(text ?? '', { file: file.path, line: item.line });
      count += 1;
      if (text === undefined) reader.unfit('', textMembers.join(' / '));
      const draft = text === undefined ? null : read(item.value, text, reader, codebook, count);
      for (const problem of reader.warnings) yield { kind: 'warning', problem };
      if (draft) yield* withCodebook(codebook, draft);
    }
  }
}
