import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { v7 as uuid } from 'uuid';
import { plainExport } from '../../../src/contract/exchange';
import { chosenOptions, type Options } from '../../../src/core/exchange/options';
import type { LossLine } from '../../../src/core/exchange/losses';
import type { Diff } from '../../../src/core/diff';
import type { AnyRecord } from '../../../src/core/model/records';
import { handlers } from '../../../src/engine/calls/handlers';
import type { Project } from '../../../src/engine/project';
import { attributes, roles, terms, types } from '../../../src/engine/storage/records/codebook';
import { formatNamed } from '../../../src/formats/all';
import { serialize } from '../../../src/formats/json/serialize';
import type { SampleProject } from '../arbitrary/project';
import { adding, newProject, reopenProject, valueOf } from '../engine';
import { temporaryFolder } from '../folder';
import { importFiles } from '../import';
import { richProject } from '../rich-project';
import { differences } from './compare';
import { subtract } from './subtract';
import { viewOf } from './view';

export interface RoundTrip {
  /** What came back otherwise than the report of losses says: none is right. */
  readonly differences: readonly string[];
  /** Where the report contradicts the format's own table of what it carries: nowhere is right. */
  readonly contradictions: readonly string[];
  readonly losses: readonly LossLine[];
  /** The codes of what the import warned of. */
  readonly warnings: readonly string[];
  /** What was written: a file or a folder. */
  readonly out: string;
}

/** A project with every kind of record, as `rich-project` makes it. */
export function richSample(): Project {
  const path = join(temporaryFolder(), 'rich.postil');
  richProject(path);
  return reopenProject(path);
}

/** A project of random records, as `arbitrary/project` draws them. */
export async function projectOf(sample: SampleProject): Promise<Project> {
  const project = newProject();
  const records: Parameters<typeof serialize>[0]['records'] = (name) => sample.records[name];
  const text = [
    ...serialize({ records, text: ({ sha256 }) => sample.texts.get(sha256) ?? '', history: null }),
  ].join('');
  const path = join(temporaryFolder(), 'sample.json');
  writeFileSync(path, text);
  valueOf(await importFiles(project, [path]));
  return project;
}

/** A new project with the codebook of another one and nothing else. */
function withCodebookOf({ reader }: Project): Project {
  const project = newProject();
  const records = [types, roles, attributes, terms].flatMap(
    (table) => table.all(reader) as readonly AnyRecord[],
  );
  const there = new Set(
    [types, roles, attributes, terms].flatMap((table) =>
      table.all(project.reader).map(({ id }) => id as string),
    ),
  );
  const missing = records.filter(({ id }) => !there.has(id));
  const wanted = new Set<string>(records.map(({ id }) => id));
  // What every new project has would else pass for a namesake.
  const needless = [terms, attributes, roles, types].flatMap((table) =>
    (table.all(project.reader) as readonly AnyRecord[]).filter(({ id }) => !wanted.has(id)),
  );
  const diff = { ...adding(...missing), removed: needless } as Diff;
  if (missing.length + needless.length > 0) valueOf(project.commit({ name: 'import', diff }));
  return project;
}

/**
 * Exports a project in a format, imports what was written into a new project with the same codebook, and compares the
 * two, minus what the report of losses names. Without a project, the one of `rich-project` is used.
 */
export async function roundTrip(
  format: string,
  options: Options = {},
  project: Project = richSample(),
): Promise<RoundTrip> {
  const exporting = formatNamed(format)?.export;
  const chosen = exporting && chosenOptions(exporting.options, options);
  if (!exporting || !chosen || 'unfit' in chosen)
    throw new Error(`No export as ${format} with these options`);
  const out = join(temporaryFolder(), `out${exporting.ending(chosen.options)}`);
  const report = valueOf(
    await handlers['export.run'](project, {
      job: uuid(),
      plan: { ...plainExport(format), options: { ...chosen.options } },
      out,
    }),
  );
  const again = withCodebookOf(project);
  const importOptions = Object.fromEntries(
    Object.entries(options).filter(([name]) =>
      formatNamed(format)?.import?.options.some((spec) => spec.name === name),
    ),
  );
  const plan = { format, options: importOptions, codebook: 'beside', duplicates: true } as const;
  const imported = valueOf(await importFiles(again, [out], plan));
  return {
    differences: differences(subtract(viewOf(project), report.losses), viewOf(again)),
    contradictions: contradictions(exporting.carries(chosen.options), report.losses),
    losses: report.losses,
    warnings: imported.problems.map(({ problem }) => problem.code),
    out,
  };
}

function contradictions(
  carries: ReturnType<NonNullable<NonNullable<ReturnType<typeof formatNamed>>['export']>['carries']>,
  losses: readonly LossLine[],
): readonly string[] {
  return losses.flatMap(({ thing, reason }) => {
    const carriage = carries[thing];
    if (carriage === 'whole') return [`${thing} is carried whole, and lost: ${reason}`];
    if (carriage === 'never' || carriage.includes(reason)) return [];
    return [`${thing} is lost for a reason that the table does not have: ${reason}`];
  });
}
