import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Localised, TypeRecord } from '../../../core/model/codebook';
import { useLanguage } from '../../i18n/use-language';
import { SegmentedChoice } from '../../ui/Choice';
import { Markdown } from '../../ui/Markdown';
import { SavedField } from '../../ui/SavedField';
import { useCodebook } from './book';
import { languagesOf, nameOfLanguage, withText } from './languages';

interface GuidelinesProps {
  readonly type: TypeRecord;
  readonly isReadOnly: boolean;
  readonly onSave: (guidelines: Localised) => unknown;
}

/** When to use a type, in Markdown, with the way it will be read beside it. */
export function Guidelines({ type, isReadOnly, onSave }: GuidelinesProps) {
  const { t } = useTranslation('codebook');
  const language = useLanguage();
  const languages = languagesOf(useCodebook(), language);
  const [chosen, setChosen] = useState<string>(language);
  const text = type.guidelines[chosen] ?? '';
  return (
    <section className="book__section" aria-label={t('guideline')}>
      <div className="book__line">
        <h4 className="field__label">{t('guideline')}</h4>
        <SegmentedChoice
          label={t('guidelineLanguage')}
          value={chosen}
          options={languages.map((one) => ({ value: one, label: nameOfLanguage(one, language) }))}
          isLabelHidden
          onChange={setChosen}
        />
      </div>
      <div className="book__guideline">
        <SavedField
          key={chosen}
          label={t('guidelineIn', { language: nameOfLanguage(chosen, language) })}
          description={t('markdownHint')}
          value={text}
          isReadOnly={isReadOnly}
          isLong
          maxLength={100_000}
          onSave={(guideline) => onSave(withText(type.guidelines, chosen, guideline))}
        />
        <div className="book__preview" aria-label={t('guidelinePreview')} role="group">
          {text === '' ? <p className="remark">{t('noGuideline')}</p> : <Markdown text={text} />}
        </div>
      </div>
    </section>
  );
}
