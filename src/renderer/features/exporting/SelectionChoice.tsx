import { ChevronRight } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ExportSelection } from '../../../contract/exchange';
import { statuses } from '../../../core/model/document';
import { nameIn } from '../../i18n/format';
import { useLanguage } from '../../i18n/use-language';
import { filterOfTable } from '../../stores/filtered';
import { useWorkspace } from '../../stores/workspace/workspace';
import { Checkbox, SelectField } from '../../ui/Choice';
import { withFilter, type Choice } from './choice';
import { waysToChoose, withDocuments } from './documents';

interface SelectionChoiceProps {
  readonly choice: Choice;
  readonly onChange: (choice: Choice) => void;
}

/** What of the project is exported: everything, or some documents, and annotations of some coders, types and statuses. */
export function SelectionChoice({ choice, onChange }: SelectionChoiceProps) {
  const { t } = useTranslation(['exporting', 'common']);
  const language = useLanguage();
  const state = useWorkspace((workspace) => workspace, null);
  const { selection } = choice;
  const [wasNarrowed] = useState(isNarrowed(selection));
  if (!state) return null;
  // Under a dialog neither the list nor its marks change.
  const ways = waysToChoose();
  const filter = filterOfTable();
  const change = (part: Partial<ExportSelection>): void =>
    onChange({ ...choice, selection: { ...selection, ...part } });
  return (
    <>
      <SelectField
        label={t('documents')}
        value={choice.which}
        options={ways.map((way) => ({
          value: way.which,
          label: t(`which.${way.which}`, { count: way.documents?.length ?? state.documents.size }),
        }))}
        onChange={(chosen) => {
          const way = ways.find(({ which }) => which === chosen);
          if (way) onChange(withDocuments(choice, way));
        }}
      />
      {filter && (
        <SelectField
          label={t('annotations')}
          value={selection.filter ? 'filtered' : 'all'}
          options={(['all', 'filtered'] as const).map((value) => ({
            value,
            label: t(`whichAnnotations.${value}`),
          }))}
          onChange={(value) => onChange(withFilter(choice, value === 'filtered' ? filter : null))}
        />
      )}
      <details className="export-part" open={wasNarrowed}>
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
