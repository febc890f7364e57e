import { useTranslation } from 'react-i18next';
import { AttributeFields, useHasAttributes } from './AttributeFields';
import type { DateHelp } from './props';
import type { ValueCarrier } from './value-target';

interface AttributeSectionProps {
  /** Records of one kind that have the same attributes; at least one. */
  readonly records: readonly [ValueCarrier, ...ValueCarrier[]];
  readonly dates?: DateHelp;
}

/** The attributes of a record, or of several at once, as a section of their own; nothing where there are none. */
export function AttributeSection({ records, dates }: AttributeSectionProps) {
  const { t } = useTranslation('values');
  if (!useHasAttributes(records[0])) return null;
  return (
    <section className="attributes" aria-label={t('title')}>
      <AttributeFields records={records} {...(dates ? { dates } : {})} />
    </section>
  );
}
