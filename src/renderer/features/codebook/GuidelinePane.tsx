import { Pencil, X } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TypeId } from '../../../core/ids';
import type { TypeRecord } from '../../../core/model/codebook';
import { CommandButton } from '../../commands/CommandButton';
import { nameIn } from '../../i18n/format';
import { useLanguage } from '../../i18n/use-language';
import { usePointedType } from '../../stores/guideline';
import { showView, useInterface } from '../../stores/interface';
import { useWorkspace } from '../../stores/workspace/workspace';
import { EmptyState } from '../../ui/EmptyState';
import { IconButton } from '../../ui/IconButton';
import { Markdown } from '../../ui/Markdown';
import { TypeSwatch } from '../../ui/TypeSwatch';
import { useCodebook } from './book';
import { showType } from '../../stores/shown-part';
import './GuidelinePane.css';

/** The type that a coder points to, has selected, or stands in; the last one while there is none. */
function useTypeInHand(): TypeId | null {
  const pointed = usePointedType();
  const annotation = useInterface(({ selected, underCaret }) => selected ?? underCaret[0] ?? null);
  const coded = useWorkspace(
    ({ open }) => (annotation && open?.annotations.get(annotation)?.type) ?? null,
    null,
  );
  const now = pointed ?? coded;
  const [last, setLast] = useState(now);
  if (now !== null && now !== last) setLast(now);
  return now ?? last;
}

/** When to use the type in hand, for a coder who reads it while selecting; it takes nothing from the text. */
export function GuidelinePane() {
  const { t } = useTranslation('codebook');
  const language = useLanguage();
  const { lookup } = useCodebook();
  const inHand = useTypeInHand();
  const type = inHand === null ? undefined : lookup.type(inHand);
  const edit = (): void => {
    if (!type) return;
    showType(type.id);
    showView('codebook');
  };
  return (
    <section
      className="pane__content guideline"
      data-pane="guideline"
      data-scope="inspector"
      aria-label={t('guideline')}
    >
      <header className="guideline__header">
        {type && <TypeSwatch type={type} />}
        <h2 className="pane-title guideline__type" aria-live="polite">
          {type ? nameIn(type.names, language) : t('guideline')}
        </h2>
        {type && <IconButton icon={Pencil} label={t('editType')} onPress={edit} />}
        <CommandButton id="type.guideline" icon={X} />
      </header>
      <div className="guideline__body" tabIndex={-1}>
        {type ? (
          lookup
            .lineage(type.id)
            .map((above) => <Guideline key={above.id} type={above} isOwn={above.id === type.id} />)
        ) : (
          <EmptyState title={t('noTypeInHand')}>{t('noTypeInHandHint')}</EmptyState>
        )}
      </div>
    </section>
  );
}

interface GuidelineProps {
  readonly type: TypeRecord;
  /** Whether it is the type in hand itself, not one above it. */
  readonly isOwn: boolean;
}

/** What one type says: its guideline and examples. */
function Guideline({ type: { names, guidelines, examples }, isOwn }: GuidelineProps) {
  const { t } = useTranslation('codebook');
  const language = useLanguage();
  const name = nameIn(names, language);
  const text = guidelines[language] ?? guidelines['en'] ?? Object.values(guidelines)[0] ?? '';
  if (!isOwn && text === '' && examples.length === 0) return null;
  return (
    <section className="guideline__part" aria-label={name}>
      {!isOwn && <h3 className="field__label">{name}</h3>}
      {text === '' ? <p className="remark">{t('noGuideline')}</p> : <Markdown text={text} />}
      {examples.length > 0 && (
        <ul className="guideline__examples" aria-label={t('examples')}>
          {examples.map((example) => (
            <li key={example}>
              <q>{example}</q>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
