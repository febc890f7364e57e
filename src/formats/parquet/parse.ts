import type { AsyncBuffer, FileMetaData } from 'hyparquet';
import { DEFAULT_PARSERS } from 'hyparquet/src/convert.js';
import { parquetMetadataAsync, parquetSchema } from 'hyparquet/src/metadata.js';
import { parquetReadObjects } from 'hyparquet/src/read.js';
import { getTreePath } from 'hyparquet/src/schema.js';
import { problem } from '../../core/problem';
import { messageOf } from '../../core/thrown';
import { documentFeatures, entryFeatures } from '../dataset/features';
import type { ParseFile } from '../dataset/parse-rows';
import type { Parsed } from '../exchange/drafts';
import { checkPages, largestRowGroup, TooMuch, type Budget } from './check-pages';
import { partsOf } from './parts';

/** The largest description of what is in a file, in bytes. */
const largestFooter = 4_000_000;

/** The columns that are read. What else there is in a file may be of any size. */
const columnsOfOurs: ReadonlySet<string> = new Set(
  [...documentFeatures, ...entryFeatures].map(({ name }) => name),
);

const tooMuch = `> ${largestRowGroup.bytes} bytes or ${largestRowGroup.values} values in a row group`;

const mark = [0xef, 0xbb, 0xbf];

/** Texts as they are: the reader takes a first U+FEFF for the mark of an encoding, and drops it. */
const parsers = {
  stringFromBytes(bytes: Uint8Array): unknown {
    const text: unknown = DEFAULT_PARSERS.stringFromBytes(bytes);
    const isMarked = typeof text === 'string' && mark.every((byte, index) => bytes[index] === byte);
    return isMarked ? `\ufeff${text}` : text;
  },
};

async function readFooter(parts: AsyncBuffer): Promise<FileMetaData> {
  const end = new DataView(await parts.slice(Math.max(0, parts.byteLength - 8), parts.byteLength));
  if (end.getUint32(0, true) > largestFooter) throw new Error(`parquet footer > ${largestFooter} bytes`);
  // Looking for columns of maps, the reader would go round for ever where a column has fewer than no parts.
  return parquetMetadataAsync(parts, { geoparquet: false });
}

/** Throws where what is read of a row group would be more than it may. */
async function checkRowGroup(
  group: FileMetaData['row_groups'][number],
  columns: readonly string[],
  metadata: FileMetaData,
  parts: AsyncBuffer,
): Promise<void> {
  const budget: Budget = { ...largestRowGroup };
  budget.values -= Number(group.num_rows) * columns.length;
  if (!(budget.values >= 0)) throw new TooMuch();
  const schema = parquetSchema(metadata);
  for (const { meta_data: column } of group.columns) {
    if (!column || !columns.includes(column.path_in_schema[0] ?? '')) continue;
    const start = Number(column.dictionary_page_offset ?? column.data_page_offset);
    const chunk = new Uint8Array(await parts.slice(start, start + Number(column.total_compressed_size)));
    checkPages(chunk, column, getTreePath(schema, column.path_in_schema), budget);
  }
}

/** Reads a file row group by row group. What its reader cannot make sense of ends the file with a warning. */
export const parseFile: ParseFile = async function* (file, read, book) {
  let done = 0;
  const broken = (detail: string): Parsed => ({
    kind: 'warning',
    problem: problem('format-broken', { file: file.path, line: done + 1, detail: detail.slice(0, 200) }),
  });
  // What cannot be opened at all is told by who opens it.
  await file.part(0, 0);
  const parts = partsOf(file);
  try {
    const metadata = await readFooter(parts);
    const columns = parquetSchema(metadata)
      .children.map(({ element }) => element.name)
      .filter((name) => columnsOfOurs.has(name));
    for (const group of metadata.row_groups) {
      await checkRowGroup(group, columns, metadata, parts);
      const [rowStart, rowEnd] = [done, done + Number(group.num_rows)];
      const rows = await parquetReadObjects({ file: parts, metadata, columns, rowStart, rowEnd, parsers });
      for (const row of rows) {
        done += 1;
        yield* read(row, { file: file.path, line: done }, book);
      }
    }
  } catch (error) {
    // The reader throws errors of many kinds for files that are damaged.
    yield broken(error instanceof TooMuch ? tooMuch : messageOf(error));
  }
};
