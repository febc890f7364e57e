import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { newProject, valueOf } from '../../../../tests/support/engine';
import { faultsIn } from '../../../../tests/support/exchange/faults';
import { roundTrip } from '../../../../tests/support/exchange/round-trip';
import { viewOf } from '../../../../tests/support/exchange/view';
import { importFiles } from '../../../../tests/support/import';
import type { Project } from '../../project';
import { types } from '../../storage/records/codebook';

vi.setConfig({ testTimeout: 120_000 });

const data = join(import.meta.dirname, '../../../../../shared/data/webanno-tsv');
const cases = (existsSync(data) ? readdirSync(data) : []).filter((name) =>
  existsSync(join(data, name, 'reference.xmi')),
);

async function imported(file: string): Promise<Project> {
  const project = newProject();
  const report = valueOf(await importFiles(project, [file]));
  expect(report.problems).toEqual([]);
  expect(await faultsIn(project)).toEqual([]);
  return project;
}

/**
 * All annotations of a project without the ids that tell files apart. The TSV of some cases calls `webanno.custom.Span`
 * what their XMI calls `NamedEntity`: they were written before the layer was renamed.
 */
function outline(project: Project): readonly string[] {
  const names = new Map(types.all(project.reader).map(({ id, names: { en } }) => [id as string, en ?? '']));
  return viewOf(project).flatMap(({ text, segmentations, annotations }) => {
    const places = new Map(
      annotations.map(({ id, type, fragments }) => [id, `${names.get(type) ?? ''} ${String(fragments)}`]),
    );
    const said = annotations.map(({ type, fragments, attributes, entry, links }) =>
      JSON.stringify([
        names.get(type)?.replace('NamedEntity', 'Span'),
        fragments,
        Object.values(attributes),
        entry,
        links.map(({ filler }) => (typeof filler === 'string' ? filler : places.get(filler.annotation))),
      ]),
    );
    return [text ?? '', ...segmentations.map(({ what }) => what), ...said.sort()];
  });
}

describe('UIMA XMI', () => {
  it.skipIf(cases.length === 0).each(cases)('gives the same data as WebAnno TSV: %s', async (name) => {
    const [fromXmi, fromTsv] = [
      await imported(join(data, name, 'reference.xmi')),
      await imported(join(data, name, 'reference.tsv')),
    ];
    expect(outline(fromXmi)).toEqual(outline(fromTsv));
  });

  it('brings a project with every kind of record back, less what its report names', async () => {
    const { differences, contradictions, warnings } = await roundTrip('uima-xmi');
    expect({ differences, contradictions, warnings }).toEqual({
      differences: [],
      contradictions: [],
      warnings: [],
    });
  });
});

describe('UIMA CAS JSON', () => {
  it('brings a project with every kind of record back, less what its report names', async () => {
    const { differences, contradictions, warnings } = await roundTrip('uima-json');
    expect({ differences, contradictions, warnings }).toEqual({
      differences: [],
      contradictions: [],
      warnings: [],
    });
  });
});
