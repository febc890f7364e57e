import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { cpus, totalmem, type as systemType, release } from 'node:os';
import { recordedEngines, recordedFigures, resultFile, type Figure } from './figures';
import { root } from '../e2e/support/places';

const rounded = (value: number): string => value.toFixed(value < 10 ? 1 : 0);

/** A figure as people read it: median / 95th percentile (number of runs), or the single value. */
function inWords({ value, unit }: Figure): string {
  if (typeof value === 'number') return `${rounded(value)} ${unit}`;
  return `${rounded(value.median)} / ${rounded(value.p95)} ${unit} (${value.runs})`;
}

/** A Markdown table with a row for each figure and a column for each host. */
export function tableOf(figures: readonly Figure[]): string {
  const hosts = [...new Set(figures.map(({ host }) => host))];
  const rows = [...new Set(figures.map(({ of, what }) => `${of} | ${what}`))];
  const cell = (row: string, host: string): string => {
    const figure = figures.find((one) => one.host === host && `${one.of} | ${one.what}` === row);
    return figure ? inWords(figure) : '';
  };
  return [
    `| | | ${hosts.join(' | ')} |`,
    `|---|---|${hosts.map(() => '---:|').join('')}`,
    ...rows.map((row) => `| ${row} | ${hosts.map((host) => cell(row, host)).join(' | ')} |`),
  ].join('\n');
}

/** Runs once after all measurements: prints the table, and writes everything with the machine that it was measured on. */
export default function report(): void {
  const figures = recordedFigures();
  const engines = recordedEngines();
  const machine = {
    cores: cpus().length,
    processor: cpus()[0]?.model ?? 'unknown',
    memoryGigabytes: Math.round(totalmem() / 2 ** 30),
    system: `${systemType()} ${release()}`,
    node: process.version,
  };
  const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], {
    cwd: root,
    encoding: 'utf8',
  }).trim();
  writeFileSync(
    resultFile,
    `${JSON.stringify({ measuredAt: new Date().toISOString(), commit, machine, engines, figures }, null, 2)}\n`,
  );
  console.log(`\nMedian / 95th percentile (runs), on ${machine.cores} cores of ${machine.processor}\n`);
  console.log(tableOf(figures));
  for (const [host, engine] of Object.entries(engines)) console.log(`${host}: Chromium ${engine}`);
  console.log(`\nWritten to ${resultFile}`);
}
