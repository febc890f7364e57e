import { useTranslation } from 'react-i18next';
import type { Choice } from '../../core/model/codebook';
import { useLanguage } from '../i18n/use-language';
import { Checkbox, SegmentedChoice, SelectField } from '../ui/Choice';
import { labelOf } from './choice-name';
import { DateValue } from './DateValue';
import { NumberValue, TextValue } from './TextValue';
import { TermValue } from './TermValue';
import type { ValueControlProps } from './props';

/** The control for a value, as the domain of its attribute asks for it. */
export function ValueControl(props: ValueControlProps) {
  const { domain } = props.attribute;
  switch (domain.kind) {
    case 'yes-no':
      return <YesNo {...props} />;
    case 'one-of':
      return <OneOf {...props} choices={domain.choices} />;
    case 'several-of':
      return <SeveralOf {...props} choices={domain.choices} />;
    case 'number':
      return <NumberValue {...props} />;
    case 'date':
      return <DateValue {...props} />;
    case 'text':
      return <TextValue {...props} />;
    case 'vocabulary':
      return <TermValue {...props} />;
  }
}

function YesNo({ label, value, placeholder, isReadOnly, onSave }: ValueControlProps) {
  const { t } = useTranslation('values');
  return (
    <SegmentedChoice<'yes' | 'no' | 'none'>
      label={label}
      isLabelHidden
      isDisabled={isReadOnly}
      value={value === true ? 'yes' : value === false ? 'no' : 'none'}
      options={[
        { value: 'yes', label: t('yes') },
        { value: 'no', label: t('no') },
        { value: 'none', label: placeholder },
      ]}
      onChange={(chosen) => void onSave(chosen === 'none' ? null : chosen === 'yes')}
    />
  );
}

interface WithChoices extends ValueControlProps {
  readonly choices: readonly Choice[];
}

function OneOf({ label, value, placeholder, isReadOnly, onSave, choices }: WithChoices) {
  const language = useLanguage();
  const none = '';
  return (
    <SelectField
      label={label}
      isLabelHidden
      isDisabled={isReadOnly}
      value={typeof value === 'string' ? value : none}
      options={[
        { value: none, label: placeholder },
        ...choices.map((choice) => ({ value: choice.value, label: labelOf(choice, language) })),
      ]}
      onChange={(chosen) => void onSave(chosen === none ? null : chosen)}
    />
  );
}

function SeveralOf({ label, value, isReadOnly, onSave, choices }: WithChoices) {
  const language = useLanguage();
  const chosen = Array.isArray(value) ? (value as readonly string[]) : [];
  const toggle = (choice: string, isOn: boolean): void => {
    // In the order of the codebook, however they were chosen.
    const next = choices
      .map((known) => known.value)
      .filter((known) => (known === choice ? isOn : chosen.includes(known)));
    void onSave(next.length === 0 ? null : next);
  };
  return (
    <div role="group" aria-label={label} className="attribute__several">
      {choices.map((choice) => (
        <Checkbox
          key={choice.value}
          label={labelOf(choice, language)}
          isOn={chosen.includes(choice.value)}
          isDisabled={isReadOnly}
          onChange={(isOn) => toggle(choice.value, isOn)}
        />
      ))}
    </div>
  );
}
