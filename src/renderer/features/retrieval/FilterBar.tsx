import { ListFilter, X } from 'lucide-react';
import { useDeferredValue, useEffect, useState } from 'react';
import { Button as AriaButton, DialogTrigger } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { announce } from '../../stores/notices';
import { FilterField } from '../../ui/Field';
import { TypeAheadPopover } from '../../ui/TypeAhead';
import { fieldAskedFor, useDescription, useFilterSource } from './filter-rows';
import { idOfPart, partOf, partsOf, toggledPart, type FilterPart } from './filters';
import { MetadataDialog } from './MetadataDialog';
import { filterBy, useTable } from './table';
import './FilterBar.css';

const toggle = (part: FilterPart): void => filterBy(toggledPart(useTable.getState().query.filter, part));

/** Adds a condition, unless it is there. */
function add(part: FilterPart): void {
  const id = idOfPart(part);
  if (!partsOf(useTable.getState().query.filter).some((one) => idOfPart(one) === id)) toggle(part);
}

/** What the table is filtered by: words, and conditions that are added and taken away one by one. */
export function FilterBar() {
  const { t } = useTranslation('retrieval');
  const filter = useTable((state) => state.query.filter);
  const describe = useDescription();
  return (
    <div className="filters" role="group" aria-label={t('filter')}>
      <WordsField />
      <AddFilter />
      {partsOf(filter).map((part) => (
        <span key={idOfPart(part)} className="filters__part">
          <span className="filters__sort">{t(`parts.${part.name}`)}</span>
          <span className="filters__name">{describe(part)}</span>
          <AriaButton
            className="filters__remove"
            aria-label={t('removeFilter', { filter: describe(part) })}
            onPress={() => {
              toggle(part);
              announce(t('filterRemoved', { filter: describe(part) }));
            }}
          >
            <X size={12} strokeWidth={2} aria-hidden />
          </AriaButton>
        </span>
      ))}
    </div>
  );
}

/** Looks for words among what is annotated, while they are typed. */
function WordsField() {
  const { t } = useTranslation('retrieval');
  const [text, setText] = useState(useTable.getState().query.filter.text);
  const wanted = useDeferredValue(text);
  useEffect(() => {
    if (useTable.getState().query.filter.text !== wanted) filterBy({ text: wanted });
  }, [wanted]);
  return <FilterField label={t('words')} value={text} onChange={setText} />;
}

function AddFilter() {
  const { t } = useTranslation('retrieval');
  const [isOpen, setIsOpen] = useState(false);
  const [asked, setAsked] = useState<string | null>(null);
  const source = useFilterSource();
  return (
    <>
      <DialogTrigger isOpen={isOpen} onOpenChange={setIsOpen}>
        <AriaButton className="button button--secondary filters__add">
          <ListFilter size={14} strokeWidth={1.75} aria-hidden />
          {t('addFilter')}
        </AriaButton>
        <TypeAheadPopover
          list={{
            label: t('filterBy'),
            source,
            onChoose: ({ id }) => {
              const field = fieldAskedFor(id);
              if (field === null) toggle(partOf(id));
              else setAsked(field);
            },
          }}
          onClose={() => setIsOpen(false)}
        />
      </DialogTrigger>
      {asked !== null && (
        <MetadataDialog
          field={asked}
          onChoose={(value) => add({ name: 'metadata', value })}
          onClose={() => setAsked(null)}
        />
      )}
    </>
  );
}
