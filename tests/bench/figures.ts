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

/** The version of Chromium that paints in each host. */
const enginesFile = join(root, 'test-results', 'bench', 'engines.jsonl');

export const resultFile = join(root, 'test-results', 'bench.json');

/** Forgets the figures of earlier runs. */
export function forgetFigures(): void {
  mkdirSync(dirname(file), { recursive: true });
  rmSync(file, { force: true });
  rmSync(enginesFile, { force: true });
}

export function record(figure: Figure): void {
  mkdirSync(dirname(file), { recursive: true });
  appendFileSync(file, `${JSON.stringify(figure)}\n`);
}

export function noteEngine(host: string, engine: string): void {
  mkdirSync(dirname(enginesFile), { recursive: true });
  appendFileSync(enginesFile, `${JSON.stringify([host, engine])}\n`);
}

const linesOf = (path: string): readonly string[] =>
  existsSync(path) ? readFileSync(path, 'utf8').split('\n').filter(Boolean) : [];

export const recordedFigures = (): Figure[] => linesOf(file).map((line) => JSON.parse(line) as Figure);

/** Chromium's version by host. */
export const recordedEngines = (): Readonly<Record<string, string>> =>
  Object.fromEntries(linesOf(enginesFile).map((line) => JSON.parse(line) as [string, string]));
