import { useTranslation } from 'react-i18next';
import type { ImportPlan } from '../../../contract/engine-calls';
import { ExplainedChoice } from '../../ui/Choice';
import type { Review } from './review';

type Settlement = ImportPlan['conflicts'];

const ways = ['keep-mine', 'take-theirs', 'keep-both'] as const;

interface ConflictChoiceProps {
  readonly files: Review['conflicting'];
  readonly chosen: Settlement;
  readonly onChange: (settlement: Settlement) => void;
}

/** Settles records that the project has under the same id, but differently. Nothing is chosen beforehand. */
export function ConflictChoice({ files, chosen, onChange }: ConflictChoiceProps) {
  const { t } = useTranslation(['importing', 'common']);
  const count = files.reduce((sum, { conflictCount }) => sum + conflictCount, 0);
  const listed = files.flatMap(({ conflicts }) => conflicts);
  return (
    <section className="review__part" aria-label={t('conflicts', { count })}>
      <h3>{t('conflicts', { count })}</h3>
      <div className="review__conflicts">
        <table>
          <thead>
            <tr>
              <th scope="col">{t('record')}</th>
              <th scope="col">{t('mine')}</th>
              <th scope="col">{t('theirs')}</th>
            </tr>
          </thead>
          <tbody>
            {listed.map(({ record, id, mine, theirs }) => (
              <tr key={`${record} ${id}`}>
                <th scope="row">{t(`common:records.${record}`)}</th>
                <td>{mine}</td>
                <td>{theirs}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {count > listed.length && <p className="remark">{t('andMore', { count: count - listed.length })}</p>}
      <ExplainedChoice
        label={t('settle')}
        value={chosen ?? ''}
        options={ways.map((way) => ({
          value: way,
          label: t(`settlements.${way}`),
          description: t(`settlementHints.${way}`),
        }))}
        onChange={(way) => onChange(ways.find((known) => known === way) ?? null)}
      />
    </section>
  );
}
