import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { VersionSummary } from '../../../contract/codebook-calls';
import { compareVersions, type Difference } from '../../../core/codebook/compare';
import { invoke } from '../../bridge/bridge';
import { formatMoment, nameIn } from '../../i18n/format';
import { useLanguage } from '../../i18n/use-language';
import { closeDialog } from '../../stores/interface';
import { report } from '../../stores/notices';
import { useWorkspace } from '../../stores/workspace/workspace';
import { Button } from '../../ui/Button';
import { SelectField } from '../../ui/Choice';
import { Dialog } from '../../ui/Dialog';

/** The versions of the codebook that were kept, the latest first; undefined until they are read. */
function useVersions(): readonly VersionSummary[] | undefined {
  const [versions, setVersions] = useState<readonly VersionSummary[]>();
  useEffect(() => {
    void invoke('codebook.versions', {}).then((answer) => {
      if (answer.ok) setVersions(answer.value);
      else report(answer.problem);
    });
  }, []);
  return versions;
}

/** The versions of the codebook, and what differs between two of them. */
export function VersionsDialog() {
  const { t } = useTranslation(['codebook', 'common']);
  const language = useLanguage();
  const versions = useVersions();
  const coders = useWorkspace((state) => state.coders, null);
  const [earlier, setEarlier] = useState<string | null>(null);
  const [later, setLater] = useState<string | null>(null);
  const find = (id: string | null, otherwise: number): VersionSummary | undefined =>
    versions?.find(({ version }) => version.id === id) ?? versions?.[otherwise];
  const to = find(later, 0);
  const from = find(earlier, 1);
  const options = (versions ?? []).map(({ version }) => ({
    value: version.id,
    label: t('versionNumber', { number: version.number }),
  }));
  return (
    <Dialog
      title={t('versionsTitle')}
      width="wide"
      onClose={closeDialog}
      actions={
        <Button look="primary" onPress={closeDialog} autoFocus>
          {t('common:done')}
        </Button>
      }
    >
      <p className="remark">{t('versionsHint')}</p>
      <ul className="book__versions" aria-label={t('versionsTitle')}>
        {versions?.map(({ version, annotations }) => (
          <li key={version.id} className="book__version">
            <strong>{t('versionNumber', { number: version.number })}</strong>
            <span className="remark">
              {[
                formatMoment(version.at, language),
                coders?.get(version.coder)?.name ?? '',
                t('madeUnder', { count: annotations }),
              ].join(' · ')}
            </span>
          </li>
        ))}
      </ul>
      {from && to && (
        <>
          <div className="book__counts">
            <SelectField label={t('from')} value={from.version.id} options={options} onChange={setEarlier} />
            <SelectField label={t('to')} value={to.version.id} options={options} onChange={setLater} />
          </div>
          <Differences differences={compareVersions(from.version, to.version)} />
        </>
      )}
    </Dialog>
  );
}

function Differences({ differences }: { readonly differences: readonly Difference[] }) {
  const { t } = useTranslation('codebook');
  if (differences.length === 0) return <p className="remark">{t('noDifferences')}</p>;
  return (
    <ul className="book__differences" aria-label={t('differences')}>
      {differences.map((difference) => (
        <OneDifference key={`${difference.record.record} ${difference.record.id}`} difference={difference} />
      ))}
    </ul>
  );
}

function OneDifference({ difference }: { readonly difference: Difference }) {
  const { t } = useTranslation('codebook');
  const language = useLanguage();
  const { record } = difference;
  return (
    <li className={`book__difference book__difference--${difference.change}`}>
      {t(`change.${difference.change}`, {
        what: t(`parts.${record.record}`),
        name: nameIn(record.names, language),
      })}
      {difference.change === 'changed' && (
        <ul>
          {difference.fields.map((field) => (
            <li key={field} className="remark">
              {t('fieldChange', {
                field: t(`fields.${field as 'names'}`),
                before: told(difference.before, field, language),
                after: told(record, field, language),
              })}
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}

/** A field of a record in a few characters. */
function told(record: object, field: string, language: 'en' | 'ru'): string {
  const value = (record as Readonly<Record<string, unknown>>)[field];
  if (field === 'names' || field === 'guidelines')
    return nameIn(value as Readonly<Record<string, string>>, language) || '–';
  if (value === null || value === '') return '–';
  return typeof value === 'string' ? value : JSON.stringify(value);
}
