import { bookOf } from '../commands/book';
import type { ProjectView } from '../commands/project-view';
import { twinsOf } from '../commands/taken-ties';
import { ProjectAfter } from '../commands/view-after';
import type { Diff } from '../diff';
import type { AnnotationId } from '../ids';
import { problem } from '../problem';
import { fail, ok, type Result } from '../result';
import { hasBothEnds, tiedBy } from '../rules/relation-rules';

/**
 * A diff that brings records back, with no relation that has lost an end since or that says what another one says by
 * now. Where one of those was asked for by itself, it is a problem: `restore-incomplete` or `relation-twice`.
 */
export function withSoundRelations(diff: Diff, chosen: ReadonlySet<string>, view: ProjectView): Result<Diff> {
  const after = new ProjectAfter(view, diff).view;
  const book = bookOf(after);
  const unsound = new Set<AnnotationId>();
  for (const record of diff.added) {
    if (record.record !== 'annotation' || record.fragments.length > 0) continue;
    const links = after.linksOf(record.id);
    const tied = tiedBy(record, links, book);
    const isTwin = tied !== null && twinsOf(record, tied, after, book).some(({ id }) => !unsound.has(id));
    if (hasBothEnds(record, links, book) && !isTwin) continue;
    if (chosen.has(record.id))
      return fail(
        isTwin
          ? problem('relation-twice')
          : problem('restore-incomplete', {
              ...{ record: 'annotation', id: record.id, missing: 'annotation', missingId: '' },
            }),
      );
    unsound.add(record.id);
  }
  const isSound = (record: Diff['added'][number]): boolean =>
    record.record === 'link'
      ? !unsound.has(record.annotation) &&
        !(record.target.by === 'annotation' && unsound.has(record.target.annotation))
      : !(record.record === 'annotation' && unsound.has(record.id));
  return ok({ ...diff, added: diff.added.filter(isSound) });
}
