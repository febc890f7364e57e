import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { sampleProject } from '../../../tests/support/arbitrary/project';
import { addDocuments, newProject, tag, valueOf } from '../../../tests/support/engine';
import { projectOf, roundTrip } from '../../../tests/support/exchange/round-trip';
import { importFiles, inspectFiles } from '../../../tests/support/import';

// Each project is a file, and each change waits for the disk.
vi.setConfig({ testTimeout: 120_000 });

const noLoss = ['history', 'version'];

describe.each(['jsonl', 'parquet'])('a data set as %s', (format) => {
  it('comes back with everything but earlier versions and the history', async () => {
    const { differences, contradictions, losses, warnings } = await roundTrip(format);
    expect({ differences, contradictions, warnings }).toEqual({
      differences: [],
      contradictions: [],
      warnings: [],
    });
    expect(losses.every(({ thing }) => noLoss.includes(thing))).toBe(true);
  });

  it('brings back projects of any kind', async () => {
    await fc.assert(
      fc.asyncProperty(fc.gen(), async (generator) => {
        const { differences, contradictions } = await roundTrip(
          format,
          {},
          await projectOf(sampleProject(generator)),
        );
        expect({ differences, contradictions }).toEqual({ differences: [], contradictions: [] });
      }),
      { numRuns: 8, endOnFailure: true },
    );
  });

  it('brings back documents without annotations among those that have some', async () => {
    const project = newProject();
    const texts = Array.from(
      { length: 60 },
      (_, index) => [`${index}.txt`, `Anna met Ann. ${index}`] as const,
    );
    for (const [index, { id }] of addDocuments(project, Object.fromEntries(texts)).entries())
      for (const [start, end] of index % 3 === 0
        ? ([
            [0, 4],
            [9, 12],
            [0, 12],
          ] as const)
        : [])
        tag(project, id, start, end);
    const { differences, warnings } = await roundTrip(format, {}, project);
    expect({ differences, warnings }).toEqual({ differences: [], warnings: [] });
  });

  it('is recognised, and brings its codebook into a new project', async () => {
    const { out } = await roundTrip(format);
    const project = newProject();
    const { files } = valueOf(await inspectFiles(project, [out]));
    expect(files).toMatchObject([{ kind: 'exchange', format, documents: 1, problemCount: 0 }]);
    const report = valueOf(await importFiles(project, [out]));
    expect(report).toMatchObject({ problems: [], added: { document: 1, annotation: 4, link: 3 } });
  });

  it('has a card that declares the features of the rows', async () => {
    const { out } = await roundTrip(format);
    const card = readFileSync(join(out, 'README.md'), 'utf8');
    const [, head = ''] = card.split(/^---$/m);
    for (const [, file = ''] of head.matchAll(/data_files: (\S+)/g))
      expect(existsSync(join(out, file))).toBe(true);
    expect(head).toContain('  - name: annotations\n    list:\n    - name: id\n      dtype: string\n');
  });
});
