import { useTranslation } from 'react-i18next';
import type { DocumentSummary } from '../../../contract/engine-answers';
import { statuses } from '../../../core/model/document';
import { showDialog } from '../../stores/interface';
import { run } from '../../stores/workspace/session';
import { ContextMenu } from '../../ui/ContextMenu';
import type { MenuSection } from '../../ui/Menu';
import { StatusMark } from '../../ui/StatusMark';
import { chosenIds, useMarked } from '../../stores/marked';

interface DocumentMenuProps {
  readonly summary: DocumentSummary;
  readonly place: { readonly x: number; readonly y: number };
  readonly onClose: () => void;
}

/** What can be done with a document of the list. */
export function DocumentMenu({ summary: { document }, place, onClose }: DocumentMenuProps) {
  const { t } = useTranslation(['documents', 'common']);
  const ask = (name: 'rename' | 'note') => () => showDialog({ name, document: document.id });
  // A menu of a marked document is about all that are marked.
  const marked = useMarked((state) => state.marked);
  const documents = marked.has(document.id) ? chosenIds() : [document.id];
  const about = (name: 'remove' | 'document-details' | 'document-join') => () =>
    showDialog({ name, documents });
  const sections: readonly MenuSection[] = [
    {
      id: 'status',
      title: t('common:statusTitle'),
      choice: 'one',
      lines: statuses.map((status) => ({
        id: status,
        label: t(`common:status.${status}`),
        icon: <StatusMark status={status} />,
        isChosen: document.status === status,
        run: () => run({ name: 'document.status', documents, status }),
      })),
    },
    {
      id: 'document',
      title: t('marked', { count: documents.length }),
      lines: [
        { id: 'details', label: t('details'), run: about('document-details') },
        ...(documents.length > 1
          ? [{ id: 'join', label: t('join'), run: about('document-join') }]
          : [
              { id: 'rename', label: t('rename'), run: ask('rename') },
              { id: 'note', label: t('note'), run: ask('note') },
            ]),
        { id: 'remove', label: t('remove'), run: about('remove'), isDangerous: true },
      ],
    },
  ];
  return <ContextMenu label={document.name} sections={sections} place={place} onClose={onClose} />;
}
