import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { EntryId, TypeId } from '../../../core/ids';
import type { EntryRecord } from '../../../core/model/annotation';
import { nameIn } from '../../i18n/format';
import { useLanguage } from '../../i18n/use-language';
import { useWorkspace } from '../../stores/workspace/workspace';
import { SelectField } from '../../ui/Choice';
import { Field } from '../../ui/Field';
import { IconButton } from '../../ui/IconButton';
import { TypeAhead } from '../../ui/TypeAhead';
import { TypeSwatch } from '../../ui/TypeSwatch';
import { changeEntry, mergeInto, removeEntries } from './changes';
import { EntryAliases } from './EntryAliases';
import { EntryIdentifiers } from './EntryIdentifiers';
import { EntryMentions } from './EntryMentions';
import { EventFields } from './EventFields';
import { useEntrySource, useTypes } from './entry-rows';
import { nameField } from './focus';

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

interface SavedFieldProps {
  readonly label: string;
  readonly value: string;
  readonly isReadOnly: boolean;
  readonly isLong?: boolean;
  readonly placeholder?: string;
  readonly description?: string;
  /** Answers whether it could be saved; if not, the field shows what was there. */
  readonly onSave: (value: string) => Promise<boolean>;
}

/** A field that is saved by Enter and when the keyboard leaves it. Escape takes back what was typed. */
export function SavedField({ value, onSave, isLong = false, ...field }: SavedFieldProps) {
  const [draft, setDraft] = useState<string | null>(null);
  const save = async (): Promise<void> => {
    if (draft !== null && draft.trim() !== value) await onSave(draft.trim());
    setDraft(null);
  };
  return (
    <Field
      {...field}
      value={draft ?? value}
      onChange={setDraft}
      isLong={isLong}
      onBlur={() => void save()}
      onKeyDown={(event) => {
        const isSaving = event.key === 'Enter' && (!isLong || event.ctrlKey || event.metaKey);
        if (isSaving) void save();
        else if (event.key === 'Escape') setDraft(null);
        else event.continuePropagation();
      }}
    />
  );
}

const noType = '' as TypeId;

function TypeField({ entry }: { readonly entry: EntryRecord }) {
  const { t } = useTranslation('registry');
  const language = useLanguage();
  const options = [...useTypes().values()]
    .filter(({ kind }) => kind === entry.kind)
    .sort((a, b) => a.position - b.position)
    .map((type) => ({
      value: type.id,
      label: nameIn(type.names, language),
      icon: <TypeSwatch type={type} />,
    }));
  return (
    <SelectField<TypeId>
      label={t('type')}
      options={[{ value: noType, label: t('noType') }, ...options]}
      value={entry.type ?? noType}
      onChange={(type) => void changeEntry(entry, { type: type === noType ? null : type })}
    />
  );
}

/** Merges a further entry into this one. */
function MergeField({ entry }: { readonly entry: EntryRecord }) {
  const { t } = useTranslation('registry');
  const source = useEntrySource(entry.kind, entry.id);
  return (
    <TypeAhead
      label={t('mergeWith')}
      placeholder={t('mergePlaceholder')}
      source={source}
      onChoose={({ id }) => void mergeInto(entry, [id as EntryId])}
    />
  );
}
