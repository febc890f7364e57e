import { Trash2, X } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { statuses } from '../../../core/model/document';
import type { AnnotationRecord } from '../../../core/model/annotation';
import type { TypeId } from '../../../core/ids';
import { CommandButton } from '../../commands/CommandButton';
import { formatMoment } from '../../i18n/format';
import { useLanguage } from '../../i18n/use-language';
import { selectAnnotation, useInterface } from '../../stores/interface';
import { retype } from '../../stores/workspace/retype';
import { run } from '../../stores/workspace/session';
import { quoteIn } from '../../stores/workspace/quotes';
import { useWorkspace } from '../../stores/workspace/workspace';
import { SegmentedChoice, SelectField } from '../../ui/Choice';
import { Field } from '../../ui/Field';
import { IconButton } from '../../ui/IconButton';
import { typeOptions } from '../../ui/type-options';
import { inspector } from './focus';
import './Inspector.css';

/** The annotation that is selected, or nothing while none is. */
export function useSelectedAnnotation(): AnnotationRecord | null {
  const selected = useInterface((state) => state.selected);
  return useWorkspace((state) => (selected && state.open?.annotations.get(selected)) ?? null, null);
}

/** Everything about the selected annotation, to be looked at and changed. */
export function Inspector({
  annotation,
  children,
}: {
  readonly annotation: AnnotationRecord;
  /** What other features have to say about it. */
  readonly children?: ReactNode;
}) {
  const { t } = useTranslation(['annotations', 'common']);
  const language = useLanguage();
  const isReadOnly = useWorkspace((state) => state.project.readOnly !== null, true);
  const coder = useWorkspace((state) => state.coders.get(annotation.coder)?.name ?? '', '');
  const quote = useWorkspace((state) => quoteIn(state, annotation), '');
  return (
    <section ref={inspector} className="inspector" aria-label={t('inspector')} tabIndex={-1}>
      <header className="inspector__header">
        <h2 className="pane-title">{t('inspector')}</h2>
        <CommandButton id="annotation.delete" icon={Trash2} />
        <IconButton icon={X} label={t('closeInspector')} onPress={() => selectAnnotation(null)} />
      </header>
      <div className="inspector__body">
        <blockquote className="inspector__quote">{quote || t('zeroWidth')}</blockquote>
        <TypeChoice annotation={annotation} />
        <SegmentedChoice
          label={t('common:statusTitle')}
          value={annotation.status}
          options={statuses.map((status) => ({
            value: status,
            label: t(`common:status.${status}`),
          }))}
          isLabelHidden
          onChange={(status) => void run({ name: 'annotation.status', annotations: [annotation.id], status })}
        />
        {children}
        <Note key={annotation.id} annotation={annotation} isReadOnly={isReadOnly} />
        <dl className="inspector__facts">
          <dt>{t('coder')}</dt>
          <dd>{coder}</dd>
          <dt>{t('created')}</dt>
          <dd className="figures">{formatMoment(annotation.createdAt, language)}</dd>
          {annotation.modifiedAt !== annotation.createdAt && (
            <>
              <dt>{t('modified')}</dt>
              <dd className="figures">{formatMoment(annotation.modifiedAt, language)}</dd>
            </>
          )}
        </dl>
      </div>
    </section>
  );
}

function TypeChoice({ annotation }: { readonly annotation: AnnotationRecord }) {
  const { t } = useTranslation('annotations');
  const language = useLanguage();
  const types = useWorkspace((state) => state.types, null);
  const isRelation = annotation.fragments.length === 0;
  const fitting = [...(types?.values() ?? [])].filter(({ kind }) => (kind === 'relation') === isRelation);
  return (
    <SelectField<TypeId>
      label={t('type')}
      options={typeOptions(fitting, language)}
      value={annotation.type}
      isLabelHidden
      onChange={(type) => void retype(annotation.id, type)}
    />
  );
}

/** The note is saved when the keyboard leaves it, by Escape too. */
function Note({
  annotation,
  isReadOnly,
}: {
  readonly annotation: AnnotationRecord;
  readonly isReadOnly: boolean;
}) {
  const { t } = useTranslation('annotations');
  const [draft, setDraft] = useState<string | null>(null);
  const save = async (): Promise<void> => {
    if (draft !== null && draft !== annotation.note)
      await run({ name: 'annotation.note', annotation: annotation.id, note: draft });
    setDraft(null);
  };
  return (
    <Field
      label={t('note')}
      value={draft ?? annotation.note}
      onChange={setDraft}
      onBlur={() => void save()}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void save();
        event.continuePropagation();
      }}
      isReadOnly={isReadOnly}
      isLong
      maxLength={100_000}
    />
  );
}
