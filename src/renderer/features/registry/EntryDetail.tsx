import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { EntryId, TypeId } from '../../../core/ids';
import type { EntryRecord } from '../../../core/model/annotation';
import { useLanguage } from '../../i18n/use-language';
import { useWorkspace } from '../../stores/workspace/workspace';
import { SelectField } from '../../ui/Choice';
import { IconButton } from '../../ui/IconButton';
import { SavedField } from '../../ui/SavedField';
import { TypeAhead } from '../../ui/TypeAhead';
import { typeOptions } from '../../ui/type-options';
import { AttributeSection } from '../../values/AttributeSection';
import { changeEntry, removeEntries } from './changes';
import { EntryAliases } from './EntryAliases';
import { EntryIdentifiers } from './EntryIdentifiers';
import { EntryMentions } from './EntryMentions';
import { EventFields } from './EventFields';
import { useEntrySource, useTypes } from './entry-rows';
import { nameField } from './focus';
import { MergeDialog } from './MergeDialog';

/** All that is known of an entry, to be changed in place, and every mention of it in its sentence. */
export function EntryDetail({ entry }: { readonly entry: EntryRecord }) {
  const { t } = useTranslation('registry');
  const isReadOnly = useWorkspace((state) => state.project.readOnly !== null, true);
  return (
    <section className="entry" aria-label={entry.name}>
      <div className="entry__facts">
        <header className="entry__header">
          <div className="entry__name" {...{ [nameField]: '' }}>
            <SavedField
              label={t('name')}
              value={entry.name}
              isReadOnly={isReadOnly}
              onSave={(name) => changeEntry(entry, { name })}
            />
          </div>
          <IconButton
            icon={Trash2}
            label={t('remove')}
            isDisabled={isReadOnly}
            onPress={() => void removeEntries([entry.id])}
          />
        </header>
        <TypeField entry={entry} />
        <EntryAliases entry={entry} isReadOnly={isReadOnly} />
        {entry.kind === 'event' && <EventFields entry={entry} isReadOnly={isReadOnly} />}
        <AttributeSection records={[entry]} />
        <EntryIdentifiers entry={entry} isReadOnly={isReadOnly} />
        <SavedField
          label={t('note')}
          value={entry.note}
          isReadOnly={isReadOnly}
          isLong
          onSave={(note) => changeEntry(entry, { note })}
        />
        {!isReadOnly && <MergeField entry={entry} />}
      </div>
      <EntryMentions entry={entry} isReadOnly={isReadOnly} />
    </section>
  );
}

const noType = '' as TypeId;

function TypeField({ entry }: { readonly entry: EntryRecord }) {
  const { t } = useTranslation('registry');
  const language = useLanguage();
  const fitting = [...useTypes().values()].filter(({ kind }) => kind === entry.kind);
  return (
    <SelectField<TypeId>
      label={t('type')}
      options={[{ value: noType, label: t('noType') }, ...typeOptions(fitting, language)]}
      value={entry.type ?? noType}
      onChange={(type) => void changeEntry(entry, { type: type === noType ? null : type })}
    />
  );
}

/** Merges a further entry into this one. */
function MergeField({ entry }: { readonly entry: EntryRecord }) {
  const { t } = useTranslation('registry');
  const source = useEntrySource(entry.kind, entry.id);
  const [other, setOther] = useState<EntryId | null>(null);
  return (
    <>
      <TypeAhead
        label={t('mergeWith')}
        placeholder={t('mergePlaceholder')}
        source={source}
        onChoose={({ id }) => setOther(id as EntryId)}
      />
      {other !== null && <MergeDialog entries={[other]} into={entry} onClose={() => setOther(null)} />}
    </>
  );
}
