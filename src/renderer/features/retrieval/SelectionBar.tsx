import { useState } from 'react';
import { Button as AriaButton, DialogTrigger, MenuTrigger } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { EntryId, TypeId } from '../../../core/ids';
import { statuses } from '../../../core/model/document';
import { useLanguage } from '../../i18n/use-language';
import { useWorkspaceState } from '../../stores/workspace/workspace';
import { Button } from '../../ui/Button';
import { MenuPopover } from '../../ui/Menu';
import { StatusMark } from '../../ui/StatusMark';
import { TypeAheadPopover, type TypeAheadRow } from '../../ui/TypeAhead';
import { typeOptions } from '../../ui/type-options';
import { change, deleteSelected } from './actions';
import { countSelected, everything, nothing } from './selection';
import { SetValueDialog } from './SetValueDialog';
import { useTable } from './table';

/** What can be done with the selected rows at once. There is nothing of it while none is selected. */
export function SelectionBar({ total }: { readonly total: number }) {
  const { t } = useTranslation(['retrieval', 'common']);
  const selection = useTable((state) => state.selection);
  const count = countSelected(selection, total);
  if (count === 0) return null;
  return (
    <div className="segments__selection" role="toolbar" aria-label={t('selection')}>
      <span className="segments__selected figures" role="status">
        {t('selectedCount', { count })}
      </span>
      {count < total && (
        <Button look="plain" onPress={() => useTable.setState({ selection: everything })}>
          {t('selectAll', { count: total })}
        </Button>
      )}
      <Retype />
      <SetValue count={count} />
      <Link />
      <StatusMenu />
      <Button look="danger" onPress={() => void deleteSelected()}>
        {t('delete')}
      </Button>
      <Button look="plain" onPress={() => useTable.setState({ selection: nothing })}>
        {t('selectNone')}
      </Button>
    </div>
  );
}

interface ChoiceButtonProps {
  readonly label: string;
  readonly source: Parameters<typeof TypeAheadPopover>[0]['list']['source'];
  readonly onChoose: (row: TypeAheadRow) => void;
}

/** A button that opens a list to choose from by typing. */
function ChoiceButton({ label, source, onChoose }: ChoiceButtonProps) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <DialogTrigger isOpen={isOpen} onOpenChange={setIsOpen}>
      <AriaButton className="button button--secondary">{label}</AriaButton>
      <TypeAheadPopover list={{ label, source, onChoose }} onClose={() => setIsOpen(false)} />
    </DialogTrigger>
  );
}

function Retype() {
  const { t } = useTranslation('retrieval');
  const language = useLanguage();
  const workspace = useWorkspaceState((state) => state.workspace);
  const rows = typeOptions(workspace?.types.values() ?? [], language).map(({ value, ...shown }) => ({
    id: value,
    ...shown,
  }));
  return (
    <ChoiceButton
      label={t('retype')}
      source={rows}
      onChoose={({ id }) => void change({ name: 'retype', type: id as TypeId })}
    />
  );
}

/** Asks for a value of an attribute, whatever its kind. */
function SetValue({ count }: { readonly count: number }) {
  const { t } = useTranslation('retrieval');
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <Button onPress={() => setIsOpen(true)}>{t('setValue')}</Button>
      {isOpen && <SetValueDialog count={count} onClose={() => setIsOpen(false)} />}
    </>
  );
}

const noEntry = 'none';

function Link() {
  const { t } = useTranslation('retrieval');
  const workspace = useWorkspaceState((state) => state.workspace);
  const [source] = useState(() => ({
    rows: (): readonly TypeAheadRow[] => [
      { id: noEntry, label: t('noEntry') },
      ...[...(workspace?.registry.values() ?? [])].map(({ id, name, aliases }) => ({
        id: `entry ${id}`,
        label: name,
        aliases,
        detail: aliases.join(' · '),
      })),
    ],
  }));
  return (
    <ChoiceButton
      label={t('link')}
      source={source}
      onChoose={({ id }) =>
        void change({
          name: 'entry',
          entry: id === noEntry ? null : (id.slice('entry '.length) as EntryId),
        })
      }
    />
  );
}

function StatusMenu() {
  const { t } = useTranslation(['retrieval', 'common']);
  const lines = statuses.map((status) => ({
    id: status,
    label: t(`common:status.${status}`),
    icon: <StatusMark status={status} />,
    run: () => change({ name: 'status', status }),
  }));
  return (
    <MenuTrigger>
      <AriaButton className="button button--secondary">{t('status')}</AriaButton>
      <MenuPopover label={t('status')} sections={[{ id: 'status', lines }]} />
    </MenuTrigger>
  );
}
