import type { ChangeContext, ProjectView } from '../commands/project-view';
import type { Diff, Update } from '../diff';
import type { VersionRecord } from '../model/codebook';
import { isEmptyDiff } from '../diff';
import type { Codebook } from './codebook';

/**
 * The diff that keeps the codebook as it is to be: as a new version where annotations were made under the latest, in
 * the place of the latest where none were. Vocabularies grow all the time and are no part of versions.
 */
export function versionDiff(
  { types, roles, attributes }: Codebook,
  change: Diff,
  view: ProjectView,
  context: ChangeContext,
): Diff {
  const isTouched = !isEmptyDiff({
    added: change.added.filter(({ record }) => record !== 'term'),
    updated: change.updated.filter(([{ record }]) => record !== 'term'),
    removed: change.removed.filter(({ record }) => record !== 'term'),
  });
  if (!isTouched) return { added: [], updated: [], removed: [] };
  const latest = view.latestVersion();
  const kept = { coder: context.coder, at: context.now, types, roles, attributes };
  if (latest && !view.hasAnnotationsUnder(latest.id)) {
    const pair: Update = [latest, { ...latest, ...kept }];
    return { added: [], updated: [pair], removed: [] };
  }
  const version: VersionRecord = {
    record: 'version',
    id: context.newId(),
    number: (latest?.number ?? 0) + 1,
    note: '',
    origin: null,
    ...kept,
  };
  return { added: [version], updated: [], removed: [] };
}
