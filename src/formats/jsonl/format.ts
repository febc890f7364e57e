import { carriesAll } from '../dataset/carries';
import { claimFolders } from '../dataset/folder';
import { parseRows } from '../dataset/json-rows';
import { parseDataset } from '../dataset/parse-rows';
import type { Format } from '../exchange/format';
import { serialize } from './serialize';

const isRows = (path: string): boolean => /\.(?:jsonl|ndjson)$/i.test(path);

/** A row as Postil writes it begins so. */
const ownBeginning = /^\s*\{"(?:document_id|entry_id)":"[^"]*","(?:document_name|kind)":/u;

/** JSON Lines for `datasets` of Hugging Face: one object per document, with a dataset card that declares its features. */
export const jsonl: Format = {
  name: 'jsonl',
  title: 'Hugging Face JSONL',
  import: {
    linksDocuments: true,
    options: [],
    claim: (files, isAsked) =>
      claimFolders(
        files,
        async (file, hasCodebook) =>
          isRows(file.path) && (isAsked || hasCodebook || ownBeginning.test(await file.head())),
      ),
    parse: (files, context) => parseDataset('jsonl', isRows, parseRows, files, context),
  },
  export: {
    options: [],
    target: () => 'folder',
    ending: () => '',
    carries: () => carriesAll,
    serialize,
  },
};
