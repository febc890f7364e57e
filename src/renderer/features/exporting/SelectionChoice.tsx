import { ChevronRight } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { ExportSelection } from '../../../contract/exchange';
import type { DocumentId } from '../../../core/ids';
import { statuses } from '../../../core/model/document';
import { nameIn } from '../../i18n/format';
import { useLanguage } from '../../i18n/use-language';
import { useMarked } from '../../stores/marked';
import { useWorkspace } from '../../stores/workspace/workspace';
import { Checkbox, SelectField } from '../../ui/Choice';

interface SelectionChoiceProps {
  readonly selection: ExportSelection;
  readonly onChange: (selection: ExportSelection) => void;
}

type Which = 'all' | 'open' | 'marked';

const whichOf = (documents: readonly DocumentId[] | null, open: DocumentId | null): Which =>
  documents === null ? 'all' : documents.length === 1 && documents[0] === open ? 'open' : 'marked';

/** What of the project is exported: everything, or some documents, and annotations of some coders, types and statuses. */
export function SelectionChoice({ selection, onChange }: SelectionChoiceProps) {
  const { t } = useTranslation(['exporting', 'common']);
  const language = useLanguage();
  const state = useWorkspace((workspace) => workspace, null);
  const marked = useMarked(({ marked: ids }) => ids);
  if (!state) return null;
  const open = state.open?.id ?? null;
  const chosen = [...state.documents.keys()].filter((id) => marked.has(id));
  const ways: readonly { readonly value: Which; readonly documents: DocumentId[] | null }[] = [
    { value: 'all', documents: null },
    ...(open ? [{ value: 'open' as const, documents: [open] }] : []),
    ...(chosen.length > 0 ? [{ value: 'marked' as const, documents: chosen }] : []),
  ];
  const change = (part: Partial<ExportSelection>): void => onChange({ ...selection, ...part });
  const counts = { all: state.documents.size, open: 1, marked: chosen.length };
  return (
    <>
      <SelectField
        label={t('documents')}
        value={whichOf(selection.documents, open)}
        options={ways.map(({ value }) => ({ value, label: t(`which.${value}`, { count: counts[value] }) }))}
        onChange={(which) =>
          change({ documents: ways.find(({ value }) => value === which)?.documents ?? null })
        }
      />
      <details className="export-part">
        <summary>
          <ChevronRight size={14} strokeWidth={1.75} aria-hidden />
          {t('someAnnotations')}
          {isNarrowed(selection) && <span className="export-part__note">{t('narrowed')}</span>}
        </summary>
        <Some
          label={t('coders')}
          all={[...state.coders.values()].map(({ id, name }) => ({ id, name }))}
          chosen={selection.coders}
          onChange={(coders) => change({ coders })}
        />
        <Some
          label={t('types')}
          all={[...state.types.values()].map(({ id, names }) => ({ id, name: nameIn(names, language) }))}
          chosen={selection.types}
          onChange={(types) => change({ types })}
        />
        <Some
          label={t('statuses')}
          all={statuses.map((id) => ({ id, name: t(`common:status.${id}`) }))}
          chosen={selection.statuses}
          onChange={(some) => change({ statuses: some })}
        />
      </details>
    </>
  );
}

const isNarrowed = ({ coders, types, statuses: some }: ExportSelection): boolean =>
  coders !== null || types !== null || some !== null;

interface SomeProps<Id extends string> {
  readonly label: string;
  readonly all: readonly { readonly id: Id; readonly name: string }[];
  /** Null for all of them. */
  readonly chosen: readonly Id[] | null;
  readonly onChange: (chosen: Id[] | null) => void;
}

/** A few of several, as boxes to be ticked. All of them count as no choice at all. */
function Some<Id extends string>({ label, all, chosen, onChange }: SomeProps<Id>) {
  const set = (id: Id, isOn: boolean): void => {
    const ids = all
      .map((one) => one.id)
      .filter((one) => (one === id ? isOn : (chosen?.includes(one) ?? true)));
    onChange(ids.length === all.length ? null : ids);
  };
  return (
    <fieldset className="export-part__some">
      <legend className="field__label">{label}</legend>
      {all.map(({ id, name }) => (
        <Checkbox
          key={id}
          label={name}
          isOn={chosen?.includes(id) ?? true}
          onChange={(isOn) => set(id, isOn)}
        />
      ))}
    </fieldset>
  );
}
