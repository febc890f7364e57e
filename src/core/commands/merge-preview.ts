import type { AttributeId } from '../ids';
import type { EntryRecord } from '../model/annotation';
import { ok, type Result } from '../result';
import { isSame } from '../same';
import type { CommandOf } from './annotations';
import type { ChangeContext, ProjectView } from './project-view';
import { mergeEntries } from './registry-merge';

const fields = ['type', 'date', 'place'] as const;

type Field = (typeof fields)[number];

/** What the merging of entries would do. */
export interface MergePreview {
  /** Mentions that refer to the one that stays from then on. */
  readonly mentions: number;
  /** Places in roles that it fills then in the stead of the others. */
  readonly roles: number;
  /** Places in roles that both filled, and that only it fills then. */
  readonly rolesJoined: number;
  /** Events that took place at one of the others. */
  readonly places: number;
  readonly aliases: readonly string[];
  readonly identifiers: EntryRecord['identifiers'];
  /** What is otherwise in the one that stays than in the others, and goes with them. */
  readonly dropped: {
    readonly fields: readonly Field[];
    readonly attributes: readonly AttributeId[];
  };
}

/** Works a merge out without doing it. */
export function previewMerge(
  command: CommandOf<'entry.merge'>,
  view: ProjectView,
  context: ChangeContext,
): Result<MergePreview> {
  const merged = mergeEntries(command, view, context);
  if (!merged.ok) return merged;
  const { updated, removed } = merged.value;
  const before = view.find('entry', command.into);
  const changed = updated.map(([, after]) => after).find(({ id }) => id === command.into);
  const kept = changed?.record === 'entry' ? changed : before;
  const others = removed.filter((record) => record.record === 'entry');
  const countOf = (name: 'annotation' | 'link' | 'entry'): number =>
    updated.filter(([{ record, id }]) => record === name && id !== command.into).length;
  return ok({
    mentions: countOf('annotation'),
    roles: countOf('link'),
    rolesJoined: removed.filter(({ record }) => record === 'link').length,
    places: countOf('entry'),
    aliases: kept?.aliases.filter((alias) => !before?.aliases.includes(alias)) ?? [],
    identifiers:
      kept?.identifiers.filter((one) => !before?.identifiers.some((known) => isSame(known, one))) ?? [],
    dropped: {
      fields: fields.filter((field) => others.some((other) => kept && isDropped(field, other, kept))),
      attributes: [...new Set(others.flatMap((other) => (kept ? valuesDropped(other, kept) : [])))],
    },
  });
}

const isDropped = (field: Field, other: EntryRecord, kept: EntryRecord): boolean =>
  other[field] !== null && other[field] !== kept[field] && other[field] !== kept.id;

const valuesDropped = (other: EntryRecord, kept: EntryRecord): AttributeId[] =>
  Object.entries(other.attributes)
    .filter(([id, value]) => !isSame(kept.attributes[id], value))
    .map(([id]) => id as AttributeId);
