import { useTranslation } from 'react-i18next';
import type { BookRecord, Difference } from '../../../core/codebook/compare';
import type { TypeId } from '../../../core/ids';
import type { TypeRecord } from '../../../core/model/codebook';
import { nameIn } from '../../i18n/format';
import { useLanguage } from '../../i18n/use-language';
import { useTold } from './told';

interface DifferencesProps {
  readonly differences: readonly Difference[];
  /** The types that either side knows. */
  readonly types: readonly TypeRecord[];
}

/** How one codebook differs from another: what comes, changes and goes, with each field before and after. */
export function Differences({ differences, types }: DifferencesProps) {
  const { t } = useTranslation('codebook');
  if (differences.length === 0) return <p className="remark">{t('noDifferences')}</p>;
  return (
    <ul className="book__differences" aria-label={t('differences')}>
      {differences.map((difference) => (
        <OneDifference
          key={`${difference.record.record} ${difference.record.id}`}
          difference={difference}
          types={types}
        />
      ))}
    </ul>
  );
}

/** The type that a role or an attribute is of. */
function ownerOf(record: BookRecord): TypeId | null {
  if (record.record === 'role') return record.type;
  return record.record === 'attribute' && record.owner.of === 'type' ? record.owner.type : null;
}

interface OneDifferenceProps extends Pick<DifferencesProps, 'types'> {
  readonly difference: Difference;
}

function OneDifference({ difference, types }: OneDifferenceProps) {
  const { t } = useTranslation('codebook');
  const language = useLanguage();
  const told = useTold(types);
  const { record } = difference;
  const owner = types.find(({ id }) => id === ownerOf(record));
  const name = nameIn(record.names, language);
  return (
    <li className={`book__difference book__difference--${difference.change}`}>
      {t(`change.${difference.change}`, {
        what: t(`parts.${record.record}`),
        name: owner ? t('partOf', { name, owner: nameIn(owner.names, language) }) : t('quoted', { name }),
      })}
      {difference.change === 'changed' && (
        <ul>
          {difference.fields.flatMap((field) =>
            told(difference.before, record, field).map((line) => (
              <li key={line} className="remark">
                {line}
              </li>
            )),
          )}
        </ul>
      )}
    </li>
  );
}
