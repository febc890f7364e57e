import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { v7 as uuid } from 'uuid';
import { plainExport } from '../../../src/contract/exchange';
import type { Options } from '../../../src/core/exchange/options';
import { handlers } from '../../../src/engine/calls/handlers';
import type { Project } from '../../../src/engine/project';
import { valueOf } from '../engine';
import { temporaryFolder } from '../folder';

/** Exports a project in a format that makes one file or folder. Answers with its path. */
export async function exportTo(project: Project, format: string, options: Options = {}): Promise<string> {
  const out = join(temporaryFolder(), 'out');
  const plan = { ...plainExport(format), options: { ...options } };
  valueOf(await handlers['export.run'](project, { job: uuid(), plan, out }));
  return out;
}

/** Exports a project in a format of JSON lines. Answers with the objects of the file. */
export async function exportLines(
  project: Project,
  format: string,
  options: Options = {},
): Promise<readonly object[]> {
  return readFileSync(await exportTo(project, format, options), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as object);
}
