import { useTranslation } from 'react-i18next';
import { shortestPart, type ImportPlan } from '../../../contract/engine-calls';
import { longestDocument } from '../../../core/model/document';
import { formatNumber } from '../../i18n/format';
import { useLanguage } from '../../i18n/use-language';
import { ExplainedChoice } from '../../ui/Choice';
import { Field } from '../../ui/Field';
import { isPartLength, splitBySize, type Review } from './review';

type Split = ImportPlan['split'];

interface SplitChoiceProps {
  readonly files: Review['tooLong'];
  readonly split: Split;
  readonly onChange: (split: Split) => void;
}

/** How texts that are longer than a document may be are cut. */
export function SplitChoice({ files, split, onChange }: SplitChoiceProps) {
  const { t } = useTranslation('importing');
  const language = useLanguage();
  const choose = (by: 'size' | 'separator' | 'not'): void =>
    onChange(by === 'not' ? null : by === 'size' ? splitBySize : { by: 'separator', separator: '***' });
  return (
    <section className="review__part" aria-label={t('tooLong', { count: files.length })}>
      <h3>{t('tooLong', { count: files.length })}</h3>
      <p className="remark">
        {files.map(({ name }) => name).join(', ')}
        {'. '}
        {t('tooLongHint', { length: formatNumber(longestDocument, language) })}
      </p>
      <ExplainedChoice
        label={t('split')}
        value={split?.by ?? 'not'}
        options={[
          {
            value: 'size',
            label: t('splitBySize'),
            description: t('splitBySizeHint'),
          },
          { value: 'separator', label: t('splitBySeparator'), description: t('splitBySeparatorHint') },
          { value: 'not', label: t('leaveOut') },
        ]}
        onChange={choose}
      />
      {split?.by === 'size' && (
        <Field
          label={t('partLength')}
          description={t('partLengthHint', {
            shortest: formatNumber(shortestPart, language),
            longest: formatNumber(longestDocument, language),
          })}
          inputMode="numeric"
          value={split.codePoints === 0 ? '' : String(split.codePoints)}
          onChange={(digits) => onChange({ by: 'size', codePoints: Number(digits.replaceAll(/\D/gu, '')) })}
          isInvalid={!isPartLength(split.codePoints)}
          maxLength={9}
        />
      )}
      {split?.by === 'separator' && (
        <Field
          label={t('separator')}
          value={split.separator}
          onChange={(separator) => onChange({ by: 'separator', separator })}
          maxLength={1000}
        />
      )}
    </section>
  );
}
