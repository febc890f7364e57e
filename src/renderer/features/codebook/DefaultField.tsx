import { useTranslation } from 'react-i18next';
import type { AttributeRecord, AttributeValue } from '../../../core/model/codebook';
import { nameIn } from '../../i18n/format';
import { useLanguage } from '../../i18n/use-language';
import { SelectField } from '../../ui/Choice';
import { SavedField } from '../../ui/SavedField';
import { useCodebook } from './book';

interface DefaultFieldProps {
  readonly attribute: AttributeRecord;
  readonly isReadOnly: boolean;
  readonly onChange: (value: AttributeValue | null) => void;
}

const none = '';

/** The value that a new annotation has by itself. */
export function DefaultField({ attribute, isReadOnly, onChange }: DefaultFieldProps) {
  const { t } = useTranslation('codebook');
  const language = useLanguage();
  const { lookup } = useCodebook();
  const { domain, default: preset } = attribute;
  const options: readonly { readonly value: AttributeValue; readonly label: string }[] | null =
    domain.kind === 'yes-no'
      ? [
          { value: true, label: t('yes') },
          { value: false, label: t('no') },
        ]
      : 'choices' in domain
        ? domain.choices.map(({ value, names }) => ({
            value: domain.kind === 'several-of' ? [value] : value,
            label: nameIn(names, language) || value,
          }))
        : domain.kind === 'vocabulary'
          ? lookup.termsOf(attribute.id).map(({ id, name }) => ({ value: id, label: name }))
          : null;
  if (options)
    return (
      <SelectField<string>
        label={t('default')}
        value={preset === null ? none : JSON.stringify(preset)}
        options={[
          { value: none, label: t('noDefault') },
          ...options.map(({ value, label }) => ({ value: JSON.stringify(value), label })),
        ]}
        onChange={(chosen) => onChange(chosen === none ? null : (JSON.parse(chosen) as AttributeValue))}
      />
    );
  return (
    <SavedField
      label={t('default')}
      value={typeof preset === 'string' || typeof preset === 'number' ? String(preset) : ''}
      isReadOnly={isReadOnly}
      onSave={(text) => {
        if (text.trim() === '') onChange(null);
        else onChange(domain.kind === 'number' && Number.isFinite(Number(text)) ? Number(text) : text);
      }}
    />
  );
}
