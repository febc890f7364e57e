import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import type { ColumnMetaData, SchemaTree } from 'hyparquet';
import { describe, expect, it, vi } from 'vitest';
import { newProject, valueOf } from '../../../tests/support/engine';
import { documentsIn, fileOf, parsedOf, warningsIn } from '../../../tests/support/exchange/files';
import { damagedBytes, fuzz, fuzzTimeout } from '../../../tests/support/exchange/fuzz';
import { roundTrip } from '../../../tests/support/exchange/round-trip';
import { folderWith, importFiles } from '../../../tests/support/import';
import { checkPages, TooMuch } from './check-pages';
import { parquet } from './format';

// Each project is a file, and each change waits for the disk.
vi.setConfig({ testTimeout: 120_000 });

const sound = async (): Promise<Uint8Array> => {
  const { out } = await roundTrip('parquet');
  return readFileSync(join(out, 'documents.parquet'));
};

describe('a project as Parquet', () => {
  it('comes back where only some annotations have attributes, and texts begin with U+FEFF', async () => {
    const words = Array.from({ length: 20 }, (_, index) => `T${index + 1}\tPlace 0 4\tOslo\n`);
    const facts = words
      .slice(0, 12)
      .map((_, index) => `A${index + 1}\t${index % 2 ? 'Sure' : 'Old'} T${index + 1}\n`);
    const notes = ['#1\tAnnotatorNotes T1\t\ufeffnote\n'];
    const ann = [...words, ...facts, ...notes].join('');
    const project = newProject();
    valueOf(await importFiles(project, [folderWith({ 'a.txt': 'Oslo', 'a.ann': ann })]));
    const { differences, contradictions, warnings } = await roundTrip('parquet', {}, project);
    expect({ differences, contradictions, warnings }).toEqual({
      differences: [],
      contradictions: [],
      warnings: [],
    });
  });
});

describe('a damaged Parquet file', () => {
  it(
    'gives documents and warnings, and nothing is thrown',
    async () => {
      const bytes = await sound();
      await fuzz(
        fc.asyncProperty(damagedBytes(bytes), async (damaged) => {
          const parsed = await parsedOf(parquet, [fileOf('documents.parquet', damaged)]);
          for (const { params } of warningsIn(parsed)) expect(params['file']).toBe('documents.parquet');
        }),
      );
    },
    fuzzTimeout,
  );

  it('is told of where a column has fewer than no parts, for which its reader would look for ever', async () => {
    const bytes = Uint8Array.from(await sound());
    // The name of the first list and, in the compact protocol of Thrift, the field after it: 1, in zigzag.
    const list = [...new TextEncoder().encode('metadata'), 0x15, 2];
    const parts = bytes.findIndex((_, at) => list.every((byte, index) => bytes[at + index] === byte));
    expect(parts).toBeGreaterThan(0);
    bytes[parts + list.length - 1] = 1;
    const parsed = await parsedOf(parquet, [fileOf('documents.parquet', bytes)]);
    expect(warningsIn(parsed)).toMatchObject([{ code: 'format-broken' }]);
  });

  it('is told at its row, and the rows before it are read', async () => {
    const bytes = Uint8Array.from(await sound());
    bytes.fill(0xff, 4, 24);
    const parsed = await parsedOf(parquet, [fileOf('documents.parquet', bytes)]);
    expect(documentsIn(parsed)).toEqual([]);
    expect(warningsIn(parsed)).toMatchObject([
      { code: 'format-broken', params: { file: 'documents.parquet', line: 1 } },
    ]);
  });
});

describe('a page of a Parquet file', () => {
  const column = { codec: 'UNCOMPRESSED' } as ColumnMetaData;
  const element = { name: 'x', repetition_type: 'OPTIONAL', type: 'INT32' } as const;
  const path: readonly SchemaTree[] = [
    { count: 2, path: [], children: [], element: { name: 'schema' } },
    { count: 1, path: ['x'], children: [], element },
  ];
  /** One value, whose level is told by a run of this header. */
  const page = (run: readonly number[]): Uint8Array => {
    const levels = [run.length + 1, 0, 0, 0, ...run, 1];
    const content = [...levels, 7, 0, 0, 0];
    const zigzag = (value: number): number => value * 2;
    const header = [0x15, 0, 0x15, zigzag(content.length), 0x15, zigzag(content.length)];
    return Uint8Array.from([...header, 0x2c, 0x15, zigzag(1), 0x15, 0, 0x15, 6, 0x15, 6, 0, 0, ...content]);
  };
  const check = (bytes: Uint8Array, budget = { bytes: 1000, values: 1000 }): void =>
    checkPages(bytes, column, path, budget);

  it('is sound where its runs are as long as it has values', () => {
    expect(() => check(page([2]))).not.toThrow();
  });

  it('is refused where a run claims a thousand million values', () => {
    expect(() => check(page([0x80, 0x80, 0x80, 0x80, 0x04]))).toThrow('unlikely');
  });

  it('is refused where it is more than may be unpacked', () => {
    expect(() => check(page([2]), { bytes: 5, values: 1000 })).toThrow(TooMuch);
    expect(() => check(page([2]), { bytes: 1000, values: 0 })).toThrow(TooMuch);
  });
});
