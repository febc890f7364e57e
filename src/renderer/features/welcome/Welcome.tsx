import { FolderOpen, Plus, Settings } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { CommandButton } from '../../commands/CommandButton';
import { runCommand } from '../../commands/registry';
import { Button } from '../../ui/Button';
import { Mark } from '../../ui/Mark';
import { RecentProjects } from './RecentProjects';
import './Welcome.css';

/** What a window without a project shows: the ways to one. */
export function Welcome() {
  const { t } = useTranslation('project');
  return (
    <main className="welcome">
      <div className="welcome__settings">
        <CommandButton id="settings.show" icon={Settings} />
      </div>
      <div className="welcome__column">
        <header className="welcome__head">
          <Mark size={56} />
          <h1 className="welcome__title">Postil</h1>
          <p className="remark">{t('tagline')}</p>
        </header>
        <div className="welcome__ways">
          <Button look="primary" onPress={() => runCommand('project.new')}>
            <Plus size={16} strokeWidth={1.75} aria-hidden />
            {t('newProject')}
          </Button>
          <Button onPress={() => runCommand('project.open')}>
            <FolderOpen size={16} strokeWidth={1.75} aria-hidden />
            {t('openProject')}
          </Button>
        </div>
        <RecentProjects />
        <p className="welcome__hint">{t('dropHint')}</p>
      </div>
    </main>
  );
}
