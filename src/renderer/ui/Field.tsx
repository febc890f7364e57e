import { Search, X } from 'lucide-react';
import type { Ref } from 'react';
import {
  Button as AriaButton,
  Input,
  Label,
  SearchField as AriaSearchField,
  Text,
  TextArea,
  TextField,
  type TextFieldProps,
} from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import './Field.css';

interface FieldProps extends Omit<TextFieldProps, 'className' | 'children'> {
  readonly label: string;
  readonly description?: string;
  readonly placeholder?: string;
  /** Several lines. */
  readonly isLong?: boolean;
}

/** A labelled field for words. One that begins with the keyboard begins with its words selected, to be typed over. */
export function Field({ label, description, placeholder, isLong = false, ...props }: FieldProps) {
  const Control = isLong ? TextArea : Input;
  const { autoFocus = false } = props;
  return (
    <TextField
      {...props}
      className="field"
      {...(autoFocus && !isLong ? { onFocus: ({ target }) => target.select() } : {})}
    >
      <Label className="field__label">{label}</Label>
      <Control className="field__input" {...(placeholder === undefined ? {} : { placeholder })} />
      {description !== undefined && (
        <Text slot="description" className="field__description">
          {description}
        </Text>
      )}
    </TextField>
  );
}

interface FilterFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly onKeyDown?: (event: React.KeyboardEvent) => void;
  /** What Escape does instead of emptying the field. */
  readonly onEscape?: () => void;
  /** What Escape does where the field is empty. */
  readonly onLeave?: () => void;
  readonly inputRef?: Ref<HTMLInputElement>;
  /** Whether the arrow keys move in the list while the keyboard stays here, as in an `Autocomplete`. */
  readonly isCombobox?: boolean;
}

/** A field without a visible label that narrows a list while one types. Escape empties it, and then leaves it. */
export function FilterField(props: FilterFieldProps) {
  const { label, value, onChange, onKeyDown, onEscape, onLeave, inputRef, isCombobox = false } = props;
  const { t } = useTranslation();
  const catchEscape = (event: React.KeyboardEvent): void => {
    const escape = onEscape ?? (value === '' ? onLeave : undefined);
    if (event.key !== 'Escape' || !escape) return;
    event.stopPropagation();
    escape();
  };
  return (
    <AriaSearchField
      aria-label={label}
      value={value}
      onChange={onChange}
      {...(onKeyDown ? { onKeyDown } : {})}
      className="filter-field"
    >
      <Search size={14} strokeWidth={1.75} aria-hidden />
      <Input
        ref={inputRef}
        className="filter-field__input"
        placeholder={label}
        onKeyDownCapture={catchEscape}
        {...(isCombobox ? { role: 'combobox', 'aria-expanded': true } : {})}
      />
      {value !== '' && (
        <AriaButton className="filter-field__clear" aria-label={t('clear')}>
          <X size={14} strokeWidth={1.75} aria-hidden />
        </AriaButton>
      )}
    </AriaSearchField>
  );
}
