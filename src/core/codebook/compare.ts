import { isSame } from '../same';
import type { AttributeRecord, RoleRecord, TypeRecord } from '../model/codebook';
import type { FindType } from '../rules/codebook-rules';
import { widenedAttribute, widenedRole, widenedType } from './widen';

/** A record of the codebook that can be compared between versions. */
export type BookRecord = TypeRecord | RoleRecord | AttributeRecord;

/** How a part of the codebook differs between two versions. Ids tell what is the same part. */
export type Difference =
  | { readonly change: 'added' | 'removed'; readonly record: BookRecord }
  | {
      readonly change: 'changed';
      readonly before: BookRecord;
      readonly record: BookRecord;
      /** The names of the fields that differ. */
      readonly fields: readonly string[];
      /** Whether it only takes or says more than before. */
      readonly widens: boolean;
    };

interface Snapshot {
  readonly types: readonly TypeRecord[];
  readonly roles: readonly RoleRecord[];
  readonly attributes: readonly AttributeRecord[];
}

/** What tells nothing about how one codes: where something came from, and places that others shift. */
const untold = new Set(['record', 'id', 'origin', 'position']);

function fieldsThatDiffer(before: BookRecord, after: BookRecord): string[] {
  const [was, is] = [before, after] as unknown as readonly Readonly<Record<string, unknown>>[];
  return Object.keys(is ?? {}).filter((field) => !untold.has(field) && !isSame(was?.[field], is?.[field]));
}

function isWidened(before: BookRecord, after: BookRecord, find: FindType): boolean {
  const widened =
    before.record === 'type' && after.record === 'type'
      ? widenedType(before, after)
      : before.record === 'role' && after.record === 'role'
        ? widenedRole(before, after, find)
        : before.record === 'attribute' && after.record === 'attribute'
          ? widenedAttribute(before, after)
          : before;
  return fieldsThatDiffer(widened, after).length === 0;
}

/** What was added, removed and changed from one version of the codebook to another: types, then roles, then attributes. */
export function compareVersions(before: Snapshot, after: Snapshot): readonly Difference[] {
  const types = new Map(after.types.map((type) => [type.id, type]));
  const find: FindType = (id) => types.get(id);
  return (['types', 'roles', 'attributes'] as const).flatMap((part): Difference[] => {
    const was = new Map<string, BookRecord>(before[part].map((record) => [record.id, record]));
    const is = new Set<string>(after[part].map(({ id }) => id));
    const later: Difference[] = after[part].flatMap((record): Difference[] => {
      const old = was.get(record.id);
      if (!old) return [{ change: 'added', record }];
      const fields = fieldsThatDiffer(old, record);
      if (fields.length === 0) return [];
      return [{ change: 'changed', before: old, record, fields, widens: isWidened(old, record, find) }];
    });
    const gone: Difference[] = before[part].flatMap((record): Difference[] =>
      is.has(record.id) ? [] : [{ change: 'removed', record }],
    );
    return [...later, ...gone];
  });
}
