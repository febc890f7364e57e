import { Highlighter, NotebookPen } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { DocumentSummary } from '../../../contract/engine-answers';
import { formatNumber, nameIn } from '../../i18n/format';
import { useLanguage } from '../../i18n/use-language';
import { shownCount, useHiddenCoders } from '../../stores/coders';
import { valuesMissingIn } from '../../stores/workspace/unfinished';
import { useWorkspace } from '../../stores/workspace/workspace';
import { StatusMark } from '../../ui/StatusMark';
import { UnfinishedMark } from '../../ui/UnfinishedMark';

/** A document in the list: how far it is, its name, its length and how much was coded in it. */
export function DocumentRow({ summary }: { readonly summary: DocumentSummary }) {
  const { document } = summary;
  const annotations = shownCount(summary.annotations, summary.byCoder, useHiddenCoders());
  const { t } = useTranslation(['documents', 'common']);
  const language = useLanguage();
  const lacks = useWorkspace(
    (state) =>
      valuesMissingIn(state, document)
        .map(({ names }) => nameIn(names, language))
        .join(', '),
    '',
  );
  return (
    <div className="document-row">
      <StatusMark status={document.status} />
      <span className="only-spoken">{t(`common:status.${document.status}`)}</span>
      <span className="document-row__name" title={document.name}>
        {document.name}
      </span>
      <span className="document-row__facts figures">
        <UnfinishedMark lacks={lacks} />
        {t('length', { count: document.length, formatted: formatNumber(document.length, language) })}
      </span>
      {document.note !== '' && <NotebookPen size={12} strokeWidth={1.75} aria-label={t('hasNote')} />}
      <span className="document-row__count figures">
        <Highlighter size={12} strokeWidth={1.75} aria-hidden />
        <span aria-hidden>{formatNumber(annotations, language)}</span>
        <span className="only-spoken">{t('common:annotations', { count: annotations })}</span>
      </span>
    </div>
  );
}
