import { useState } from 'react';
import { Field } from './Field';

interface SavedFieldProps {
  readonly label: string;
  readonly value: string;
  readonly isReadOnly?: boolean;
  readonly maxLength?: number;
  readonly isLong?: boolean;
  readonly placeholder?: string;
  readonly description?: string;
  readonly autoFocus?: boolean;
  /** Where it cannot be saved, the field shows what was there. */
  readonly onSave: (value: string) => unknown;
}

/** A field that is saved by Enter and when the keyboard leaves it. Escape takes back what was typed. */
export function SavedField({ value, onSave, isLong = false, ...field }: SavedFieldProps) {
  const [draft, setDraft] = useState<string | null>(null);
  const save = async (): Promise<void> => {
    if (draft !== null && draft.trim() !== value) await onSave(draft.trim());
    setDraft(null);
  };
  return (
    <Field
      {...field}
      value={draft ?? value}
      onChange={setDraft}
      isLong={isLong}
      onBlur={() => void save()}
      onKeyDown={(event) => {
        const isSaving = event.key === 'Enter' && (!isLong || event.ctrlKey || event.metaKey);
        if (isSaving) void save();
        else if (event.key === 'Escape' && draft !== null) setDraft(null);
        else event.continuePropagation();
      }}
    />
  );
}
