import { cardFile, datasetCard } from '../dataset/card';
import { codebookFile, codebookPieces } from '../dataset/codebook-file';
import { documentFeatures, entryFeatures } from '../dataset/features';
import { documentRowOf, entriesInOrder, entryRowOf } from '../dataset/rows';
import { Words } from '../dataset/words';
import type { Contents } from '../exchange/contents';
import type { Piece, SerializeContext } from '../exchange/format';
import { parquetPieces, type Weighed } from './row-groups';

/** What an annotation weighs in a row group, in characters: its ids, times and names. */
const annotationWeight = 400;

/** Writes the same folder as the JSON Lines, with rows as Parquet. */
export function* serialize(contents: Contents, { language }: SerializeContext): Generator<Piece> {
  const words = new Words(contents, language);
  for (const data of codebookPieces(contents.codebook)) yield { file: codebookFile, data };
  const hasEntries = contents.entries()[Symbol.iterator]().next().done === false;
  const entries = function* (): Generator<Weighed> {
    for (const entry of entriesInOrder(contents))
      yield { row: { ...entryRowOf(entry, words) }, weight: annotationWeight };
  };
  const documents = function* (): Generator<Weighed> {
    for (const one of contents.documents())
      yield {
        row: { ...documentRowOf(one, contents, words) },
        weight: one.text.length + one.annotations.length * annotationWeight,
      };
  };
  if (hasEntries)
    for (const data of parquetPieces(entries(), entryFeatures)) yield { file: 'entries.parquet', data };
  for (const data of parquetPieces(documents(), documentFeatures)) yield { file: 'documents.parquet', data };
  yield { file: cardFile, data: datasetCard(contents, '.parquet', hasEntries) };
}
