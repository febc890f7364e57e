import { join } from 'node:path';
import { dialog, type BrowserWindow } from 'electron';
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

export async function askForExport(
  window: BrowserWindow,
  texts: HostTexts,
  folder: string,
  suggestedName: string,
): Promise<string | null> {
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    title: texts.dialogs.export,
    defaultPath: join(folder, suggestedName),
    filters: [{ name: texts.dialogs.json, extensions: ['json'] }],
    properties: ['createDirectory', 'showOverwriteConfirmation'],
  });
  return canceled || filePath === '' ? null : filePath;
}
