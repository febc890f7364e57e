import { BookUser } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Group, Panel, Separator } from 'react-resizable-panels';
import { EmptyState } from '../../ui/EmptyState';
import { EntryDetail } from './EntryDetail';
import { EntryList } from './EntryList';
import { useRegistry } from './entry-rows';
import { NewEntryButton } from './NewEntryButton';
import { useShownEntry } from '../../stores/shown-entry';
import './RegistryView.css';

/** The registry: every entity and event on the left, all that is known of one on the right. */
export function RegistryView() {
  const { t } = useTranslation('registry');
  const registry = useRegistry();
  const shown = useShownEntry((state) => state.entry);
  const entry = shown === null ? undefined : registry.get(shown);
  if (registry.size === 0)
    return (
      <EmptyState icon={BookUser} title={t('empty')}>
        <p>{t('emptyHint')}</p>
        <NewEntryButton look="secondary" />
      </EmptyState>
    );
  return (
    <Group className="registry">
      <Panel
        id="entries"
        className="pane"
        defaultSize={360}
        minSize={240}
        groupResizeBehavior="preserve-pixel-size"
      >
        <EntryList />
      </Panel>
      <Separator className="edge" aria-label={t('resize')} />
      <Panel id="entry" className="pane pane--paper" minSize={360}>
        {entry ? (
          <EntryDetail key={entry.id} entry={entry} />
        ) : (
          <EmptyState title={t('chooseOne')}>
            <p>{t('chooseOneHint')}</p>
          </EmptyState>
        )}
      </Panel>
    </Group>
  );
}
