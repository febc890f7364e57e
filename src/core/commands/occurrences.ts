import type { Diff } from '../diff';
import type { AnnotationRecord } from '../model/annotation';
import { problem } from '../problem';
import { fail, ok, type Result } from '../result';
import { createAnnotations } from './annotations';
import type { TagOccurrences } from './occurrences-command';
import type { ChangeContext, ProjectView } from './project-view';

/** Tags every span. The attributes and the identity of the model are carried over only to annotations of its type. */
export function tagOccurrences(
  { type, spans, model, carry }: TagOccurrences,
  view: ProjectView,
  context: ChangeContext,
): Result<Diff> {
  const found = model && view.find('annotation', model);
  if (model && !found) return fail(problem('record-missing', { record: 'annotation', id: model }));
  const created = createAnnotations(
    {
      name: 'annotation.create',
      annotations: spans.map(({ document, span }) => ({ document, type, fragments: [span] })),
    },
    view,
    context,
  );
  if (!created.ok || found?.type !== type) return created;
  const carried = {
    ...(carry.attributes ? { attributes: found.attributes } : {}),
    ...(carry.entry ? { entry: found.entry } : {}),
  } satisfies Partial<AnnotationRecord>;
  const added = created.value.added.map((record) =>
    record.record === 'annotation' ? { ...record, ...carried } : record,
  );
  return ok({ ...created.value, added });
}
