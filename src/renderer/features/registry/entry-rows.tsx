import { useMemo } from 'react';
import type { EntryId, TypeId } from '../../../core/ids';
import type { EntryRecord } from '../../../core/model/annotation';
import type { TypeRecord } from '../../../core/model/codebook';
import { nameIn } from '../../i18n/format';
import { useLanguage } from '../../i18n/use-language';
import { useWorkspace } from '../../stores/workspace/workspace';
import { listedByName } from './listing';
import { TypeSwatch } from '../../ui/TypeSwatch';
import type { TypeAheadRow } from '../../ui/TypeAhead';

const noEntries: ReadonlyMap<EntryId, EntryRecord> = new Map();
const noTypes: ReadonlyMap<TypeId, TypeRecord> = new Map();

/** Every entry of the registry, by id. */
export const useRegistry = (): ReadonlyMap<EntryId, EntryRecord> =>
  useWorkspace((state) => state.registry, noEntries);

/** Every type of the codebook, by id. */
export const useTypes = (): ReadonlyMap<TypeId, TypeRecord> => useWorkspace((state) => state.types, noTypes);

/** Where the rows of entries come from; made only when a list of them opens, since there may be very many. */
export interface EntrySource {
  readonly rows: () => readonly TypeAheadRow[];
}

/** The entries of a kind, but for one, to type ahead in by name; what tells namesakes apart stands beside it. */
export function useEntrySource(kind: EntryRecord['kind'] | null, except: EntryId | null = null): EntrySource {
  const language = useLanguage();
  const registry = useRegistry();
  const types = useTypes();
  return useMemo(() => {
    const make = (): readonly TypeAheadRow[] => {
      return listedByName(registry)
        .filter(({ entry }) => entry.kind === kind && entry.id !== except)
        .map(({ label, aliases: found = [], entry: { id, aliases, type: typeId } }) => {
          const type = typeId === null ? undefined : types.get(typeId);
          const detail = [...(type ? [nameIn(type.names, language)] : []), ...aliases].join(' · ');
          return { id, label, aliases: found, detail, ...(type && { icon: <TypeSwatch type={type} /> }) };
        });
    };
    let made: readonly TypeAheadRow[] | null = null;
    return { rows: () => (made ??= make()) };
  }, [registry, types, kind, except, language]);
}
