import type { Diff, Update } from '../diff';
import type { AttributeId, EntryId } from '../ids';
import type { AnnotationRecord, EntryRecord } from '../model/annotation';
import type { AttributeValues } from '../model/codebook';
import { problem } from '../problem';
import { plainEntry } from '../registry/plain-entry';
import { fail, ok, type Result } from '../result';
import { mayCarry } from '../rules/codebook-rules';
import { entryFaults, tidyIdentifiers, tidyNames } from '../rules/entry-rules';
import { changeEach, type CommandOf } from './annotations';
import { update } from './build';
import type { ChangeContext, ProjectView } from './project-view';
import type { NewEntry } from './registry-command';

/** The entry of an id, or the problem that there is none. */
export function findEntry(view: ProjectView, id: EntryId): Result<EntryRecord> {
  const found = view.find('entry', id);
  return found ? ok(found) : fail(problem('record-missing', { record: 'entry', id }));
}

/** An entry of which nothing is known but what is given. */
export const newEntry = (id: EntryId, known: NewEntry): EntryRecord => ({
  ...plainEntry(id, known.kind, known.name),
  ...known,
});

/** The values of attributes that an entry of its type may carry. */
function ownValues({ type, attributes }: EntryRecord, view: ProjectView): AttributeValues {
  const isOwn = (id: string): boolean => {
    const attribute = view.find('attribute', id as AttributeId);
    return (
      attribute !== undefined &&
      mayCarry({ record: 'entry', type }, attribute.owner, (typeId) => view.find('type', typeId))
    );
  };
  return Object.fromEntries(Object.entries(attributes).filter(([id]) => isOwn(id)));
}

/** An entry as it is kept, without values that its type has no attribute for; or the first thing that cannot be so. */
export function settled(entry: EntryRecord, view: ProjectView): Result<EntryRecord> {
  if (entry.type !== null && !view.find('type', entry.type))
    return fail(problem('type-missing', { id: entry.type }));
  if (entry.place !== null && !view.find('entry', entry.place))
    return fail(problem('record-missing', { record: 'entry', id: entry.place }));
  const name = entry.name.trim();
  const tidy: EntryRecord = {
    ...entry,
    name,
    aliases: tidyNames(entry.aliases, name),
    identifiers: tidyIdentifiers(entry.identifiers),
    attributes: ownValues(entry, view),
  };
  const [fault] = entryFaults(tidy, {
    type: (id) => view.find('type', id),
    entry: (id) => view.find('entry', id),
  });
  return fault ? fail(fault.problem) : ok(tidy);
}

/** What makes mentions refer to an entry. Only mentions of the entry's kind can: events to events, entities to entities. */
export function referAll(
  mentions: readonly AnnotationRecord['id'][],
  entry: EntryRecord | null,
  view: ProjectView,
  context: ChangeContext,
): Result<Diff> {
  return changeEach(mentions, view, context, (annotation) => {
    const kind = view.find('type', annotation.type)?.kind;
    if (entry && kind !== entry.kind) return fail(problem('entry-kind-mismatch', { kind: entry.kind }));
    return ok({ entry: entry?.id ?? null });
  });
}

/** Adds an entry, to which the given mentions refer from the beginning. */
export function createEntry(
  { entry: wanted, mentions }: CommandOf<'entry.create'>,
  view: ProjectView,
  context: ChangeContext,
): Result<Diff> {
  const entry = settled(newEntry(context.newId(), wanted), view);
  if (!entry.ok) return entry;
  const referred = referAll(mentions, entry.value, view, context);
  return referred.ok ? ok({ ...referred.value, added: [entry.value] }) : referred;
}

/** Changes what is known of an entry. A former name is forgotten unless it is among the aliases. */
export function changeEntry({ entry: id, to }: CommandOf<'entry.change'>, view: ProjectView): Result<Diff> {
  const before = findEntry(view, id);
  if (!before.ok) return before;
  if (to.place === id) return fail(problem('entry-place-invalid'));
  const after = settled({ ...before.value, ...to }, view);
  if (!after.ok) return after;
  const change: Update | null = update(before.value, after.value);
  return ok({ added: [], updated: change ? [change] : [], removed: [] });
}

/** Lets mentions refer to an entry, or to none. */
export function referAnnotations(
  { annotations, entry: id }: CommandOf<'annotation.refer'>,
  view: ProjectView,
  context: ChangeContext,
): Result<Diff> {
  const entry = id === null ? ok(null) : findEntry(view, id);
  return entry.ok ? referAll(annotations, entry.value, view, context) : entry;
}
