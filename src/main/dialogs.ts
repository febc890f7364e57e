import { extname, join } from 'node:path';
import { dialog, type BrowserWindow, type FileFilter } from 'electron';
import type { HostTexts } from '../host/texts';

const projectFiles = (texts: HostTexts) => [{ name: texts.dialogs.projects, extensions: ['postil'] }];

/** Asks where a new project is to lie. Null if cancelled, as in all of these. */
export async function askForNewProject(
  window: BrowserWindow,
  texts: HostTexts,
  folder: string,
): Promise<string | null> {
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    title: texts.dialogs.newProject,
    buttonLabel: texts.dialogs.newProjectButton,
    defaultPath: join(folder, `${texts.dialogs.newProjectName}.postil`),
    filters: projectFiles(texts),
    properties: ['createDirectory', 'showOverwriteConfirmation'],
  });
  return canceled || filePath === '' ? null : filePath;
}

/** Asks for a project to open, beginning in a folder; null where nothing was chosen. */
export async function askForProject(
  window: BrowserWindow,
  texts: HostTexts,
  folder: string,
): Promise<string | null> {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    title: texts.dialogs.openProject,
    defaultPath: folder,
    filters: [...projectFiles(texts), { name: texts.dialogs.allFiles, extensions: ['*'] }],
    properties: ['openFile'],
  });
  return canceled ? null : (filePaths[0] ?? null);
}

/** Asks for files, or for folders: only macOS can offer both at once. An empty list if cancelled. */
export async function askForImports(
  window: BrowserWindow,
  texts: HostTexts,
  folders: boolean,
): Promise<readonly string[]> {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    title: folders ? texts.dialogs.importFolder : texts.dialogs.importFiles,
    buttonLabel: texts.dialogs.importButton,
    properties: [folders ? 'openDirectory' : 'openFile', 'multiSelections'],
  });
  return canceled ? [] : filePaths;
}

/** The kind of file that is proposed, and all others; none where a folder is, which has no ending. */
function filtersFor(suggestedName: string, texts: HostTexts): FileFilter[] {
  const ending = extname(suggestedName).slice(1);
  if (ending === '') return [];
  const name = ending === 'json' ? texts.dialogs.json : ending.toUpperCase();
  return [
    { name, extensions: [ending] },
    { name: texts.dialogs.allFiles, extensions: ['*'] },
  ];
}

/** Asks where to write an export, beginning in a folder; null where nothing was chosen. */
export async function askForExport(
  window: BrowserWindow,
  texts: HostTexts,
  folder: string,
  suggestedName: string,
): Promise<string | null> {
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    title: texts.dialogs.export,
    defaultPath: join(folder, suggestedName),
    filters: filtersFor(suggestedName, texts),
    properties: ['createDirectory', 'showOverwriteConfirmation'],
  });
  return canceled || filePath === '' ? null : filePath;
}
