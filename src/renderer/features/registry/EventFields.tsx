import { useTranslation } from 'react-i18next';
import { recordsAfter } from '../../../core/diff';
import type { EntryId } from '../../../core/ids';
import type { EntryRecord } from '../../../core/model/annotation';
import { run } from '../../stores/workspace/session';
import { SavedField } from '../../ui/SavedField';
import { TypeAhead } from '../../ui/TypeAhead';
import { changeEntry } from './changes';
import { useEntrySource, useRegistry } from './entry-rows';

interface EventFieldsProps {
  readonly entry: EntryRecord;
  readonly isReadOnly: boolean;
}

/** When and where an event took place. */
export function EventFields({ entry, isReadOnly }: EventFieldsProps) {
  const { t } = useTranslation('registry');
  const registry = useRegistry();
  const place = entry.place === null ? undefined : registry.get(entry.place);
  const source = useEntrySource('entity');
  const makePlace = async (name: string): Promise<void> => {
    const change = await run({ name: 'entry.create', entry: { kind: 'entity', name }, mentions: [] });
    const made = change && recordsAfter(change.diff, 'entry')[0];
    if (made) await changeEntry(entry, { place: made.id });
  };
  return (
    <>
      <SavedField
        label={t('date')}
        value={entry.date ?? ''}
        isReadOnly={isReadOnly}
        placeholder="2023-11-20"
        description={t('dateHint')}
        onSave={(date) => changeEntry(entry, { date: date === '' ? null : date })}
      />
      <TypeAhead
        label={t('place')}
        placeholder={t('noPlace')}
        source={source}
        chosen={entry.place}
        value={place?.name}
        isDisabled={isReadOnly}
        onChoose={({ id }) => void changeEntry(entry, { place: id as EntryId })}
        onCreate={(name) => void makePlace(name)}
        onClear={() => void changeEntry(entry, { place: null })}
      />
    </>
  );
}
