import { Plus, X } from 'lucide-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DocumentId } from '../../../core/ids';
import { anchorOf } from '../../../core/dates/resolve';
import { isEdtf } from '../../../core/rules/edtf';
import { closeDialog } from '../../stores/interface';
import { run } from '../../stores/workspace/session';
import { useWorkspace } from '../../stores/workspace/workspace';
import { AttributeSection } from '../../values/AttributeSection';
import { anchorOfDocument } from '../../values/date-help';
import type { DocumentRecord } from '../../../core/model/document';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { Field } from '../../ui/Field';
import { IconButton } from '../../ui/IconButton';
import { SavedField } from '../../ui/SavedField';
import { usualKeys, useTitleOf } from './use-facet-words';
import './DetailsDialog.css';

/** What is known of a document, or of several at once: its metadata and its attributes. Everything saves at once. */
export function DetailsDialog({ documents }: { readonly documents: readonly DocumentId[] }) {
  const { t } = useTranslation(['documents', 'common']);
  const all = useWorkspace((state) => state.documents, null);
  const records = documents.flatMap((id) => all?.get(id)?.document ?? []);
  const [first] = records;
  if (!first) return null;
  return (
    <Dialog
      title={t('detailsTitle')}
      onClose={closeDialog}
      actions={
        <Button look="primary" onPress={closeDialog}>
          {t('common:done')}
        </Button>
      }
    >
      <p className="remark">{records.length === 1 ? first.name : t('progress', { count: records.length })}</p>
      <Metadata records={records} />
      <AttributeSection
        records={[first, ...records.slice(1)]}
        dates={{ anchor: anchorOfDocument(first), near: [] }}
      />
    </Dialog>
  );
}

function Metadata({ records }: { readonly records: readonly DocumentRecord[] }) {
  const { t } = useTranslation('documents');
  const isReadOnly = useWorkspace((state) => state.project.readOnly !== null, true);
  const [added, setAdded] = useState<readonly string[]>([]);
  // The keyboard begins in the first field, and goes on in one that was named by Enter.
  const [toFill, setToFill] = useState<string | null>(usualKeys[0]);
  const add = (key: string, isByEnter: boolean): void => {
    setAdded((before) => [...before, key]);
    setToFill(isByEnter ? key : null);
  };
  const used = records.flatMap(({ metadata }) => Object.keys(metadata));
  const keys = [...new Set([...usualKeys, ...used, ...added])];
  const set = async (key: string, value: string | null): Promise<boolean> =>
    (await run({
      name: 'document.metadata',
      documents: records.map(({ id }) => id),
      values: { [key]: value },
    })) !== null;
  return (
    <section className="details__fields" aria-label={t('metadata')}>
      {keys.map((key) => (
        <MetadataField
          key={key}
          name={key}
          records={records}
          isReadOnly={isReadOnly}
          isToFill={key === toFill}
          onSet={(value) => set(key, value)}
        />
      ))}
      {!isReadOnly && <NewKey onAdd={add} />}
    </section>
  );
}

interface MetadataFieldProps {
  readonly name: string;
  readonly records: readonly DocumentRecord[];
  readonly isReadOnly: boolean;
  readonly isToFill: boolean;
  readonly onSet: (value: string | null) => Promise<boolean>;
}

/** One key. Where several documents differ, it is empty until something is typed for all of them. */
function MetadataField({ name, records, isReadOnly, isToFill, onSet }: MetadataFieldProps) {
  const { t } = useTranslation('documents');
  const titleOf = useTitleOf();
  const values = records.map(({ metadata }) => metadata[name]);
  const [value = ''] = values;
  const isMixed = new Set(values).size > 1;
  const hasAny = values.some((one) => one !== undefined);
  const title = titleOf(name);
  const dateRemark = useDateRemark();
  const remark = name === 'date' && !isMixed && value !== '' ? dateRemark(value) : null;
  const row = useRef<HTMLDivElement>(null);
  const remove = (): void => {
    // The button goes with the value: the keyboard goes on in the field.
    row.current?.querySelector('input')?.focus();
    void onSet(null);
  };
  return (
    <div ref={row} className="details__field">
      <SavedField
        label={title}
        value={isMixed ? '' : value}
        isReadOnly={isReadOnly}
        autoFocus={isToFill}
        {...(isMixed ? { placeholder: t('differing') } : {})}
        {...(remark === null ? {} : { description: remark })}
        onSave={(text) => onSet(text === '' ? null : text)}
      />
      {hasAny && !isReadOnly && (
        <IconButton icon={X} label={t('removeKey', { key: title })} onPress={remove} />
      )}
    </div>
  );
}

/** What is understood of a document's date as it is written; null where that is plain. */
function useDateRemark(): (written: string) => string | null {
  const { t } = useTranslation('documents');
  return (written) => {
    if (isEdtf(written)) return null;
    const date = anchorOf(written);
    if (!date) return t('dateUnknown');
    const parts = [date.year, date.month, date.day].filter((part) => part !== null);
    return t('dateMeans', { edtf: parts.map((part) => String(part).padStart(2, '0')).join('-') });
  };
}

function NewKey({ onAdd }: { readonly onAdd: (key: string, isByEnter: boolean) => void }) {
  const { t } = useTranslation('documents');
  const [name, setName] = useState<string | null>(null);
  const add = (isByEnter: boolean): void => {
    const key = name?.trim() ?? '';
    setName(null);
    if (key !== '') onAdd(key, isByEnter);
  };
  if (name === null)
    return (
      <Button look="plain" onPress={() => setName('')}>
        <Plus size={14} strokeWidth={1.75} aria-hidden />
        {t('addKey')}
      </Button>
    );
  return (
    <Field
      label={t('newKey')}
      value={name}
      onChange={setName}
      autoFocus
      maxLength={200}
      onBlur={() => add(false)}
      onKeyDown={(event) => {
        if (event.key === 'Enter') add(true);
        else event.continuePropagation();
      }}
    />
  );
}
