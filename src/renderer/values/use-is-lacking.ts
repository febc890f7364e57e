import { useMemo } from 'react';
import type { EntryRecord } from '../../core/model/annotation';
import type { DocumentRecord } from '../../core/model/document';
import { valuesMissingIn } from '../stores/workspace/unfinished';
import { useWorkspace } from '../stores/workspace/workspace';

/** Whether an entry or a document has no value of an attribute that requires one; the same until the codebook changes. */
export function useIsLacking(): (record: EntryRecord | DocumentRecord) => boolean {
  const attributes = useWorkspace((state) => state.attributes, null);
  const types = useWorkspace((state) => state.types, null);
  return useMemo(
    () => (record) =>
      attributes !== null && types !== null && valuesMissingIn({ attributes, types }, record).length > 0,
    [attributes, types],
  );
}
