import type { AsyncBuffer } from 'hyparquet';
import type { SourceFile } from '../exchange/format';
import { largestRowGroup, TooMuch } from './check-pages';

/** A file as its reader wants it: the parts that it asks for, as it asks for them. */
export function partsOf(file: SourceFile): AsyncBuffer {
  const read = async (start: number, end: number): Promise<ArrayBuffer> => {
    if (!(start >= 0 && end >= start && end <= file.size))
      throw new RangeError('parquet range outside the file');
    if (end - start > largestRowGroup.bytes) throw new TooMuch();
    const part = await file.part(start, end);
    const bytes = new Uint8Array(part.length);
    bytes.set(part);
    return bytes.buffer;
  };
  return {
    byteLength: file.size,
    slice(start, end = file.size) {
      const part = read(start, end);
      // The reader asks for parts that it may come to need, and waits for none of them once one thing is wrong: what
      // nobody waits for ends the process where it fails.
      part.catch(() => undefined);
      return part;
    },
  };
}
