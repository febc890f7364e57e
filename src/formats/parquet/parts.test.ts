import { describe, expect, it } from 'vitest';
import { fileOf } from '../../../tests/support/exchange/files';
import { partsOf } from './parts';

/** What fails without anybody to hear of it while something is done: it would end the process. */
async function unheard(act: () => void): Promise<readonly unknown[]> {
  const found: unknown[] = [];
  const hear = (error: unknown): void => void found.push(error);
  const others = process.listeners('unhandledRejection');
  process.removeAllListeners('unhandledRejection').on('unhandledRejection', hear);
  act();
  await new Promise((resolve) => setImmediate(resolve));
  process.removeAllListeners('unhandledRejection');
  for (const other of others) process.on('unhandledRejection', other);
  return found;
}

describe('a part that lies outside of a Parquet file', () => {
  const parts = partsOf(fileOf('documents.parquet', new Uint8Array(8)));

  it('is refused to whoever waits for it', async () => {
    await expect(parts.slice(4, 9)).rejects.toThrow(RangeError);
    expect(new Uint8Array(await parts.slice(4)).length).toBe(4);
  });

  it('ends nothing where the reader asks for it ahead, and gives the file up before it comes', async () => {
    expect(await unheard(() => void parts.slice(4, 9))).toEqual([]);
    expect(await unheard(() => void Promise.reject(new Error('unheard')))).toHaveLength(1);
  });
});
