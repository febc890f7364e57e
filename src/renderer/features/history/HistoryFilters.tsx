import { fromDate, getLocalTimeZone, parseDate, toCalendarDate } from '@internationalized/date';
import { useEffect, useMemo, useState } from 'react';
import { FilterX } from 'lucide-react';
import type { DocumentSummary } from '../../../contract/engine-answers';
import type { ChangeName } from '../../../core/commands/command';
import { timestampOf, type CoderId, type DocumentId, type Timestamp } from '../../../core/ids';
import type { CoderRecord } from '../../../core/model/document';
import { invoke } from '../../bridge/bridge';
import { useIsBlind } from '../../stores/coders';
import { useWorkspace } from '../../stores/workspace/workspace';
import { SelectField } from '../../ui/Choice';
import { DayField } from '../../ui/DayField';
import { IconButton } from '../../ui/IconButton';
import { TypeAhead } from '../../ui/TypeAhead';
import { useShownFilter } from './shown-filter';
import { everything, setFilter, useHistory } from './state';
import { useTelling } from './use-telling';

const noCoders: ReadonlyMap<CoderId, CoderRecord> = new Map();
const noDocuments: ReadonlyMap<DocumentId, DocumentSummary> = new Map();
const all = 'all';

/** Which changes are listed: whose, of what sort, in which document, and from which days. */
export function HistoryFilters() {
  const { t } = useTelling();
  const filter = useHistory((state) => state.filter);
  const isNarrowed = Object.values(filter).some((value) => value !== null);
  return (
    <div className="history__filters">
      <CoderFilter chosen={filter.coder} />
      <NameFilter chosen={filter.name} />
      <DocumentFilter chosen={filter.document} />
      <DayFilter
        label={t('fromDay')}
        chosen={filter.from}
        onChange={(from) => setFilter({ from })}
        shift={0}
      />
      <DayFilter
        label={t('untilDay')}
        chosen={filter.until}
        onChange={(until) => setFilter({ until })}
        shift={1}
      />
      {isNarrowed && (
        <IconButton
          icon={FilterX}
          label={t('showAll')}
          onPress={() => useHistory.setState({ filter: everything })}
        />
      )}
    </div>
  );
}

function CoderFilter({ chosen }: { readonly chosen: CoderId | null }) {
  const { t } = useTelling();
  const coders = useWorkspace((state) => state.coders, noCoders);
  const isBlind = useIsBlind();
  if (isBlind) return null;
  return (
    <SelectField
      label={t('coder')}
      value={chosen ?? all}
      options={[
        { value: all, label: t('allCoders') },
        ...[...coders.values()].map(({ id, name }) => ({ value: id, label: name })),
      ]}
      onChange={(id) => setFilter({ coder: id === all ? null : id })}
    />
  );
}

function NameFilter({ chosen }: { readonly chosen: ChangeName | null }) {
  const { t } = useTelling();
  const names = useNames();
  // What is chosen is told, though nothing that is shown may be of that sort any more.
  const offered = chosen === null || names.includes(chosen) ? names : [chosen, ...names];
  return (
    <SelectField
      label={t('sort')}
      value={chosen ?? all}
      options={[
        { value: all, label: t('allSorts') },
        ...offered.map((name) => ({ value: name, label: t(`changes:${name}`) })),
      ]}
      onChange={(name) => setFilter({ name: name === all ? null : name })}
    />
  );
}

/** The sorts of the changes that are shown, as the engine told them last. */
function useNames(): readonly ChangeName[] {
  const { coder, document, from, until } = useShownFilter();
  // Another object after each change.
  const project = useWorkspace((state) => state.project, null);
  const [names, setNames] = useState<readonly ChangeName[]>([]);
  useEffect(() => {
    let isOutdated = false;
    void invoke('history.names', { filter: { coder, document, from, until, name: null } }).then((answer) => {
      if (!isOutdated && answer.ok) setNames(answer.value);
    });
    return () => {
      isOutdated = true;
    };
  }, [project, coder, document, from, until]);
  return names;
}

function DocumentFilter({ chosen }: { readonly chosen: DocumentId | null }) {
  const { t } = useTelling();
  const documents = useWorkspace((state) => state.documents, noDocuments);
  const rows = useMemo(
    () => [...documents.values()].map(({ document }) => ({ id: document.id, label: document.name })),
    [documents],
  );
  return (
    <TypeAhead
      label={t('document')}
      source={rows}
      chosen={chosen}
      value={chosen && (documents.get(chosen)?.document.name ?? t('removedDocument'))}
      placeholder={t('allDocuments')}
      onChoose={({ id }) => setFilter({ document: id as DocumentId })}
      onClear={() => setFilter({ document: null })}
    />
  );
}

interface DayFilterProps {
  readonly label: string;
  readonly chosen: Timestamp | null;
  readonly onChange: (moment: Timestamp | null) => void;
  /** How many days after the chosen one the moment is: that day included, or not. */
  readonly shift: 0 | 1;
}

/** A day in the person's time zone, kept as the moment when it, or the next one, begins. */
function DayFilter({ label, chosen, onChange, shift }: DayFilterProps) {
  return (
    <DayField
      label={label}
      value={chosen === null ? null : dayOf(chosen, shift)}
      onChange={(day) => onChange(day === null ? null : momentOf(day, shift))}
    />
  );
}

const momentOf = (day: string, shift: number): Timestamp =>
  timestampOf(parseDate(day).add({ days: shift }).toDate(getLocalTimeZone()));

const dayOf = (moment: Timestamp, shift: number): string =>
  toCalendarDate(fromDate(new Date(moment), getLocalTimeZone()))
    .subtract({ days: shift })
    .toString();
