import { useCallback, useEffect } from 'react';
import { I18nProvider } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { TypeAction } from '../features/palette/type-action';
import { DropZone } from '../features/importing/DropZone';
import { applyType, canApplyType } from '../features/types/tagging';
import { Welcome } from '../features/welcome/Welcome';
import { languageOf, speak } from '../i18n/i18n';
import { useLanguage } from '../i18n/use-language';
import { useHost } from '../stores/host';
import { useSettings } from '../stores/settings';
import { useTheme } from '../stores/theme';
import { useWorkspace, useWorkspaceState } from '../stores/workspace/workspace';
import { Announcer, Toaster } from '../ui/Toaster';
import { Dialogs } from './Dialogs';
import { MainWindow } from './MainWindow';
import { takeFiles } from './take-files';

/** The whole interface: the welcome screen or the main window, and what floats above either. */
export function App() {
  const { t } = useTranslation('importing');
  const isReady = useHost((state) => state.host !== null);
  const hasProject = useWorkspaceState((state) => state.workspace !== null);
  const onDrop = useCallback((paths: readonly string[]) => void takeFiles(paths), []);
  useLook();
  useTitle();
  return (
    <I18nProvider locale={useLanguage()}>
      <TypeAction value={typeAction}>
        {hasProject ? <MainWindow /> : isReady && <Welcome />}
        <DropZone hint={t(hasProject ? 'dropOnProject' : 'dropOnWelcome')} onDrop={onDrop} />
        <Dialogs />
        <Toaster />
        <Announcer />
      </TypeAction>
    </I18nProvider>
  );
}

const typeAction = () => (canApplyType() ? applyType : null);

/** Shows the interface in the chosen language and theme. */
function useLook(): void {
  const language = useSettings((settings) => settings.language);
  const theme = useTheme();
  useEffect(() => speak(languageOf(language, navigator.languages)), [language]);
  useEffect(() => {
    document.documentElement.dataset['theme'] = theme;
  }, [theme]);
}

/** Names the window after what it shows. */
function useTitle(): void {
  const project = useWorkspace((state) => state.project.name, '');
  const open = useWorkspace(
    (state) => (state.open && state.documents.get(state.open.id)?.document.name) ?? '',
    '',
  );
  useEffect(() => {
    document.title = [open, project, 'Postil'].filter(Boolean).join(' – ');
  }, [open, project]);
}
