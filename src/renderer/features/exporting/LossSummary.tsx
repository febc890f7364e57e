import { CircleCheck, CircleX, TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { sayOfFormats } from '../../i18n/format-words';
import { sentenceOf } from '../../i18n/i18n';
import { verdict } from './flow';
import type { Look } from './look';
import './LossSummary.css';

/** How many of the things that are lost are named. */
const mostNamed = 4;

interface LossSummaryProps {
  readonly look: Look & { readonly isCurrent: boolean };
}

/** What an export would lose, in a sentence, as far as it is known; it keeps its place while it is found out anew. */
export function LossSummary({ look }: LossSummaryProps) {
  const { t } = useTranslation('exporting');
  return (
    <div className="loss-summary" role="status" aria-busy={!look.isCurrent}>
      <Found look={look} />
      {look.isCurrent || <span className="loss-summary__note">{t('looking')}</span>}
    </div>
  );
}

function Found({ look: { report, problem, exporting, isCurrent } }: LossSummaryProps) {
  const { t } = useTranslation('exporting');
  if (problem)
    return (
      <p className="loss-summary__verdict" data-tone="wrong">
        <CircleX size={16} strokeWidth={1.75} aria-hidden />
        {sentenceOf(problem)}
      </p>
    );
  if (!report && !(exporting && isCurrent)) return null;
  const losses = report?.losses ?? [];
  if (losses.length === 0)
    return (
      <p className="loss-summary__verdict" data-tone="good">
        <CircleCheck size={16} strokeWidth={1.75} aria-hidden />
        {t('nothingLost')}
      </p>
    );
  const named = losses
    .slice(0, mostNamed)
    .map(({ thing, count }) => sayOfFormats(`thing.${thing}`, { count }))
    .join(' · ');
  return (
    <>
      <p className="loss-summary__verdict" data-tone="lossy">
        <TriangleAlert size={16} strokeWidth={1.75} aria-hidden />
        {report && verdict(report)}
      </p>
      <p className="remark figures">{losses.length > mostNamed ? `${named} …` : named}</p>
    </>
  );
}
