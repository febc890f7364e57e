import { basename, extname } from 'node:path';
import type { CodebookPreview, CodebookTaking } from '../../contract/codebook-calls';
import { isEmptyDiff, type Diff } from '../../core/diff';
import { previewCommand, previewPlan, type Preview } from '../../core/commands/codebook/decide';
import { takeCodebook } from '../../core/commands/codebook/take';
import type { Problem } from '../../core/problem';
import { ok, type Result } from '../../core/result';
import type { Handler } from '../calls/handler';
import { writerOf, type Project } from '../project';
import { versions } from '../storage/codebook';
import { countUnderVersions } from '../storage/codebook-uses';
import { readSource } from './read-file';
import { writeCodebook } from './write-file';

const isBook = new Set<string>(['type', 'role', 'attribute']);

const count = (records: readonly { readonly record: string }[]): number =>
  records.filter(({ record }) => isBook.has(record)).length;

const bookOf = ({ added, updated, removed }: Diff): CodebookPreview['book'] => ({
  added: count(added),
  updated: count(updated.map(([before]) => before)),
  removed: count(removed),
});

const answer = ({ diff, effects }: Preview, warnings: readonly Problem[]): CodebookPreview => ({
  effects,
  book: bookOf(diff),
  warnings,
});

export const previewCodebook: Handler<'codebook.preview'> = (project, { command }) =>
  project.reader.snapshot(() => {
    const preview = previewCommand(command, project.view, project.context());
    return preview.ok ? ok(answer(preview.value, [])) : preview;
  });

/** What taking a codebook in would do, and what its file could not say. */
function previewTaking(
  project: Project,
  taking: CodebookTaking,
): Result<{ readonly preview: Preview; readonly warnings: readonly Problem[] }> {
  const read = readSource(taking);
  if (!read.ok) return read;
  const { view } = project;
  const plan = takeCodebook(read.value.codebook, taking.how, view);
  const preview = previewPlan(view.codebook(), plan, view, project.context());
  return ok({ preview, warnings: read.value.warnings });
}

export const previewImport: Handler<'codebook.previewImport'> = (project, taking) =>
  project.reader.snapshot(() => {
    const taken = previewTaking(project, taking);
    return taken.ok ? ok(answer(taken.value.preview, taken.value.warnings)) : taken;
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
