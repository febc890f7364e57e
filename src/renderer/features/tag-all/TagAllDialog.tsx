import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AnnotationId, TypeId } from '../../../core/ids';
import type { OccurrenceQuery } from '../../../core/occurrences/occurrence';
import { sentenceOf } from '../../i18n/i18n';
import { useLanguage } from '../../i18n/use-language';
import { useHiddenCoders } from '../../stores/coders';
import { closeDialog } from '../../stores/interface';
import { announce, notify } from '../../stores/notices';
import { run } from '../../stores/workspace/session';
import { useWorkspace, useWorkspaceState } from '../../stores/workspace/workspace';
import { Button } from '../../ui/Button';
import { Checkbox, SegmentedChoice, SelectField } from '../../ui/Choice';
import { Dialog } from '../../ui/Dialog';
import { Field } from '../../ui/Field';
import { Progress } from '../../ui/Progress';
import { typeOptions } from '../../ui/type-options';
import { everyHit, isChosen, type Choice } from './choice';
import { FormList } from './FormList';
import { HitList } from './HitList';
import { lastType } from './last-type';
import { useSearch, type Found, type Wanted } from './use-search';
import './TagAll.css';

const manners = ['exact', 'any-case', 'inflected', 'pattern'] as const;

type Manner = (typeof manners)[number];

interface Options {
  readonly text: string;
  readonly manner: Manner;
  readonly wholeWords: boolean;
  readonly isHere: boolean;
  readonly type: TypeId | null;
  readonly attributes: boolean;
  readonly entry: boolean;
}

function queryOf({ text, manner, wholeWords }: Options): OccurrenceQuery | null {
  if (text.trim() === '') return null;
  switch (manner) {
    case 'inflected':
      return { manner, text };
    case 'pattern':
      return { manner, text, ignoreCase: true, wholeWords };
    case 'exact':
    case 'any-case':
      return { manner: 'literal', text, ignoreCase: manner === 'any-case', wholeWords };
  }
}

interface TagAllDialogProps {
  /** What is looked for at first. */
  readonly text: string;
  /** The annotation whose occurrences are looked for, where it is one. */
  readonly model: AnnotationId | null;
}

/** Finds every further occurrence of some words, and tags those that are chosen, in one change. */
export function TagAllDialog({ text, model }: TagAllDialogProps) {
  const { t } = useTranslation(['tagAll', 'common']);
  const open = useWorkspace((state) => state.open, null);
  const annotation = (model && open?.annotations.get(model)) ?? null;
  const [options, setOptions] = useState<Options>(() => ({
    text: text.replace(/\s+/gu, ' ').slice(0, 1000),
    manner: 'inflected',
    wholeWords: true,
    isHere: false,
    type: annotation?.type ?? lastType.get(),
    attributes: true,
    entry: true,
  }));
  const { choice, onChoice } = useChoice(options);
  const hidden = useHiddenCoders();
  const query = queryOf(options);
  const wanted: Wanted | null =
    query && open
      ? { query, document: open.id, isHere: options.isHere, type: options.type, hidden: [...hidden] }
      : null;
  const [found, stop] = useSearch(wanted);
  const chosen = found.hits.filter((hit, index) => isChosen(choice, hit, index));

  const tagChosen = async (): Promise<void> => {
    const { type, attributes, entry } = options;
    if (type === null || chosen.length === 0) return;
    lastType.keep(type);
    closeDialog();
    const change = await run({
      name: 'occurrences.tag',
      type,
      spans: chosen.map(({ document, span }) => ({ document, span })),
      model,
      carry: { attributes, entry },
    });
    if (!change) return;
    const sentence = t('done', { count: chosen.length });
    notify(sentence);
    announce(sentence);
  };

  return (
    <Dialog
      title={t('title')}
      width="widest"
      onClose={closeDialog}
      actions={
        <>
          <Summary found={found} onStop={stop} />
          <Button onPress={closeDialog}>{t('common:cancel')}</Button>
          <Button
            look="primary"
            isDisabled={chosen.length === 0 || options.type === null}
            onPress={() => void tagChosen()}
          >
            {t('tag', { count: chosen.length })}
          </Button>
        </>
      }
    >
      <div
        className="tag-all"
        role="presentation"
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
          event.preventDefault();
          void tagChosen();
        }}
      >
        <Choices
          options={options}
          canCarry={annotation !== null && annotation.type === options.type}
          isWrong={found.problem !== null}
          onChange={(change) => setOptions((before) => ({ ...before, ...change }))}
        />
        {found.problem && (
          <p role="alert" className="tag-all__problem">
            {sentenceOf(found.problem)}
          </p>
        )}
        <div className="tag-all__found">
          <FormList hits={found.hits} choice={choice} onChoice={onChoice} />
          <HitList hits={found.hits} choice={choice} onChoice={onChoice} />
        </div>
      </div>
    </Dialog>
  );
}

