import { useTranslation } from 'react-i18next';
import { CommandButton } from '../commands/CommandButton';
import { useInterface } from '../stores/interface';
import { offeredViews, viewIcons } from './views';
import './ViewRail.css';

/** The views of a project, one picture below the other. */
export function ViewRail() {
  const { t } = useTranslation('project');
  const shown = useInterface((state) => state.view);
  return (
    <nav className="rail" aria-label={t('views')}>
      {offeredViews.map((view) => (
        <CommandButton key={view} id={`view.${view}`} icon={viewIcons[view]} isCurrent={view === shown} />
      ))}
    </nav>
  );
}
