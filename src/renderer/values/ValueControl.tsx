import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Choice } from '../../core/model/codebook';
import { useLanguage } from '../i18n/use-language';
import { run } from '../stores/workspace/session';
import { Checkbox, SegmentedChoice } from '../ui/Choice';
import { TypeAhead } from '../ui/TypeAhead';
import { labelOf } from './choice-name';
import { DateValue } from './DateValue';
import { NumberValue, TextValue } from './TextValue';
import { TermValue } from './TermValue';
import type { ValueControlProps } from './props';
import { targetOf } from './value-target';

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

/** One of the choices, by typing ahead; what none of them says is added to the codebook where it is needed. */
function OneOf(props: WithChoices) {
  const { label, attribute, value, placeholder, records, isReadOnly, onSave, choices } = props;
  const language = useLanguage();
  const chosen = choices.find((choice) => choice.value === value);
  const rows = useMemo(
    () => choices.map((choice) => ({ id: choice.value, label: labelOf(choice, language) })),
    [choices, language],
  );
  return (
    <TypeAhead
      label={label}
      isLabelHidden
      placeholder={placeholder}
      source={rows}
      chosen={chosen?.value ?? null}
      value={chosen && labelOf(chosen, language)}
      isDisabled={isReadOnly}
      onChoose={({ id }) => void onSave(id)}
      onCreate={(name) =>
        void run({
          name: 'choice.add',
          attribute: attribute.id,
          choice: { value: name, names: { [language]: name } },
          for: targetOf(records),
        })
      }
      onClear={() => void onSave(null)}
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