/** What was chosen among the hits of one search; another search begins with all of its hits. */
function useChoice(options: Options) {
  const key = JSON.stringify([
    options.text,
    options.manner,
    options.wholeWords,
    options.isHere,
    options.type,
  ]);
  const [made, setMade] = useState<{ readonly key: string; readonly choice: Choice }>({
    key,
    choice: everyHit,
  });
  const choice = made.key === key ? made.choice : everyHit;
  return {
    choice,
    onChoice: (change: (before: Choice) => Choice): void =>
      setMade((before) => ({ key, choice: change(before.key === key ? before.choice : everyHit) })),
  };
}

interface ChoicesProps {
  readonly options: Options;
  readonly canCarry: boolean;
  /** Whether nothing can be looked for by these words. */
  readonly isWrong: boolean;
  readonly onChange: (change: Partial<Options>) => void;
}

function Choices({ options, canCarry, isWrong, onChange }: ChoicesProps) {
  const { t } = useTranslation('tagAll');
  const language = useLanguage();
  const workspace = useWorkspaceState((state) => state.workspace);
  const fitting = [...(workspace?.types.values() ?? [])].filter(({ kind }) => kind !== 'relation');
  const types = typeOptions(fitting, language);
  return (
    <>
      <div className="tag-all__line">
        <Field
          label={t('text')}
          value={options.text}
          onChange={(text) => onChange({ text })}
          isInvalid={isWrong}
          autoFocus
          maxLength={1000}
        />
        <SelectField<TypeId | ''>
          label={t('type')}
          options={types}
          value={options.type ?? ''}
          onChange={(type) => onChange({ type: type === '' ? null : type })}
        />
      </div>
      <div className="tag-all__line">
        <SegmentedChoice<Manner>
          label={t('manner')}
          isLabelHidden
          options={manners.map((value) => ({ value, label: t(`manners.${value}`) }))}
          value={options.manner}
          onChange={(manner) => onChange({ manner })}
        />
        <SegmentedChoice<'here' | 'everywhere'>
          label={t('where')}
          isLabelHidden
          options={(['here', 'everywhere'] as const).map((value) => ({ value, label: t(value) }))}
          value={options.isHere ? 'here' : 'everywhere'}
          onChange={(where) => onChange({ isHere: where === 'here' })}
        />
        {options.manner !== 'inflected' && (
          <Checkbox
            label={t('wholeWords')}
            isOn={options.wholeWords}
            onChange={(wholeWords) => onChange({ wholeWords })}
          />
        )}
        {canCarry && (
          <div className="tag-all__line">
            <Checkbox
              label={t('carryAttributes')}
              isOn={options.attributes}
              onChange={(attributes) => onChange({ attributes })}
            />
            <Checkbox
              label={t('carryEntry')}
              isOn={options.entry}
              onChange={(entry) => onChange({ entry })}
            />
          </div>
        )}
      </div>
    </>
  );
}

/** How far the search is, with what ends it; then what it found. */
function Summary({ found, onStop }: { readonly found: Found; readonly onStop: () => void }) {
  const { t } = useTranslation(['tagAll', 'common']);
  const { hits, progress, search } = found;
  const tagged = hits.filter((hit) => hit.tagged !== null).length;
  return (
    <div className="tag-all__summary">
      <span role="status" className="figures">
        {t('found', { count: hits.length })}
        {tagged > 0 && ` · ${t('taggedCount', { count: tagged })}`}
        {search?.isCut === true && ` · ${t('isCut')}`}
        {search !== null && search.givenUp > 0 && ` · ${t('givenUp', { count: search.givenUp })}`}
      </span>
      {progress !== null && (
        <>
          <Progress label={t('searching')} fraction={progress} />
          <Button look="plain" onPress={onStop}>
            {t('stop')}
          </Button>
        </>
      )}
    </div>
  );
}
