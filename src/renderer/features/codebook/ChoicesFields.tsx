import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AttributeDomain, AttributeRecord, Choice } from '../../../core/model/codebook';
import { useLanguage } from '../../i18n/use-language';
import { IconButton } from '../../ui/IconButton';
import { SavedField } from '../../ui/SavedField';
import { change } from './change';
import { withText } from './languages';

interface ChoicesFieldsProps {
  readonly attribute: AttributeRecord;
  readonly domain: Extract<AttributeDomain, { readonly choices: readonly Choice[] }>;
  readonly isReadOnly: boolean;
}

/** The choices of an attribute. Their values stand in the data: renaming one renames it everywhere. */
export function ChoicesFields({ attribute, domain, isReadOnly }: ChoicesFieldsProps) {
  const { t } = useTranslation('codebook');
  const language = useLanguage();
  const [round, setRound] = useState(0);
  const { choices } = domain;
  const set = (next: readonly Choice[]): Promise<boolean> =>
    change({
      name: 'attribute.change',
      attribute: attribute.id,
      change: { domain: { ...domain, choices: next } },
      values: [],
    });
  const add = async (text: string): Promise<void> => {
    const value = text.trim();
    if (value !== '') await set([...choices, { value, names: { [language]: value } }]);
    setRound((before) => before + 1);
  };
  return (
    <fieldset className="book__choices" disabled={isReadOnly}>
      <legend className="field__label">{t('choices')}</legend>
      {choices.map((choice, index) => (
        <div key={choice.value} className="book__choice">
          <SavedField
            label={t('choiceValue')}
            value={choice.value}
            isReadOnly={isReadOnly}
            maxLength={500}
            onSave={(to) =>
              to.trim() !== '' &&
              change({ name: 'choice.rename', attribute: attribute.id, from: choice.value, to: to.trim() })
            }
          />
          <SavedField
            label={t('choiceName')}
            value={choice.names[language] ?? ''}
            isReadOnly={isReadOnly}
            maxLength={500}
            onSave={(name) =>
              set(choices.with(index, { ...choice, names: withText(choice.names, language, name) }))
            }
          />
          <IconButton
            icon={Trash2}
            label={t('removeNamed', { name: choice.value })}
            isDisabled={isReadOnly}
            onPress={() => void set(choices.toSpliced(index, 1))}
          />
        </div>
      ))}
      {!isReadOnly && <SavedField key={round} label={t('addChoice')} value="" maxLength={500} onSave={add} />}
    </fieldset>
  );
}
