import { ChevronDown } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Button as AriaButton, MenuTrigger, Popover } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { RecentProject } from '../../../contract/host-calls';
import { invoke } from '../../bridge/bridge';
import { useCommandLines } from '../../commands/use-lines';
import { useHost } from '../../stores/host';
import { openProject } from '../../stores/project';
import { useWorkspace } from '../../stores/workspace/workspace';
import { Mark } from '../../ui/Mark';
import { MenuLines } from '../../ui/Menu';
import './AppMenu.css';

const mostRecent = 5;

/** The application's menu, the same in every host, under the name of the project. */
export function AppMenu() {
  const { t } = useTranslation('project');
  const name = useWorkspace((state) => state.project.name, '');
  return (
    <MenuTrigger>
      <AriaButton className="app-menu" aria-label={t('menuOf', { name })}>
        <Mark size={20} />
        <span className="app-menu__name">{name}</span>
        <ChevronDown size={14} strokeWidth={1.75} aria-hidden />
      </AriaButton>
      <Popover className="popover" placement="bottom start" offset={4}>
        <Lines />
      </Popover>
    </MenuTrigger>
  );
}

function Lines() {
  const { t } = useTranslation('project');
  const lines = useCommandLines();
  const recent = useOtherRecentProjects();
  const isElectron = useHost((state) => state.host?.host === 'electron');
  return (
    <MenuLines
      label={t('menu')}
      sections={[
        { id: 'project', lines: lines(['project.new', 'project.open']) },
        {
          id: 'recent',
          title: t('recent'),
          lines: recent.map(({ path, name }) => ({ id: path, label: name, run: () => openProject(path) })),
        },
        { id: 'exchange', lines: lines(['import.files', 'import.folder', 'export.project']) },
        {
          id: 'codebook',
          lines: lines(['codebook.take', 'codebook.export', 'vocabulary.show', 'coders.show']),
        },
        { id: 'file', lines: lines(['backups.show', 'file.check']) },
        { id: 'application', lines: lines(['settings.show', 'palette.show', 'keys.show', 'about.show']) },
        { id: 'end', lines: lines(isElectron ? ['project.close', 'app.quit'] : ['project.close']) },
      ]}
    />
  );
}

function useOtherRecentProjects(): readonly RecentProject[] {
  const open = useWorkspace((state) => state.project.path, null);
  const [recent, setRecent] = useState<readonly RecentProject[]>([]);
  useEffect(() => {
    void invoke('projects.recent', {}).then((read) => {
      if (read.ok) setRecent(read.value);
    });
  }, []);
  return recent.filter(({ path, exists }) => exists && path !== open).slice(0, mostRecent);
}
