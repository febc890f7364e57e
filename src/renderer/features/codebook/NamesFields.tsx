import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Localised } from '../../../core/model/codebook';
import { useLanguage } from '../../i18n/use-language';
import { SavedField } from '../../ui/SavedField';
import { useCodebook } from './book';
import { isLanguage, languagesOf, nameOfLanguage, withText } from './languages';

interface NamesFieldsProps {
  readonly names: Localised;
  readonly isReadOnly: boolean;
  readonly onSave: (names: Localised) => unknown;
  /** Whether a further language can be begun here. */
  readonly canAddLanguage?: boolean;
}

/** A name in each language that the codebook speaks. */
export function NamesFields({ names, isReadOnly, onSave, canAddLanguage = true }: NamesFieldsProps) {
  const { t } = useTranslation('codebook');
  const language = useLanguage();
  const [added, setAdded] = useState<readonly string[]>([]);
  const languages = [...new Set([...languagesOf(useCodebook(), language), ...added])];
  return (
    <div className="book__names">
      {languages.map((one) => (
        <SavedField
          key={one}
          label={t('nameIn', { language: nameOfLanguage(one, language) })}
          value={names[one] ?? ''}
          isReadOnly={isReadOnly}
          maxLength={500}
          onSave={(name) => onSave(withText(names, one, name))}
        />
      ))}
      {canAddLanguage && !isReadOnly && (
        <SavedField
          key={languages.length}
          label={t('addLanguage')}
          description={t('addLanguageHint')}
          value=""
          maxLength={35}
          onSave={(tag) => {
            if (isLanguage(tag.trim())) setAdded([...added, tag.trim()]);
          }}
        />
      )}
    </div>
  );
}
