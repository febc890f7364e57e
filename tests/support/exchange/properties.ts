import fc from 'fast-check';
import { expect } from 'vitest';
import type { Options } from '../../../src/core/exchange/options';
import type { Format } from '../../../src/formats/exchange/format';
import { sampleProject } from '../arbitrary/project';
import { fileOf, parsedOf } from './files';
import { damaged, fuzz } from './fuzz';
import { projectOf, roundTrip } from './round-trip';

/** Each run writes two projects to the disk. */
const numRuns = process.env['CI'] === 'true' ? 100 : 10;

/** Checks that random projects come back from a format as they were, minus what its report of losses names. */
export const holdsForAny = (format: string, options: Options = {}): Promise<void> =>
  fc.assert(
    fc.asyncProperty(fc.gen(), async (generator) => {
      const project = await projectOf(sampleProject(generator));
      const { differences, contradictions } = await roundTrip(format, options, project);
      expect({ differences, contradictions }).toEqual({ differences: [], contradictions: [] });
    }),
    { numRuns, endOnFailure: true },
  );

/** Checks that a format's parser neither throws nor hangs over files that were sound once. */
export const survivesDamage = (format: Format, path: string, sound: string): Promise<void> =>
  fuzz(
    fc.asyncProperty(damaged(sound), async (content) => {
      for (const parsed of await parsedOf(format, [fileOf(path, content)]))
        if (parsed.kind === 'warning') expect(parsed.problem.params['file']).toBe(path);
    }),
  );
