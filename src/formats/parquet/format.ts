import { datasetFormat } from '../dataset/format';
import { parseFile } from './parse';
import { serialize } from './serialize';

/** Parquet for `datasets` of Hugging Face and for data frames: the rows of `jsonl`, with the same card. */
export const parquet = datasetFormat({
  name: 'parquet',
  title: 'Hugging Face Parquet',
  isRows: (path) => /\.parquet$/i.test(path),
  isBinary: true,
  // What columns it has is told at its end: only what stands beside it can tell whose it is.
  fits: async (file, isExpected) => isExpected && (await file.head()).startsWith('PAR1'),
  parseFile,
  serialize,
});
