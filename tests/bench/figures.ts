import { appendFileSync, existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { root } from '../e2e/support/places';
import type { Summary } from './statistics';

/** One figure: what was measured where, in which unit. */
export interface Figure {
  readonly host: string;
  readonly of: string;
  readonly what: string;
  readonly unit: 'ms' | 'MB' | '%' | 's';
  readonly value: Summary | number;
}

const file = join(root, 'test-results', 'bench', 'figures.jsonl');

export const resultFile = join(root, 'test-results', 'bench.json');

/** Forgets the figures of earlier runs. */
export function forgetFigures(): void {
  mkdirSync(dirname(file), { recursive: true });
  rmSync(file, { force: true });
}

export function record(figure: Figure): void {
  mkdirSync(dirname(file), { recursive: true });
  appendFileSync(file, `${JSON.stringify(figure)}\n`);
}

export function recordedFigures(): Figure[] {
  if (!existsSync(file)) return [];
  const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean);
  return lines.map((line) => JSON.parse(line) as Figure);
}
