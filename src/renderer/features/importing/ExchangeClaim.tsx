import { ChevronRight } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { formatBytes } from '../../i18n/format';
import { sentenceOf } from '../../i18n/i18n';
import { titleOfFormat } from '../../i18n/format-words';
import { useLanguage } from '../../i18n/use-language';
import { Button } from '../../ui/Button';
import { Remarks } from './Remarks';
import type { Review } from './review';
import { saveRemarks } from './save-report';
import './ExchangeClaim.css';

/** Files of one tool that are read together: what they are, what they hold, and what of them would be left out. */
export function ExchangeClaim({ claim }: { readonly claim: Review['exchange'][number] }) {
  const { t } = useTranslation(['importing', 'common']);
  const language = useLanguage();
  const { format, title, path, bytes, files, types, documents, annotations, problems, problemCount } = claim;
  const facts = [
    t('common:documents', { count: documents }),
    t('common:annotations', { count: annotations }),
    ...(types > 0 ? [t('typesFound', { count: types })] : []),
    t('files', { count: files }),
    formatBytes(bytes, language),
  ];
  return (
    <div className="claim">
      <p className="claim__head">
        <strong>{titleOfFormat(format, title)}</strong>
        <span className="claim__path" title={path}>
          {path}
        </span>
      </p>
      <p className="remark">{facts.join(', ')}</p>
      {problemCount > 0 && (
        <details className="claim__warnings">
          <summary>
            <ChevronRight size={14} strokeWidth={1.75} aria-hidden />
            {t('warnings', { count: problemCount })}
          </summary>
          <Remarks items={problems} count={problemCount} renderItem={sentenceOf} />
          <Button look="plain" onPress={() => void saveRemarks(claim)}>
            {t('saveRemarks')}
          </Button>
        </details>
      )}
    </div>
  );
}
