import { X } from 'lucide-react';
import { useState } from 'react';
import { Button as AriaButton, Label, Tag, TagGroup, TagList } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { EntryRecord } from '../../../core/model/annotation';
import { Field } from '../../ui/Field';
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
        <TagGroup {...(isReadOnly ? {} : { onRemove: remove })}>
          <Label className="field__label">{t('aliases')}</Label>
          <TagList className="entry__tags">
            {aliases.map((alias) => (
              <Tag key={alias} id={alias} textValue={alias} className="entry__tag">
                {alias}
                {!isReadOnly && (
                  <AriaButton slot="remove" className="entry__untag" aria-label={t('removeAlias', { alias })}>
                    <X size={12} strokeWidth={2} aria-hidden />
                  </AriaButton>
                )}
              </Tag>
            ))}
          </TagList>
        </TagGroup>
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
