import { Plus, X } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { EntryRecord } from '../../../core/model/annotation';
import { wikidata } from '../../../core/rules/entry-rules';
import { Button } from '../../ui/Button';
import { Field } from '../../ui/Field';
import { IconButton } from '../../ui/IconButton';
import { changeEntry } from './changes';

interface EntryIdentifiersProps {
  readonly entry: EntryRecord;
  readonly isReadOnly: boolean;
}

/** What other registers call the entry: its number in Wikidata, and any others. */
export function EntryIdentifiers({ entry, isReadOnly }: EntryIdentifiersProps) {
  const { t } = useTranslation('registry');
  const [scheme, setScheme] = useState<string>(wikidata);
  const [value, setValue] = useState('');
  const { identifiers } = entry;
  const add = async (): Promise<void> => {
    if (value.trim() === '') return;
    if (await changeEntry(entry, { identifiers: [...identifiers, { scheme, value }] })) setValue('');
  };
  return (
    <fieldset className="entry__identifiers">
      <legend className="field__label">{t('identifiers')}</legend>
      <ul>
        {identifiers.map((identifier, index) => (
          <li key={`${identifier.scheme} ${identifier.value}`} className="entry__identifier">
            <span className="entry__scheme">{identifier.scheme}</span>
            <span className="entry__value">{identifier.value}</span>
            {!isReadOnly && (
              <IconButton
                icon={X}
                label={t('removeIdentifier', { value: identifier.value })}
                onPress={() =>
                  void changeEntry(entry, { identifiers: identifiers.filter((_, other) => other !== index) })
                }
              />
            )}
          </li>
        ))}
      </ul>
      {!isReadOnly && (
        <div className="entry__add">
          <Field label={t('scheme')} value={scheme} onChange={setScheme} />
          <Field
            label={t('identifier')}
            value={value}
            onChange={setValue}
            placeholder={scheme === wikidata ? 'Q318693' : ''}
            onKeyDown={(event) => {
              if (event.key === 'Enter') void add();
              else event.continuePropagation();
            }}
          />
          <Button isDisabled={value.trim() === ''} onPress={() => void add()} aria-label={t('addIdentifier')}>
            <Plus size={16} strokeWidth={1.75} aria-hidden />
          </Button>
        </div>
      )}
    </fieldset>
  );
}
