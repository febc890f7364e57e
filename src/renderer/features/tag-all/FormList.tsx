import { useTranslation } from 'react-i18next';
import type { Hit } from '../../../contract/occurrences';
import { formatNumber } from '../../i18n/format';
import { useLanguage } from '../../i18n/use-language';
import { Checkbox } from '../../ui/Choice';
import { formDecided, formsOf, type Choice } from './choice';

/** How many forms are shown: beyond these, most are one of a kind, as a regular expression finds them. */
const mostShown = 200;

interface FormListProps {
  readonly hits: readonly Hit[];
  readonly choice: Choice;
  readonly onChoice: (change: (before: Choice) => Choice) => void;
}

/** The forms in which hits stand: a whole wrong one is refused at once. */
export function FormList({ hits, choice, onChoice }: FormListProps) {
  const { t } = useTranslation('tagAll');
  const language = useLanguage();
  const forms = formsOf(hits, choice);
  return (
    <div role="group" aria-label={t('forms')} className="tag-all__forms">
      {forms.slice(0, mostShown).map(({ form, hits: count, chosen, tagged }) => (
        <div key={form} className="form-row">
          <Checkbox
            label={
              <span className="form-row__form" title={form}>
                {form}
              </span>
            }
            isOn={chosen > 0}
            onChange={(isTaken) => onChoice((before) => formDecided(before, form, isTaken, hits))}
          />
          <span className="form-row__count figures">
            {formatNumber(count - tagged, language)}
            {tagged > 0 && <span className="only-spoken">{t('taggedCount', { count: tagged })}</span>}
          </span>
        </div>
      ))}
      {forms.length > mostShown && (
        <p className="remark">{t('moreForms', { count: forms.length - mostShown })}</p>
      )}
    </div>
  );
}
