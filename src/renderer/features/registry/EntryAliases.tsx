import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { EntryRecord } from '../../../core/model/annotation';
import { Field } from '../../ui/Field';
import { Tags } from '../../ui/Tags';
import { changeEntry } from './changes';

interface EntryAliasesProps {
  readonly entry: EntryRecord;
  readonly isReadOnly: boolean;
}

/** The other names of an entry: Delete removes the one that has the keyboard, Enter in the field adds one. */
export function EntryAliases({ entry, isReadOnly }: EntryAliasesProps) {
  const { t } = useTranslation('registry');
  const [draft, setDraft] = useState('');
  const { aliases } = entry;
  const remove = (names: ReadonlySet<unknown>): void =>
    void changeEntry(entry, { aliases: aliases.filter((alias) => !names.has(alias)) });
  const add = async (): Promise<void> => {
    if (draft.trim() === '') return;
    await changeEntry(entry, { aliases: [...aliases, draft] });
    setDraft('');
  };
  return (
    <div className="entry__aliases">
      {aliases.length > 0 && (
        <Tags
          label={t('aliases')}
          tags={aliases.map((alias) => ({
            id: alias,
            name: alias,
            removeLabel: t('removeAlias', { alias }),
          }))}
          {...(isReadOnly ? {} : { onRemove: remove })}
        />
      )}
      {!isReadOnly && (
        <Field
          label={t('addAlias')}
          value={draft}
          onChange={setDraft}
          onBlur={() => void add()}
          onKeyDown={(event) => {
            if (event.key === 'Enter') void add();
            else if (event.key === 'Escape') setDraft('');
            else event.continuePropagation();
          }}
        />
      )}
    </div>
  );
}
