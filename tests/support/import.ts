import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { ImportReport, Inspection } from '../../src/contract/engine-answers';
import {
  plainImport,
  questionOf,
  type ImportPlan,
  type ImportQuestion,
} from '../../src/contract/engine-calls';
import { plainExport } from '../../src/contract/exchange';
import type { Result } from '../../src/core/result';
import { handlers } from '../../src/engine/calls/handlers';
import type { Project } from '../../src/engine/project';
import { documents } from '../../src/engine/storage/records/documents';
import { valueOf } from './engine';
import { temporaryFolder } from './folder';

/** Writes files into a new folder, by their paths below it. Answers with the folder. */
export function folderWith(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = temporaryFolder();
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  return folder;
}

/** Imports as the interface would; what a test does not decide is as a person leaves it. */
export async function importFiles(
  project: Project,
  paths: readonly string[],
  plan: Partial<ImportPlan> = {},
  job = 'import',
): Promise<Result<ImportReport>> {
  return handlers['import.run'](project, {
    job,
    plan: { ...plainImport(paths), ...plan },
  });
}

export async function inspectFiles(
  project: Project,
  paths: readonly string[],
  about: Partial<ImportQuestion> = {},
): Promise<Result<Inspection>> {
  return handlers['import.inspect'](project, {
    job: 'inspect',
    about: { ...questionOf(plainImport(paths)), ...about },
  });
}

/** The texts of a project's documents by their names, in the order of the queue. */
export function textsOf(project: Project): Record<string, string> {
  return Object.fromEntries(
    documents.all(project.reader).map(({ id, name }) => [name, project.readText(id) ?? '']),
  );
}

/** Exports as the interface would. Answers with what the file holds. */
export async function exportJson(
  project: Project,
  options: { readonly withHistory?: boolean } = {},
): Promise<string> {
  const out = join(temporaryFolder(), 'export.json');
  valueOf(
    await handlers['export.run'](project, {
      job: 'export',
      plan: { ...plainExport('json'), withHistory: options.withHistory ?? false },
      out,
    }),
  );
  return readFileSync(out, 'utf8');
}

/** A file in Postil's own format with these sections; a section that is not given is empty. */
export function jsonFile(members: Readonly<Record<string, unknown>>): string {
  return folderFile('project.json', JSON.stringify({ format: 'postil-project', version: 1, ...members }));
}

/** Writes one file into a new folder. Answers with its path. */
export const folderFile = (name: string, content: string | Uint8Array): string =>
  join(folderWith({ [name]: content }), name);
