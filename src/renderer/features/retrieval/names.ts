import { useTranslation } from 'react-i18next';
import type { DocumentId, EntryId, TypeId } from '../../../core/ids';
import { nameIn } from '../../i18n/format';
import { useLanguage } from '../../i18n/use-language';
import { useWorkspaceState } from '../../stores/workspace/workspace';
import { useTable } from './table';

/** What a heading of the table says: the name of a type, a document or an entry. */
export function useGroupName(key: string | null): string {
  const { t } = useTranslation('retrieval');
  const language = useLanguage();
  const grouping = useTable((state) => state.query.grouping);
  const name = useWorkspaceState(({ workspace }) => {
    if (!workspace || key === null) return undefined;
    switch (grouping) {
      case 'none':
        return undefined;
      case 'type': {
        const type = workspace.types.get(key as TypeId);
        return type && nameIn(type.names, language);
      }
      case 'document':
        return workspace.documents.get(key as DocumentId)?.document.name;
      case 'entry':
        return workspace.registry.get(key as EntryId)?.name;
    }
  });
  return name ?? t('noEntry');
}
