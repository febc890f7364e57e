import { bookOf } from '../commands/book';
import { fillersOf, linkedProject, linksFrom } from '../commands/links';
import type { ProjectView } from '../commands/project-view';
import { ProjectAfter } from '../commands/view-after';
import type { Diff } from '../diff';
import type { LinkRecord } from '../model/annotation';
import type { AnyRecord } from '../model/records';
import { linkRefusal } from '../rules/link-rules';
import { slotsOf, type RoleBook } from '../rules/slots';

/**
 * A diff that brings records back, without the links that do not fit what was done since to those of their ends that
 * stayed: the role may be full by now, or the filler of a type that it does not take.
 */
export function withFittingLinks(diff: Diff, view: ProjectView): Diff {
  const restored: ReadonlySet<string> = new Set(diff.added.map(({ id }) => id));
  const hasStayed = ({ annotation, target }: LinkRecord): boolean =>
    !restored.has(annotation) || (target.by === 'annotation' && !restored.has(target.annotation));
  const doubtful = diff.added.filter((record) => record.record === 'link').filter(hasStayed);
  const among: ReadonlySet<AnyRecord> = new Set(doubtful);
  const after = new ProjectAfter(view, { ...diff, added: diff.added.filter((record) => !among.has(record)) });
  const book = bookOf(after.view);
  const refused = new Set<AnyRecord>();
  for (const link of doubtful)
    if (fits(link, after.view, book)) after.apply({ added: [link], updated: [], removed: [] });
    else refused.add(link);
  return { ...diff, added: diff.added.filter((record) => !refused.has(record)) };
}

/** Whether a role may have a link beside what fills it. Of relations' ends nothing is said here. */
function fits({ annotation: id, role, target }: LinkRecord, view: ProjectView, book: RoleBook): boolean {
  const annotation = view.find('annotation', id);
  const slot = annotation && slotsOf(annotation.type, book).find((known) => known.role.id === role);
  if (!annotation || !slot) return false;
  if (slot.end) return true;
  const filler = target.by === 'annotation' ? (view.find('annotation', target.annotation) ?? null) : null;
  const beside = fillersOf(linksFrom(view, id), role);
  return linkRefusal({ annotation, slot, target, filler }, beside, linkedProject(view)) === null;
}
