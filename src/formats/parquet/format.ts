import { carriesAll } from '../dataset/carries';
import { claimFolders } from '../dataset/folder';
import { parseDataset } from '../dataset/parse-rows';
import type { Format } from '../exchange/format';
import { parseFile } from './parse';
import { serialize } from './serialize';

const isParquet = (path: string): boolean => /\.parquet$/i.test(path);

/** Parquet for `datasets` of Hugging Face and for data frames: the rows of `jsonl`, with the same card. */
export const parquet: Format = {
  name: 'parquet',
  title: 'Hugging Face Parquet',
  import: {
    linksDocuments: true,
    options: [],
    isBinary: isParquet,
    claim: (files, isAsked) =>
      // What columns it has is told at its end: only what stands beside it can tell whose it is.
      claimFolders(
        files,
        async (file, hasCodebook) =>
          isParquet(file.path) && (isAsked || hasCodebook) && (await file.head()).startsWith('PAR1'),
      ),
    parse: (files, context) => parseDataset('parquet', isParquet, parseFile, files, context),
  },
  export: {
    options: [],
    target: () => 'folder',
    ending: () => '',
    carries: () => carriesAll,
    serialize,
  },
};
