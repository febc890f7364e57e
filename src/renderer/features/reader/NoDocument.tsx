import { FileText, FolderInput, PanelLeft, PanelRight } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { CommandButton } from '../../commands/CommandButton';
import { runCommand, useCaps } from '../../commands/registry';
import { useWorkspace } from '../../stores/workspace/workspace';
import { Button } from '../../ui/Button';
import { Caps } from '../../ui/Caps';
import { EmptyState } from '../../ui/EmptyState';

/** What stands in the middle while no document is open, and the way to one. */
export function NoDocument() {
  const { t } = useTranslation('reader');
  const hasDocuments = useWorkspace((state) => state.documents.size > 0, false);
  const caps = useCaps(hasDocuments ? 'document.nextUnfinished' : 'import.files');
  return (
    <>
      <header className="bar reader__header">
        <CommandButton id="view.documents" icon={PanelLeft} />
        <span className="reader__space" />
        <CommandButton id="view.annotations" icon={PanelRight} />
      </header>
      {hasDocuments ? (
        <EmptyState icon={FileText} title={t('nothingOpen')}>
          <Button onPress={() => runCommand('document.nextUnfinished')}>
            {t('openNextUnfinished')}
            {caps && <Caps caps={caps} />}
          </Button>
        </EmptyState>
      ) : (
        <EmptyState icon={FolderInput} title={t('noDocuments')}>
          <p>{t('noDocumentsHint')}</p>
          <Button look="primary" onPress={() => runCommand('import.files')}>
            {t('chooseFiles')}
          </Button>
          <Button look="plain" onPress={() => runCommand('codebook.take')}>
            {t('chooseCodebook')}
          </Button>
        </EmptyState>
      )}
    </>
  );
}
