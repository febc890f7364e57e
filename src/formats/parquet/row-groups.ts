import { ByteWriter } from 'hyparquet-writer/src/bytewriter.js';
import { ParquetWriter } from 'hyparquet-writer/src/parquet-writer.js';
import type { Feature } from '../dataset/features';
import { schemaOf } from './schema';

/** How much one row group holds, at most, unless a single row is larger. */
const mostRows = 1000;
const mostWeight = 4_000_000;

/** A row and roughly how much it weighs, in characters. */
export interface Weighed {
  readonly row: Readonly<Record<string, unknown>>;
  readonly weight: number;
}

/** Rows as a Parquet file, piece by piece: one row group is in memory at a time. */
export function* parquetPieces(rows: Iterable<Weighed>, features: readonly Feature[]): Generator<Uint8Array> {
  const bytes = new ByteWriter();
  const writer = new ParquetWriter({ writer: bytes, schema: schemaOf(features), createdBy: 'Postil' });
  const taken = (): Uint8Array => {
    const piece = bytes.getBytes().slice();
    bytes.index = 0;
    return piece;
  };
  let group: Weighed['row'][] = [];
  let weight = 0;
  const end = (): Uint8Array => {
    const columnData = features.map(({ name }) => ({ name, data: group.map((row) => row[name] ?? null) }));
    // Where nothing is flushed, the writer is done when it returns.
    void writer.write({ columnData, rowGroupSize: mostRows });
    [group, weight] = [[], 0];
    return taken();
  };
  for (const one of rows) {
    group.push(one.row);
    weight += one.weight;
    if (group.length === mostRows || weight >= mostWeight) yield end();
  }
  if (group.length > 0) yield end();
  void writer.finish();
  yield taken();
}
