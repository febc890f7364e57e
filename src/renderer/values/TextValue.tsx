import { useState } from 'react';
import { Input, TextField } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { numberIn } from '../../core/words/number-in';
import type { ValueControlProps } from './props';

interface DraftFieldProps {
  readonly label: string;
  readonly value: string;
  readonly placeholder: string;
  readonly isReadOnly: boolean;
  /** What is wrong with what was typed, as it is typed; null where nothing is. */
  readonly faultOf?: (draft: string) => string | null;
  readonly onSave: (draft: string) => Promise<unknown>;
  readonly onType?: (draft: string | null) => void;
}

/**
 * A line that is saved by Enter and when the keyboard leaves it. What cannot be saved stays, and says why; Escape takes it
 * back. `data-draft` tells the keys of the window to leave that one to it.
 */
export function DraftField(props: DraftFieldProps) {
  const { label, value, placeholder, isReadOnly, faultOf = () => null, onSave, onType } = props;
  const [draft, setDraft] = useState<string | null>(null);
  const isDraft = draft !== null && draft !== value;
  const fault = draft === null ? null : faultOf(draft);
  const type = (text: string | null): void => {
    setDraft(text);
    onType?.(text);
  };
  const save = async (): Promise<void> => {
    if (draft === null || fault !== null) return;
    if (draft.trim() !== value) await onSave(draft.trim());
    type(null);
  };
  return (
    <TextField
      aria-label={label}
      data-draft={isDraft || undefined}
      className="field"
      value={draft ?? value}
      isReadOnly={isReadOnly}
      isInvalid={fault !== null}
      onChange={type}
      onBlur={() => void save()}
      onKeyDown={(event) => {
        if (event.key === 'Enter') void save();
        else if (event.key === 'Escape' && isDraft) type(null);
        else event.continuePropagation();
      }}
    >
      <Input className="field__input attribute__input" placeholder={placeholder} />
      {fault !== null && (
        <span role="status" className="attribute__fault">
          {fault}
        </span>
      )}
    </TextField>
  );
}

/** A value in words; an empty one is none. */
export function TextValue({ label, value, placeholder, isReadOnly, onSave }: ValueControlProps) {
  return (
    <DraftField
      label={label}
      value={typeof value === 'string' ? value : ''}
      placeholder={placeholder}
      isReadOnly={isReadOnly}
      onSave={(text) => onSave(text === '' ? null : text)}
    />
  );
}

/** A value that is a number; anything else is told and not saved. */
export function NumberValue({ label, value, placeholder, isReadOnly, onSave }: ValueControlProps) {
  const { t } = useTranslation('values');
  return (
    <DraftField
      label={label}
      value={typeof value === 'number' ? String(value) : ''}
      placeholder={placeholder}
      isReadOnly={isReadOnly}
      faultOf={(text) => (text.trim() === '' || numberIn(text) !== null ? null : t('noNumber'))}
      onSave={(text) => onSave(numberIn(text))}
    />
  );
}
