import { datasetFormat } from '../dataset/format';
import { parseRows } from '../dataset/json-rows';
import { serialize } from './serialize';

/** A row as Postil writes it begins so. */
const ownBeginning = /^\s*\{"(?:document_id|entry_id)":"[^"]*","(?:document_name|kind)":/u;

/** JSON Lines for `datasets` of Hugging Face: one object per document, with a dataset card that declares its features. */
export const jsonl = datasetFormat({
  name: 'jsonl',
  title: 'Hugging Face JSONL',
  isRows: (path) => /\.(?:jsonl|ndjson)$/i.test(path),
  isBinary: false,
  fits: async (file, isExpected) => isExpected || ownBeginning.test(await file.head()),
  parseFile: parseRows,
  serialize,
});
