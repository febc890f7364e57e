import { parquetHeader } from 'hyparquet/src/column.js';
import { decompressPage } from 'hyparquet/src/datapage.js';
import { getMaxDefinitionLevel, getMaxRepetitionLevel } from 'hyparquet/src/schema.js';
import { readVarInt } from 'hyparquet/src/thrift.js';
import type { ColumnMetaData, SchemaTree } from 'hyparquet';

/** How much of a row group may be unpacked; what is checked is taken from it. */
export interface Budget {
  /** In bytes. */
  bytes: number;
  values: number;
}

/** Why a row group is not read. */
export class TooMuch extends Error {}

/** How much a row group may become when it is unpacked: it is in memory as a whole. */
export const largestRowGroup = { bytes: 64_000_000, values: 600_000 } as const;

/** How deep lists and structures may lie in each other: twice as deep as ours. */
const deepest = 16;

/** What a run may claim beyond the values that there are: writers fill up the last one. */
const filling = 512;

/**
 * Encodings whose values cannot grow beyond what the page holds; of the others, each value may repeat the one before,
 * so that a page of nothing unpacks to everything.
 */
const bounded: ReadonlySet<unknown> = new Set(['PLAIN', 'PLAIN_DICTIONARY', 'RLE_DICTIONARY', 'RLE']);

interface Place {
  readonly view: DataView;
  offset: number;
}

const placeIn = (bytes: Uint8Array): Place => ({
  view: new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength),
  offset: 0,
});

const widthOf = (most: number): number => 32 - Math.clz32(most);

/**
 * Goes through runs as RLE / bit-packed hybrid has them, and refuses those that claim more values than there are. They
 * may be of fewer: what is null has no value, and a page of nothing else has no runs.
 */
function checkRuns(place: Place, width: number, count: number): void {
  for (let seen = 0; seen < count && place.offset < place.view.byteLength;) {
    const header = readVarInt(place);
    const claimed = header & 1 ? (header >>> 1) * 8 : header >>> 1;
    if (claimed === 0 || seen + claimed > count + filling)
      throw new Error('parquet run of an unlikely length');
    place.offset += header & 1 ? (header >>> 1) * width : (width + 7) >> 3;
    seen += claimed;
  }
}

/** Levels in a page of the first version begin with their length. */
function checkLevels(place: Place, most: number, count: number): void {
  if (most === 0) return;
  const length = place.view.getUint32(place.offset, true);
  const start = place.offset + 4;
  checkRuns({ view: place.view, offset: start }, widthOf(most), count);
  place.offset = start + length;
}

function checkIndexes(place: Place, encoding: unknown, count: number): void {
  if (encoding !== 'PLAIN_DICTIONARY' && encoding !== 'RLE_DICTIONARY') return;
  if (place.offset >= place.view.byteLength) return;
  const width = place.view.getUint8(place.offset);
  if (width > 0) checkRuns({ view: place.view, offset: place.offset + 1 }, width, count);
}

/** A count out of a header: what is none is refused. */
function countOf(value: unknown): number {
  if (typeof value === 'number' && Number.isSafeInteger(value) && value >= 0) return value;
  throw new Error('parquet count that is none');
}

/**
 * Goes through the pages of a column's part in a row group without unpacking values, and throws where they would
 * become more than the budget: their reader takes every count in a file for true, be it two thousand million.
 */
export function checkPages(
  chunk: Uint8Array,
  { codec }: ColumnMetaData,
  schemaPath: readonly SchemaTree[],
  budget: Budget,
): void {
  if (schemaPath.length > deepest) throw new TooMuch();
  const path = [...schemaPath];
  const [repetition, definition] = [getMaxRepetitionLevel(path), getMaxDefinitionLevel(path)];
  const spend = (bytes: number, values: number): void => {
    budget.bytes -= bytes;
    budget.values -= values;
    if (budget.bytes < 0 || budget.values < 0) throw new TooMuch();
  };
  const reader = placeIn(chunk);
  while (reader.offset < chunk.length - 1) {
    const header = parquetHeader(reader);
    const packed = countOf(header.compressed_page_size);
    const unpacked = countOf(header.uncompressed_page_size);
    const bytes = chunk.subarray(reader.offset, reader.offset + packed);
    reader.offset += packed;
    spend(unpacked, 0);
    const [first, second, dictionary] = [
      header.data_page_header,
      header.data_page_header_v2,
      header.dictionary_page_header,
    ];
    if (dictionary) spend(0, countOf(dictionary.num_values));
    const data = first ?? second;
    if (!data) continue;
    if (!bounded.has(data.encoding)) throw new Error(`parquet unsupported encoding: ${data.encoding}`);
    const count = countOf(data.num_values);
    spend(0, count);
    if (first) {
      const place = placeIn(decompressPage(bytes, unpacked, codec, undefined));
      checkLevels(place, repetition, count);
      checkLevels(place, definition, count);
      checkIndexes(place, first.encoding, count);
    } else if (second) {
      const place = placeIn(bytes);
      const lengths = [
        countOf(second.repetition_levels_byte_length),
        countOf(second.definition_levels_byte_length),
      ];
      if (repetition > 0) checkRuns({ ...place, offset: 0 }, widthOf(repetition), count);
      if (definition > 0) checkRuns({ ...place, offset: lengths[0] ?? 0 }, widthOf(definition), count);
      const rest = bytes.subarray((lengths[0] ?? 0) + (lengths[1] ?? 0));
      const isPacked = second.is_compressed && codec !== 'UNCOMPRESSED';
      const size = unpacked - (lengths[0] ?? 0) - (lengths[1] ?? 0);
      checkIndexes(
        placeIn(isPacked ? decompressPage(rest, countOf(size), codec, undefined) : rest),
        second.encoding,
        count,
      );
    }
  }
}
