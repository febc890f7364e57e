import { useTranslation } from 'react-i18next';
import type { DocumentOptions } from '../../../contract/document-files';
import { ExplainedChoice } from '../../ui/Choice';
import type { Review } from './review';

const mostSamples = 3;

interface DocumentChoiceProps {
  readonly pages: Review['pages'];
  readonly pdfs: Review['pdfs'];
  readonly options: DocumentOptions;
  readonly onChange: (change: Partial<DocumentOptions>) => void;
}

/** How texts are taken out of web pages and of PDF files. */
export function DocumentChoice({ pages, pdfs, options, onChange }: DocumentChoiceProps) {
  const { t } = useTranslation('importing');
  return (
    <>
      {pages.length > 0 && (
        <Question
          title={t('pages', { count: pages.length })}
          files={options.html === 'readable' ? pages : []}
        >
          <ExplainedChoice
            label={t('pageText')}
            value={options.html}
            options={(['readable', 'all'] as const).map((value) => ({
              value,
              label: t(`pageTexts.${value}`),
              description: t(`pageTextHints.${value}`),
            }))}
            onChange={(html) => onChange({ html })}
          />
        </Question>
      )}
      {pdfs.length > 0 && (
        <Question title={t('pdfs', { count: pdfs.length })} files={options.pdfHyphens === 'keep' ? pdfs : []}>
          <ExplainedChoice
            label={t('hyphens')}
            value={options.pdfHyphens}
            options={(['keep', 'join'] as const).map((value) => ({
              value,
              label: t(`hyphenChoices.${value}`),
              description: t(`hyphenHints.${value}`),
            }))}
            onChange={(pdfHyphens) => onChange({ pdfHyphens })}
          />
        </Question>
      )}
    </>
  );
}

interface QuestionProps {
  readonly title: string;
  /** Whose beginnings are shown: they were read as it is suggested. */
  readonly files: Review['pages'];
  readonly children: React.ReactNode;
}

function Question({ title, files, children }: QuestionProps) {
  return (
    <section className="review__part" aria-label={title}>
      <h3>{title}</h3>
      {files.length > 0 && (
        <ul className="review__samples">
          {files.slice(0, mostSamples).map((file) => (
            <li key={file.path}>
              <span className="file-notes__name">{file.name}</span>
              <span className="review__sample">{file.sample}</span>
            </li>
          ))}
        </ul>
      )}
      {children}
    </section>
  );
}
