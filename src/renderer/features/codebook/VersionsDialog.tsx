import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { VersionSummary } from '../../../contract/codebook-calls';
import { compareVersions } from '../../../core/codebook/compare';
import { invoke } from '../../bridge/bridge';
import { formatMoment } from '../../i18n/format';
import { useLanguage } from '../../i18n/use-language';
import { closeDialog } from '../../stores/interface';
import { report } from '../../stores/notices';
import { useWorkspace } from '../../stores/workspace/workspace';
import { Button } from '../../ui/Button';
import { SelectField } from '../../ui/Choice';
import { Dialog } from '../../ui/Dialog';
import { Differences } from './Differences';

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
          <Differences
            differences={compareVersions(from.version, to.version)}
            types={[...from.version.types, ...to.version.types]}
          />
        </>
      )}
    </Dialog>
  );
}
