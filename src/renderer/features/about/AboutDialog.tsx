import { useTranslation } from 'react-i18next';
import { useHost } from '../../stores/host';
import { closeDialog } from '../../stores/interface';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { Mark } from '../../ui/Mark';
import './AboutDialog.css';

/** Which Postil this is, and what it runs on. */
export function AboutDialog() {
  const { t } = useTranslation(['project', 'common']);
  const host = useHost((state) => state.host);
  return (
    <Dialog
      title={t('aboutTitle')}
      width="narrow"
      onClose={closeDialog}
      actions={
        <Button look="primary" onPress={closeDialog} autoFocus>
          {t('common:done')}
        </Button>
      }
    >
      <div className="about">
        <Mark size={48} />
        <div>
          <p className="about__name">Postil {host?.version}</p>
          <p className="remark">{t('aboutText')}</p>
        </div>
      </div>
      <dl className="about__versions figures">
        {Object.entries(host?.versions ?? {}).map(([name, version]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{version}</dd>
          </div>
        ))}
      </dl>
      <p className="remark">{t('aboutLicence')}</p>
    </Dialog>
  );
}
