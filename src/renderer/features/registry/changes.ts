import { recordsAfter } from '../../../core/diff';
import type { AnnotationId, EntryId } from '../../../core/ids';
import type { EntryRecord } from '../../../core/model/annotation';
import type { EntryFields } from '../../../core/commands/registry-command';
import { t } from '../../i18n/i18n';
import { announce } from '../../stores/notices';
import { run } from '../../stores/workspace/session';
import { workspace } from '../../stores/workspace/workspace';
import { entryRows } from './focus';
import { chooseEntry } from '../../stores/shown-entry';

/** Changes what is known of an entry; what cannot be so is told in a sentence. Answers whether it was done. */
export async function changeEntry(entry: EntryRecord, to: Partial<EntryFields>): Promise<boolean> {
  return (await run({ name: 'entry.change', entry: entry.id, to })) !== null;
}

/** Makes one of several entries. */
export async function mergeInto(into: EntryRecord, entries: readonly EntryId[]): Promise<void> {
  const change = await run({ name: 'entry.merge', entries, into: into.id });
  if (!change) return;
  chooseEntry(into.id);
  announce(t('registry:merged', { count: entries.length, name: into.name }));
}

/** Lets some mentions of an entry refer to a new one, and shows that. */
export async function splitOff(
  entry: EntryRecord,
  mentions: readonly AnnotationId[],
  to: string,
): Promise<void> {
  const change = await run({ name: 'entry.split', entry: entry.id, mentions, to });
  const made = change && recordsAfter(change.diff, 'entry')[0];
  if (!made) return;
  chooseEntry(made.id);
  // The field for its name is gone.
  entryRows.current?.focus();
  announce(t('registry:split', { count: mentions.length, name: made.name }));
}

/** Takes entries out of the registry. Undo brings all of it back. */
export async function removeEntries(entries: readonly EntryId[]): Promise<void> {
  const names = entries.map((id) => workspace()?.registry.get(id)?.name ?? '');
  const change = await run({ name: 'entry.remove', entries });
  if (!change) return;
  chooseEntry(null);
  entryRows.current?.focus();
  announce(t('registry:removed', { count: entries.length, names: names.join(', ') }));
}
