import { Link2, NotebookPen } from 'lucide-react';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { AnnotationRecord } from '../../../core/model/annotation';
import { formatWhen, nameIn } from '../../i18n/format';
import { shortened } from '../../i18n/shortened';
import { useLanguage } from '../../i18n/use-language';
import { quoteIn } from '../../stores/workspace/quotes';
import { unfinishedIn } from '../../stores/workspace/unfinished';
import { useWorkspace } from '../../stores/workspace/workspace';
import { StatusMark } from '../../ui/StatusMark';
import { TypeSwatch } from '../../ui/TypeSwatch';
import { UnfinishedMark } from '../../ui/UnfinishedMark';

/** An annotation in the list: what it covers, what it is, and who made it when. */
export const AnnotationRow = memo(function AnnotationRow({
  annotation,
}: {
  readonly annotation: AnnotationRecord;
}) {
  const { t } = useTranslation(['annotations', 'common']);
  const language = useLanguage();
  const type = useWorkspace((state) => state.types.get(annotation.type), undefined);
  const coder = useWorkspace((state) => state.coders.get(annotation.coder)?.name ?? '', '');
  const quote = useWorkspace((state) => shortened(quoteIn(state, annotation)), '');
  const entry = useWorkspace(
    (state) => (annotation.entry === null ? '' : (state.registry.get(annotation.entry)?.name ?? '')),
    '',
  );
  const unfinished = useWorkspace(
    (state) =>
      unfinishedIn(state, annotation)
        .map(({ names }) => nameIn(names, language))
        .join(', '),
    '',
  );
  return (
    <div className="annotation-row">
      {type && <TypeSwatch type={type} />}
      <span className="annotation-row__quote">{quote === '' ? t('zeroWidth') : quote}</span>
      <span className="annotation-row__facts">
        {type && <span className="annotation-row__type">{nameIn(type.names, language)}</span>}
        {entry !== '' && (
          <span className="annotation-row__entry">
            <Link2 size={12} strokeWidth={1.75} aria-label={t('refersTo')} />
            {entry}
          </span>
        )}
        <span className="annotation-row__coder">{coder}</span>
        <span className="figures">{formatWhen(annotation.createdAt, language, new Date())}</span>
        <UnfinishedMark lacks={unfinished} />
        {annotation.note !== '' && <NotebookPen size={12} strokeWidth={1.75} aria-label={t('hasNote')} />}
      </span>
      {annotation.status !== 'draft' && (
        <>
          <StatusMark status={annotation.status} />
          <span className="only-spoken">{t(`common:status.${annotation.status}`)}</span>
        </>
      )}
    </div>
  );
});
