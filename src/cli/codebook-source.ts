import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { InvalidArgumentError } from 'commander';
import type { CodebookSource } from '../contract/codebook-calls';
import { problem } from '../core/problem';
import { readyMadeNames } from '../engine/codebooks/ready-made';
import { sentenceOf } from './words';

/** The name that stands for a codebook without types. */
const empty = 'empty';

/** Everything but a file that may be named as a codebook. */
export const knownCodebooks = [...readyMadeNames, empty].join(', ');

/**
 * A codebook as it is named on the command line: a ready-made one by its name, `empty`, or a file. What is none of
 * these, and does not look like a path either, is a mistake in the command.
 */
export function sourceOf(named: string): CodebookSource {
  if (named === empty) return { from: 'empty' };
  if (readyMadeNames.includes(named)) return { from: 'ready-made', name: named };
  if (existsSync(named) || /[/\\.]/u.test(named)) return { from: 'file', path: resolve(named) };
  throw new InvalidArgumentError(
    sentenceOf(problem('codebook-unknown', { name: named, known: knownCodebooks })),
  );
}
