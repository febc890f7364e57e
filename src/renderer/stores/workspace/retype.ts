import type { Change } from '../../../contract/engine-answers';
import type { AnnotationId, TypeId } from '../../../core/ids';
import { isSameTie, tiedBy } from '../../../core/rules/relation-rules';
import { t } from '../../i18n/i18n';
import { selectAnnotation } from '../interface';
import { notify } from '../notices';
import { linkIndex, roleBook } from './link-index';
import { run } from './session';
import { workspace } from './workspace';

/**
 * Gives an annotation another type, and tells where relations became one or lost an end by that. One that went into another is selected
 * no longer, but the other is. Answers whether it could be done.
 */
export async function retype(annotation: AnnotationId, type: TypeId): Promise<boolean> {
  const change = await run({ name: 'annotation.retype', annotations: [annotation], type });
  if (!change) return false;
  const joined = joinedBy(change, type);
  if (joined.size > 0) notify(t('types:joined', { count: joined.size }));
  const lost = change.diff.removed.filter(({ record }) => record === 'annotation').length - joined.size;
  if (lost > 0) notify(t('types:endsLost', { count: lost }));
  const kept = joined.get(annotation);
  if (kept) selectAnnotation(kept);
  return true;
}

/** The relations that went because one of a type that is there ties the same together, each with that one. */
function joinedBy({ diff }: Change, type: TypeId): ReadonlyMap<AnnotationId, AnnotationId> {
  const project = workspace();
  if (!project?.open) return new Map();
  const { annotations, links } = project.open;
  const book = roleBook(project);
  const symmetric = project.types.get(type)?.symmetric ?? false;
  const lost = diff.removed.filter((record) => record.record === 'link');
  const pairs = diff.removed.flatMap((record): [AnnotationId, AnnotationId][] => {
    const tied = record.record === 'annotation' ? tiedBy(record, lost, book) : null;
    const kept = [...annotations.values()].find((relation) => {
      const theirs =
        relation.type === type && tied && tiedBy(relation, linkIndex(links).from(relation.id), book);
      return theirs && isSameTie(theirs, tied, symmetric);
    });
    return tied && kept ? [[record.id as AnnotationId, kept.id]] : [];
  });
  return new Map(pairs);
}
