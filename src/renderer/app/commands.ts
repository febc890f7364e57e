import { invoke } from '../bridge/bridge';
import type { CommandActions } from '../commands/registry';
import { annotationCommands } from '../features/annotations/commands';
import { coderCommands } from '../features/coders/commands';
import { codebookCommands } from '../features/codebook/commands';
import { documentCommands } from '../features/documents/commands';
import { historyCommands } from '../features/history/commands';
import { importCommands } from '../features/importing/commands';
import { readerCommands } from '../features/reader/commands';
import { registryCommands } from '../features/registry/commands';
import { settingsCommands } from '../features/settings/commands';
import { spanCommands } from '../features/spans/commands';
import { tagAllCommands } from '../features/tag-all/commands';
import { typeCommands } from '../features/types/commands';
import { useHost } from '../stores/host';
import { showDialog } from '../stores/interface';
import { closeProject, openProject } from '../stores/project';
import { workspace } from '../stores/workspace/workspace';
import { annotationsPanel, documentsPanel, movePane, toggle } from './panes';
import { viewCommands } from './views';

const hasProject = (): boolean => workspace() !== null;
const hasDialogs = (): boolean => useHost.getState().host?.nativeDialogs ?? false;

const dialog = (name: 'about' | 'backups' | 'check' | 'keys' | 'palette' | 'settings') => ({
  run: (): void => showDialog({ name }),
});

/** What every command of the keymap does: those of the features, and those of the window itself. */
export const commands: CommandActions = {
  ...annotationCommands,
  ...coderCommands,
  ...codebookCommands,
  ...documentCommands,
  ...historyCommands,
  ...importCommands,
  ...readerCommands,
  ...registryCommands,
  ...settingsCommands,
  ...spanCommands,
  ...tagAllCommands,
  ...typeCommands,
  ...viewCommands,
  'project.new': {
    run: () => showDialog({ name: 'new-project' }),
  },
  'project.open': {
    run: () => (hasDialogs() ? openProject(null) : showDialog({ name: 'open-project' })),
  },
  'project.close': { run: closeProject, isAvailable: hasProject },
  'export.project': { run: () => showDialog({ name: 'export', of: 'last' }), isAvailable: hasProject },
  'vocabulary.show': {
    run: () => showDialog({ name: 'vocabulary', attribute: null }),
    isAvailable: hasProject,
  },
  'backups.show': { ...dialog('backups'), isAvailable: hasProject },
  'file.check': { ...dialog('check'), isAvailable: hasProject },
  'pane.next': { run: () => movePane(1), isAvailable: hasProject },
  'pane.previous': { run: () => movePane(-1), isAvailable: hasProject },
  'view.documents': { run: () => toggle(documentsPanel), isAvailable: hasProject },
  'view.annotations': { run: () => toggle(annotationsPanel), isAvailable: hasProject },
  'palette.show': dialog('palette'),
  'keys.show': dialog('keys'),
  'settings.show': dialog('settings'),
  'about.show': dialog('about'),
  'app.quit': {
    run: () => invoke('host.quit', {}),
    isAvailable: () => useHost.getState().host?.host === 'electron',
  },
};
