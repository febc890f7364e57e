import type { Diff, Update } from '../diff';
import type { EntryId } from '../ids';
import type { EntryRecord, LinkRecord } from '../model/annotation';
import { problem } from '../problem';
import { fail, ok, type Result } from '../result';
import type { CommandOf } from './annotations';
import { collect, update } from './build';
import type { ChangeContext, ProjectView } from './project-view';
import { findEntry, newEntry, referAll, settled } from './registry';

/**
 * Makes one entry of several. It keeps its own name, type, date, place and attribute values, and takes from the
 * others, in their order, what it has not. Their names become its aliases; mentions, links and events that took place
 * there follow. A link that would then stand twice in a role goes.
 */
export function mergeEntries(
  { entries, into }: CommandOf<'entry.merge'>,
  view: ProjectView,
  context: ChangeContext,
): Result<Diff> {
  const kept = findEntry(view, into);
  if (!kept.ok) return kept;
  const ids = [...new Set(entries)].filter((id) => id !== into);
  const merged = collect(ids, (id) => findEntry(view, id));
  if (!merged.ok) return merged;
  const stranger = merged.value.find(({ kind }) => kind !== kept.value.kind);
  if (stranger) return fail(problem('entry-kind-mismatch', { kind: kept.value.kind }));

  const joined = settled(joinedWith(kept.value, merged.value), view);
  if (!joined.ok) return joined;
  const mentions = ids.flatMap((id) => view.mentionsOf(id)).map(({ id }) => id);
  const referred = referAll(mentions, joined.value, view, context);
  if (!referred.ok) return referred;
  const links = redirected(ids, into, view);
  const change = update(kept.value, joined.value);
  return ok({
    added: [],
    updated: [
      ...(change ? [change] : []),
      ...movedPlaces(new Set([into, ...ids]), into, view),
      ...referred.value.updated,
      ...links.updated,
    ],
    removed: [...links.removed, ...merged.value],
  });
}

/** One entry that knows what several did. */
function joinedWith(kept: EntryRecord, others: readonly EntryRecord[]): EntryRecord {
  const all = [kept, ...others];
  const firstOf = <Value>(read: (entry: EntryRecord) => Value | null): Value | null =>
    all.map(read).find((value) => value !== null) ?? null;
  return {
    ...kept,
    type: firstOf(({ type }) => type),
    aliases: [...kept.aliases, ...others.flatMap(({ name, aliases }) => [name, ...aliases])],
    identifiers: all.flatMap(({ identifiers }) => identifiers),
    note: [...new Set(all.map(({ note }) => note).filter((note) => note !== ''))].join('\n\n'),
    date: firstOf(({ date }) => date),
    place: firstOf(({ place }) => place),
    attributes: Object.assign(
      {},
      ...[...all].reverse().map(({ attributes }) => attributes),
    ) as EntryRecord['attributes'],
  };
}

/** The events that took place at one of the merged entries, at the one that remains. */
function movedPlaces(merged: ReadonlySet<EntryId>, into: EntryId, view: ProjectView): Update[] {
  const events = [...merged].filter((id) => id !== into).flatMap((id) => view.eventsAt(id));
  return events
    .filter(({ id }) => !merged.has(id))
    .map((event) => update(event, { place: into }))
    .filter((change) => change !== null);
}

/** The links to some entries, turned to another; those that would then say the same twice are removed. */
function redirected(
  from: readonly EntryId[],
  into: EntryId,
  view: ProjectView,
): { readonly updated: Update[]; readonly removed: LinkRecord[] } {
  const placeOf = ({ annotation, role }: LinkRecord): string => JSON.stringify([annotation, role]);
  const filled = new Set(view.linksTo(into).map(placeOf));
  const updated: Update[] = [];
  const removed: LinkRecord[] = [];
  for (const link of from.flatMap((id) => view.linksTo(id))) {
    if (filled.has(placeOf(link))) {
      removed.push(link);
      continue;
    }
    filled.add(placeOf(link));
    updated.push([link, { ...link, target: { by: 'entry', entry: into } }]);
  }
  return { updated, removed };
}

/** Lets some mentions of an entry refer to a new one of the same kind and type, with a name of its own. */
export function splitEntry(
  { entry: id, mentions, to }: CommandOf<'entry.split'>,
  view: ProjectView,
  context: ChangeContext,
): Result<Diff> {
  const entry = findEntry(view, id);
  if (!entry.ok) return entry;
  const own = new Set(view.mentionsOf(id).map((mention) => mention.id));
  if (mentions.length === 0 || mentions.some((mention) => !own.has(mention)))
    return fail(problem('entry-mention-foreign', { name: entry.value.name }));
  const { kind, type } = entry.value;
  const made = settled(newEntry(context.newId(), { kind, type, name: to }), view);
  if (!made.ok) return made;
  const referred = referAll(mentions, made.value, view, context);
  return referred.ok ? ok({ ...referred.value, added: [made.value] }) : referred;
}

/** Takes entries out of the registry: mentions lose them, links to them go, events lose them as their place. */
export function removeEntries(
  { entries }: CommandOf<'entry.remove'>,
  view: ProjectView,
  context: ChangeContext,
): Result<Diff> {
  const ids = new Set(entries);
  const found = collect([...ids], (id) => findEntry(view, id));
  if (!found.ok) return found;
  const mentions = [...ids].flatMap((id) => view.mentionsOf(id)).map(({ id }) => id);
  const freed = referAll(mentions, null, view, context);
  if (!freed.ok) return freed;
  const homeless = [...ids]
    .flatMap((id) => view.eventsAt(id))
    .filter(({ id }) => !ids.has(id))
    .map((event) => update(event, { place: null }))
    .filter((change) => change !== null);
  const links = [...ids].flatMap((id) => view.linksTo(id));
  return ok({
    added: [],
    updated: [...homeless, ...freed.value.updated],
    removed: [...links, ...found.value],
  });
}
