import type { AnnotationId, DocumentId } from '../ids';
import type { Diff } from '../diff';
import { compareSpans, withFragment, withoutFragment } from '../fragments';
import type { AnnotationRecord, Fragment, LinkRecord, Span } from '../model/annotation';
import { problem } from '../problem';
import { fail, ok, type Result } from '../result';
import type { Command, NewAnnotation } from './command';
import { collect, update } from './build';
import { bookOf } from './book';
import { stickyLinks } from './sticky';
import type { ChangeContext, ProjectView } from './project-view';
import { defaultValues } from './type-values';
import { endsOf } from '../rules/slots';

export type CommandOf<Name extends Command['name']> = Extract<Command, { readonly name: Name }>;

/** Spans in the order of the text, each with the text that it covers. Refuses those that reach outside of it. */
export function quoted(
  view: ProjectView,
  document: DocumentId,
  spans: readonly Span[],
): Result<readonly Fragment[]> {
  const inOrder = [...spans].sort(compareSpans);
  return collect(inOrder, ({ start, end }) => {
    const quote = start <= end ? view.quote(document, { start, end }) : undefined;
    return quote === undefined
      ? fail(problem('offsets-outside-text', { start, end }))
      : ok({ start, end, quote });
  });
}

/** An annotation, or the problem that it is not there. */
export function findAnnotation(view: ProjectView, id: AnnotationId): Result<AnnotationRecord> {
  const found = view.find('annotation', id);
  return found ? ok(found) : fail(problem('record-missing', { record: 'annotation', id }));
}

/** A new annotation by the coder of the change, not yet added. */
export function newAnnotation(
  wanted: NewAnnotation,
  view: ProjectView,
  context: ChangeContext,
): Result<AnnotationRecord> {
  const type = view.find('type', wanted.type);
  if (!type) return fail(problem('type-missing', { id: wanted.type }));
  if (!view.find('document', wanted.document))
    return fail(problem('record-missing', { record: 'document', id: wanted.document }));
  if ((type.kind === 'relation') !== (wanted.fragments.length === 0))
    return fail(problem('fragments-missing'));
  const fragments = quoted(view, wanted.document, wanted.fragments);
  if (!fragments.ok) return fragments;
  return ok({
    record: 'annotation',
    id: context.newId(),
    document: wanted.document,
    type: wanted.type,
    coder: context.coder,
    version: view.latestVersion()?.id ?? null,
    fragments: fragments.value,
    entry: null,
    attributes: defaultValues(wanted.type, view),
    status: 'draft',
    note: '',
    createdAt: context.now,
    modifiedAt: context.now,
    origin: null,
  });
}

/** Adds annotations by the coder of the change. One that comes alone takes over what fills its sticky roles. */
export function createAnnotations(
  command: CommandOf<'annotation.create'>,
  view: ProjectView,
  context: ChangeContext,
): Result<Diff> {
  const added = collect(command.annotations, (wanted) => newAnnotation(wanted, view, context));
  if (!added.ok) return added;
  // Sticky roles are for what is made by hand, one by one.
  const links = added.value.length === 1 ? added.value.flatMap((one) => stickyLinks(one, view, context)) : [];
  return ok({ added: [...added.value, ...links], updated: [], removed: [] });
}

/** Changes some annotations one by one; those that stay as they were are left out of the diff. */
export function changeEach(
  ids: readonly AnnotationId[],
  view: ProjectView,
  context: ChangeContext,
  change: (annotation: AnnotationRecord) => Result<Partial<AnnotationRecord>>,
): Result<Diff> {
  const changes = collect([...new Set(ids)], (id) => {
    const before = findAnnotation(view, id);
    if (!before.ok) return before;
    const changed = change(before.value);
    return changed.ok ? ok(update(before.value, changed.value, { modifiedAt: context.now })) : changed;
  });
  if (!changes.ok) return changes;
  return ok({ added: [], updated: changes.value.filter((pair) => pair !== null), removed: [] });
}

/** Anchors an annotation to other spans of its document. */
export function moveAnnotation(
  command: CommandOf<'annotation.move'>,
  view: ProjectView,
  context: ChangeContext,
): Result<Diff> {
  return changeEach([command.annotation], view, context, (annotation) => {
    if ((annotation.fragments.length === 0) !== (command.fragments.length === 0))
      return fail(problem('fragments-missing'));
    const fragments = quoted(view, annotation.document, command.fragments);
    return fragments.ok ? ok({ fragments: fragments.value }) : fragments;
  });
}

/** Anchors an annotation to a further fragment, or to one fewer; the last one stays. A relation has none. */
export function changeFragments(
  command: CommandOf<'annotation.addFragment' | 'annotation.removeFragment'>,
  view: ProjectView,
  context: ChangeContext,
): Result<Diff> {
  const change = command.name === 'annotation.addFragment' ? withFragment : withoutFragment;
  return changeEach([command.annotation], view, context, ({ document, fragments }) => {
    const spans = fragments.map(({ start, end }): Span => ({ start, end }));
    const wanted = fragments.length === 0 ? [] : change(spans, command.fragment);
    if (wanted.length === 0) return fail(problem('fragments-missing'));
    const changed = quoted(view, document, wanted);
    return changed.ok ? ok({ fragments: changed.value }) : changed;
  });
}

/** Gives annotations a status. */
export function setAnnotationStatus(
  command: CommandOf<'annotation.status'>,
  view: ProjectView,
  context: ChangeContext,
): Result<Diff> {
  return changeEach(command.annotations, view, context, () => ok({ status: command.status }));
}

/** Gives an annotation a note; an empty one takes it away. */
export function setAnnotationNote(
  command: CommandOf<'annotation.note'>,
  view: ProjectView,
  context: ChangeContext,
): Result<Diff> {
  return changeEach([command.annotation], view, context, () => ok({ note: command.note }));
}

/**
 * Everything that goes when annotations go: they themselves, the roles that they have and those that they fill, and
 * the relations that lose an end.
 */
export function removalOf(annotations: readonly AnnotationRecord[], view: ProjectView): Diff {
  const links = new Map<string, LinkRecord>();
  const going = new Map(annotations.map((annotation) => [annotation.id, annotation]));
  // A map is gone through to its end, also where that moves on meanwhile.
  for (const annotation of going.values())
    for (const link of view.linksOf(annotation.id)) {
      links.set(link.id, link);
      const relation = relationOfEnd(link, view);
      if (relation) going.set(relation.id, relation);
    }
  return { added: [], updated: [], removed: [...going.values(), ...links.values()] };
}

/** The relation that a link is an end of; undefined where it is none. */
export function relationOfEnd(link: LinkRecord, view: ProjectView): AnnotationRecord | undefined {
  const holder = view.find('annotation', link.annotation);
  if (!holder || holder.fragments.length > 0) return undefined;
  return endsOf(holder.type, bookOf(view))?.some(({ role }) => role.id === link.role) ? holder : undefined;
}

/** Removes annotations with every link from and to them, so that undo brings all of it back. */
export function deleteAnnotations(command: CommandOf<'annotation.delete'>, view: ProjectView): Result<Diff> {
  const found = collect([...new Set(command.annotations)], (id) => findAnnotation(view, id));
  return found.ok ? ok(removalOf(found.value, view)) : found;
}
