import { basename, extname } from 'node:path';
import type { CodebookTaking } from '../../contract/codebook-calls';
import { compareVersions, type Difference } from '../../core/codebook/compare';
import { isEmptyDiff } from '../../core/diff';
import { previewCommand, previewPlan, type Preview } from '../../core/commands/codebook/decide';
import { takeCodebook } from '../../core/commands/codebook/take';
import type { Problem } from '../../core/problem';
import { ok, type Result } from '../../core/result';
import type { Handler } from '../calls/handler';
import { writerOf, type Project } from '../project';
import { versions } from '../storage/records/codebook';
import { countUnderVersions } from '../storage/queries/codebook-uses';
import { readSource } from './read-file';
import { writeCodebook } from './write-file';

export const previewCodebook: Handler<'codebook.preview'> = (project, { command }) =>
  project.reader.snapshot(() => {
    const preview = previewCommand(command, project.view, project.context());
    if (!preview.ok) return preview;
    const { effects, doubles } = preview.value;
    return ok({ effects, doubles });
  });

interface PreviewOfTaking {
  readonly preview: Preview;
  readonly known: number;
  readonly differences: readonly Difference[];
  /** What its file could not say. */
  readonly warnings: readonly Problem[];
}

/** What taking a codebook in would do. */
function previewTaking(project: Project, taking: CodebookTaking): Result<PreviewOfTaking> {
  const read = readSource(taking);
  if (!read.ok) return read;
  const { view } = project;
  const before = view.codebook();
  const { codebook, isWhole, warnings } = read.value;
  const isLater = taking.source.from === 'file';
  const context = project.context();
  const { plan, known } = takeCodebook(codebook, { how: taking.how, isWhole, isLater }, view, context);
  const preview = previewPlan(before, plan, view, context);
  return ok({ preview, known, differences: compareVersions(before, plan.after), warnings });
}

export const previewImport: Handler<'codebook.previewImport'> = (project, taking) =>
  project.reader.snapshot(() => {
    const taken = previewTaking(project, taking);
    if (!taken.ok) return taken;
    const { preview, ...told } = taken.value;
    return ok({ effects: preview.effects, ...told });
  });

export const importCodebook: Handler<'codebook.import'> = (project, taking) => {
  const writer = writerOf(project);
  if (!writer.ok) return writer;
  const taken = previewTaking(project, taking);
  if (!taken.ok) return taken;
  const { preview, warnings } = taken.value;
  if (isEmptyDiff(preview.diff)) return ok({ change: null, warnings });
  const change = project.commit({ name: 'codebook.import', diff: preview.diff });
  return change.ok ? ok({ change: change.value, warnings }) : change;
};

export const exportCodebook: Handler<'codebook.export'> = (project, target) => {
  const name = basename(project.path, extname(project.path));
  return writeCodebook(project.view.codebook(), name, target);
};

/** The latest version first. */
export const listVersions: Handler<'codebook.versions'> = ({ reader }) => {
  const counts = countUnderVersions(reader);
  return ok(
    versions
      .all(reader)
      .map((version) => ({ version, annotations: counts.get(version.id) ?? 0 }))
      .reverse(),
  );
};
