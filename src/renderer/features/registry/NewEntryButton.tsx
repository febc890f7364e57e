import { Plus } from 'lucide-react';
import { MenuTrigger } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { recordsAfter } from '../../../core/diff';
import type { EntryRecord } from '../../../core/model/annotation';
import { run } from '../../stores/workspace/session';
import { useWorkspace } from '../../stores/workspace/workspace';
import { Button } from '../../ui/Button';
import { MenuPopover } from '../../ui/Menu';
import { focusName } from './focus';
import { chooseEntry } from '../../stores/shown-entry';

const kinds = ['entity', 'event'] as const satisfies readonly EntryRecord['kind'][];

/** Makes an entry that no mention refers to yet, and lets its name be typed. */
export function NewEntryButton({ look }: { readonly look: 'secondary' | 'plain' }) {
  const { t } = useTranslation('registry');
  const isReadOnly = useWorkspace((state) => state.project.readOnly !== null, true);
  const make = async (kind: EntryRecord['kind']): Promise<void> => {
    const change = await run({
      name: 'entry.create',
      entry: { kind, name: t(`unnamed.${kind}`) },
      mentions: [],
    });
    const made = change && recordsAfter(change.diff, 'entry')[0];
    if (!made) return;
    chooseEntry(made.id);
    focusName();
  };
  const lines = kinds.map((kind) => ({ id: kind, label: t(`new.${kind}`), run: () => void make(kind) }));
  return (
    <MenuTrigger>
      <Button look={look} isDisabled={isReadOnly}>
        <Plus size={16} strokeWidth={1.75} aria-hidden />
        {t('newEntry')}
      </Button>
      <MenuPopover label={t('newEntry')} sections={[{ id: 'kinds', lines }]} />
    </MenuTrigger>
  );
}
