import { optionsThatCount, type Options, type OptionSpec } from '../../core/exchange/options';
import { labelOfChoice, labelOfOption } from '../i18n/format-words';
import { Checkbox, SelectField } from './Choice';
import { Field } from './Field';
import './FormatOptions.css';

interface FormatOptionsProps {
  readonly format: string;
  readonly specs: readonly OptionSpec[];
  /** What was chosen; the others are as they are by default. */
  readonly chosen: Options;
  readonly onChange: (chosen: Options) => void;
}

/** What may be chosen about an exchange format, drawn from its own data; what would make no difference is not shown. */
export function FormatOptions({ format, specs, chosen, onChange }: FormatOptionsProps) {
  if (specs.length === 0) return null;
  return (
    <div className="format-options">
      {optionsThatCount(specs, chosen).map((spec) => (
        <FormatOption
          key={spec.name}
          format={format}
          spec={spec}
          value={chosen[spec.name] ?? spec.default}
          onChange={(value) => onChange({ ...chosen, [spec.name]: value })}
        />
      ))}
    </div>
  );
}

interface FormatOptionProps {
  readonly format: string;
  readonly spec: OptionSpec;
  readonly value: string | boolean;
  readonly onChange: (value: string | boolean) => void;
}

function FormatOption({ format, spec, value, onChange }: FormatOptionProps) {
  const label = labelOfOption(format, spec.name);
  switch (spec.kind) {
    case 'flag':
      return <Checkbox label={label} isOn={value === true} onChange={onChange} />;
    case 'choice':
      return (
        <SelectField
          label={label}
          value={String(value)}
          options={spec.choices.map((choice) => ({
            value: choice,
            label: labelOfChoice(format, spec.name, choice),
          }))}
          onChange={onChange}
        />
      );
    case 'text':
      return <Field label={label} value={String(value)} onChange={onChange} maxLength={10_000} />;
  }
}
