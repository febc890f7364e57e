import { useTranslation } from 'react-i18next';
import type { AnnotationRecord } from '../../../core/model/annotation';
import { AttributeFields, useHasAttributes } from '../../values/AttributeFields';
import { useDateHelp } from '../../values/date-help';

/** The attributes of the selected annotation. */
export function ValuesSection({ annotation }: { readonly annotation: AnnotationRecord }) {
  return useHasAttributes(annotation) && <Values annotation={annotation} />;
}

function Values({ annotation }: { readonly annotation: AnnotationRecord }) {
  const { t } = useTranslation('values');
  return (
    <section className="attributes" aria-label={t('title')}>
      <AttributeFields records={[annotation]} dates={useDateHelp(annotation)} />
    </section>
  );
}
