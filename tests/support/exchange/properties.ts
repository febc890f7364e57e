import fc from 'fast-check';
import { v5 as uuidOf } from 'uuid';
import { expect } from 'vitest';
import type { Options } from '../../../src/core/exchange/options';
import type { Format } from '../../../src/formats/exchange/format';
import { withHostileNames } from '../arbitrary/hostile-names';
import { sampleProject, type SampleProject } from '../arbitrary/project';
import { fileOf, parsedOf } from './files';
import { damaged, fuzz } from './fuzz';
import { projectOf, roundTrip } from './round-trip';

/**
 * The same projects each time: what one finds stays found, and nobody's change is held up by another's project. Other
 * seeds are for whoever looks for more. Each run writes two projects to the disk.
 */
export const sameRuns = { seed: 20_261_122, numRuns: 20, endOnFailure: true } as const;

/** The same with a name of its own for everything: namesakes cannot be told apart by what most formats have. */
export function named(sample: SampleProject): SampleProject {
  const withName = <Named extends { readonly id: string }>(record: Named) => ({
    ...record,
    names: { en: record.id },
    origin: null,
  });
  const { type, role, attribute } = sample.records;
  return {
    ...sample,
    records: {
      ...sample.records,
      type: type.map(withName),
      role: role.map(withName),
      attribute: attribute.map(withName),
    },
  };
}

/** Checks that random projects come back from a format as they were, minus what its report of losses names. */
export const holdsForAny = (format: string, options: Options = {}): Promise<void> =>
  fc.assert(
    fc.asyncProperty(fc.gen(), async (generator) => {
      const project = await projectOf(named(sampleProject(generator)));
      const { differences, contradictions } = await roundTrip(format, options, project);
      expect({ differences, contradictions }).toEqual({ differences: [], contradictions: [] });
    }),
    sameRuns,
  );

/** Checks the same of projects in which many things have one name, and names are what formats trip over. */
export const holdsForAnyNames = (
  format: string,
  options: Options = {},
  change: (sample: SampleProject) => SampleProject = (sample) => sample,
): Promise<void> =>
  fc.assert(
    fc.asyncProperty(fc.gen(), async (generator) => {
      const sample = withHostileNames(sampleProject(generator), (arbitrary) => generator(() => arbitrary));
      fc.pre(sample.records.document.length > 0);
      const { differences, contradictions } = await roundTrip(
        format,
        options,
        await projectOf(change(sample)),
      );
      expect({ differences, contradictions }).toEqual({ differences: [], contradictions: [] });
    }),
    sameRuns,
  );

/** The same project with such ids of its codebook as Postil gives. */
export function withRealIds(sample: SampleProject): SampleProject {
  const records = JSON.stringify(sample.records).replace(/"(?:type|role|attribute|term)\d"/gu, (id) =>
    JSON.stringify(uuidOf(id, namespace)),
  );
  return { ...sample, records: JSON.parse(records) as SampleProject['records'] };
}

const namespace = '0b1f6d8e-3c59-4d4c-8a3f-5e2b7c9a1d60';

/** Checks that a format's parser neither throws nor hangs over files that were sound once. */
export const survivesDamage = (format: Format, path: string, sound: string): Promise<void> =>
  fuzz(
    fc.asyncProperty(damaged(sound), async (content) => {
      for (const parsed of await parsedOf(format, [fileOf(path, content)]))
        if (parsed.kind === 'warning') expect(parsed.problem.params['file']).toBe(path);
    }),
  );
