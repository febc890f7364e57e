import { X } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { RecentProject } from '../../../contract/host-calls';
import { invoke } from '../../bridge/bridge';
import { formatWhen } from '../../i18n/format';
import { useLanguage } from '../../i18n/use-language';
import { report } from '../../stores/notices';
import { openProject } from '../../stores/project';
import { IconButton } from '../../ui/IconButton';

/** The projects that were open lately. One that is gone is marked, and can be taken off the list. */
export function RecentProjects() {
  const { t } = useTranslation('project');
  const [recent, setRecent] = useState<readonly RecentProject[]>([]);
  useEffect(() => {
    void invoke('projects.recent', {}).then((read) => {
      if (read.ok) setRecent(read.value);
    });
  }, []);
  const forget = async (path: string): Promise<void> => {
    const forgotten = await invoke('projects.forget', { path });
    if (forgotten.ok) setRecent((before) => before.filter((project) => project.path !== path));
    else report(forgotten.problem);
  };
  if (recent.length === 0) return null;
  return (
    <section className="recent" aria-labelledby="recent-title">
      <h2 id="recent-title" className="recent__title">
        {t('recent')}
      </h2>
      <ul>
        {recent.map((project) => (
          <li key={project.path} className="recent__project">
            <ProjectButton project={project} />
            <IconButton
              icon={X}
              label={t('forget', { name: project.name })}
              onPress={() => void forget(project.path)}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}

function ProjectButton({ project: { path, name, openedAt, exists } }: { readonly project: RecentProject }) {
  const { t } = useTranslation('project');
  const language = useLanguage();
  return (
    <AriaButton className="recent__button" isDisabled={!exists} onPress={() => void openProject(path)}>
      <span className="recent__name">{name}</span>
      <span className="recent__when figures">
        {exists ? formatWhen(openedAt, language, new Date()) : t('missing')}
      </span>
      <span className="recent__path" title={path}>
        {path}
      </span>
    </AriaButton>
  );
}
