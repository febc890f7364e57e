import { Check, ChevronDown } from 'lucide-react';
import type { ReactNode } from 'react';
import {
  Button as AriaButton,
  CheckboxButton,
  CheckboxField,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  RadioButton,
  RadioField,
  RadioGroup,
  Select,
  SelectValue,
  SwitchButton,
  SwitchField,
  Text,
} from 'react-aria-components';
import { Tick } from './Tick';
import './Choice.css';

/** One thing to choose, with the words for it. */
export interface Option<Value extends string> {
  readonly value: Value;
  readonly label: string;
  /** A line that explains it, where the label is not enough. */
  readonly description?: string;
  /** A further line, for facts rather than explanation. */
  readonly remark?: string;
  readonly icon?: ReactNode;
}

interface ChoiceProps<Value extends string> {
  readonly label: string;
  readonly options: readonly Option<Value>[];
  readonly value: Value;
  readonly onChange: (value: Value) => void;
  /** Whether the label is only spoken. */
  readonly isLabelHidden?: boolean;
  readonly isDisabled?: boolean;
}

/** Chooses one of several from a list that opens. */
export function SelectField<Value extends string>(props: ChoiceProps<Value>) {
  const { label, options, value, onChange, isLabelHidden = false, isDisabled = false } = props;
  return (
    <Select
      isDisabled={isDisabled}
      className="select"
      value={value}
      onChange={(key) => onChange(key as Value)}
      {...(isLabelHidden ? { 'aria-label': label } : {})}
    >
      {!isLabelHidden && <Label className="field__label">{label}</Label>}
      <AriaButton className="select__button">
        <SelectValue className="select__value" />
        <ChevronDown size={14} strokeWidth={1.75} aria-hidden />
      </AriaButton>
      <Popover className="popover">
        <ListBox className="menu" data-overlay>
          {options.map((option) => (
            <ListBoxItem key={option.value} id={option.value} className="menu__item" textValue={option.label}>
              {option.icon}
              <span className="menu__label">{option.label}</span>
              {option.value === value && <Check size={14} strokeWidth={2} aria-hidden />}
            </ListBoxItem>
          ))}
        </ListBox>
      </Popover>
    </Select>
  );
}

/** Chooses one of a few that are all in view, side by side. */
export function SegmentedChoice<Value extends string>(props: ChoiceProps<Value>) {
  const { label, options, value, onChange, isLabelHidden = false, isDisabled = false } = props;
  return (
    <RadioGroup
      isDisabled={isDisabled}
      className="segmented"
      orientation="horizontal"
      value={value}
      onChange={(chosen) => onChange(chosen as Value)}
      {...(isLabelHidden ? { 'aria-label': label } : {})}
    >
      {!isLabelHidden && <Label className="field__label">{label}</Label>}
      <div className="segmented__row">
        {options.map((option) => (
          <RadioField key={option.value} value={option.value} className="segmented__field">
            <RadioButton className="segmented__segment">
              {option.icon}
              {option.label}
            </RadioButton>
          </RadioField>
        ))}
      </div>
    </RadioGroup>
  );
}

/** Chooses one of a few that need a line of explanation each. */
export function ExplainedChoice<Value extends string>(props: ChoiceProps<Value>) {
  const { label, options, value, onChange } = props;
  return (
    <RadioGroup className="explained" value={value} onChange={(chosen) => onChange(chosen as Value)}>
      <Label className="field__label">{label}</Label>
      {options.map((option) => (
        <RadioField key={option.value} value={option.value}>
          <RadioButton className="explained__option">
            <span className="explained__mark" />
            {option.label}
          </RadioButton>
          {option.description !== undefined && (
            <Text slot="description" className="explained__description">
              {option.description}
              {option.remark !== undefined && <span className="explained__remark">{option.remark}</span>}
            </Text>
          )}
        </RadioField>
      ))}
    </RadioGroup>
  );
}

interface ToggleProps {
  readonly label: ReactNode;
  readonly isOn: boolean;
  readonly onChange: (isOn: boolean) => void;
  readonly isDisabled?: boolean;
}

/** A setting that takes effect at once. */
export function Switch({ label, isOn, onChange }: ToggleProps) {
  return (
    <SwitchField isSelected={isOn} onChange={onChange}>
      <SwitchButton className="switch">
        {label}
        <span className="switch__track" />
      </SwitchButton>
    </SwitchField>
  );
}

/** An option of something that is still to be started. */
export function Checkbox({ label, isOn, onChange, isDisabled = false }: ToggleProps) {
  return (
    <CheckboxField isSelected={isOn} onChange={onChange} isDisabled={isDisabled}>
      <CheckboxButton className="checkbox">
        <Tick isOn={isOn} />
        {label}
      </CheckboxButton>
    </CheckboxField>
  );
}
