import { ListFilter, X } from 'lucide-react';
import { useDeferredValue, useEffect, useState } from 'react';
import { Button as AriaButton, DialogTrigger } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { measureOf, type Measure } from '../../../core/segments/metadata';
import { nameIn } from '../../i18n/format';
import { useLanguage } from '../../i18n/use-language';
import { announce } from '../../stores/notices';
import { workspace } from '../../stores/workspace/workspace';
import { FilterField } from '../../ui/Field';
import { TypeAheadPopover } from '../../ui/TypeAhead';
import { askedBy, useFilterSource, type Asked } from './filter-rows';
import { idOfPart, partOf, partsOf, toggledPart, type FilterPart } from './filters';
import { filterBy, useTable } from './table';
import { TestDialog } from './TestDialog';
import { useDescription } from './use-description';
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
  const [asked, setAsked] = useState<Asked | null>(null);
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
              const question = askedBy(id);
              if (question === null) toggle(partOf(id));
              else setAsked(question);
            },
          }}
          onClose={() => setIsOpen(false)}
        />
      </DialogTrigger>
      {asked !== null && <Question asked={asked} onClose={() => setAsked(null)} />}
    </>
  );
}

/** As what most values of a field of metadata can be compared. */
function measureOfField(field: string): Measure | null {
  const documents = workspace()?.documents.values() ?? [];
  return measureOf(Array.from(documents, ({ document }) => document.metadata[field] ?? ''));
}

/** Asks about a field of metadata, or about an attribute. */
function Question({ asked, onClose }: { readonly asked: Asked; readonly onClose: () => void }) {
  const language = useLanguage();
  // What most values are does not change while one answers.
  const [{ name, measure }] = useState(() => {
    if (asked.of === 'metadata') return { name: asked.field, measure: measureOfField(asked.field) };
    const attribute = workspace()?.attributes.get(asked.attribute);
    const kind = attribute?.domain.kind;
    return {
      name: nameIn(attribute?.names ?? {}, language),
      measure: kind === 'date' || kind === 'number' ? kind : null,
    };
  });
  return (
    <TestDialog
      name={name}
      measure={measure}
      onChoose={(test) =>
        add(
          asked.of === 'metadata'
            ? { name: 'metadata', value: { field: asked.field, test } }
            : { name: 'attributes', value: { attribute: asked.attribute, test } },
        )
      }
      onClose={onClose}
    />
  );
}
