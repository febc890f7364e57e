import { isSame } from './same';
import type { AttributeRecord, RoleRecord, TypeRecord } from '../model/codebook';

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

/** What was added, removed and changed from one version of the codebook to another: types, then roles, then attributes. */
export function compareVersions(before: Snapshot, after: Snapshot): readonly Difference[] {
  return (['types', 'roles', 'attributes'] as const).flatMap((part): Difference[] => {
    const was = new Map<string, BookRecord>(before[part].map((record) => [record.id, record]));
    const is = new Set<string>(after[part].map(({ id }) => id));
    const later: Difference[] = after[part].flatMap((record): Difference[] => {
      const old = was.get(record.id);
      if (!old) return [{ change: 'added', record }];
      const fields = fieldsThatDiffer(old, record);
      return fields.length === 0 ? [] : [{ change: 'changed', before: old, record, fields }];
    });
    const gone: Difference[] = before[part].flatMap((record): Difference[] =>
      is.has(record.id) ? [] : [{ change: 'removed', record }],
    );
    return [...later, ...gone];
  });
}
