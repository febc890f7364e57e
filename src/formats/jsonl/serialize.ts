import { cardFile, datasetCard } from '../dataset/card';
import { codebookFile, codebookPieces } from '../dataset/codebook-file';
import { documentRowOf, entriesInOrder, entryRowOf } from '../dataset/rows';
import { Words } from '../dataset/words';
import type { Contents } from '../exchange/contents';
import type { Piece, SerializeContext } from '../exchange/format';

/** Writes a folder that `datasets.load_dataset` and Postil read: a card, the codebook, the registry, the documents. */
export function* serialize(contents: Contents, { language }: SerializeContext): Generator<Piece> {
  const words = new Words(contents, language);
  let hasEntries = false;
  for (const data of codebookPieces(contents.codebook)) yield { file: codebookFile, data };
  for (const entry of entriesInOrder(contents)) {
    hasEntries = true;
    yield { file: 'entries.jsonl', data: `${JSON.stringify(entryRowOf(entry, words))}\n` };
  }
  // Of a project without documents, the file is there all the same: the card names it.
  yield { file: 'documents.jsonl', data: '' };
  for (const one of contents.documents())
    yield { file: 'documents.jsonl', data: `${JSON.stringify(documentRowOf(one, contents, words))}\n` };
  yield { file: cardFile, data: datasetCard(contents, '.jsonl', hasEntries) };
}
