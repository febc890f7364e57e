import type { Page } from '@playwright/test';
import { projectFile, type Application } from './application';
import { obtain } from './calls';

/** Makes a project without going through the interface, and shows it in the window. Answers with its file. */
export async function newProject(application: Application, name: string): Promise<string> {
  const path = projectFile(application, name);
  await obtain(application.page, 'projects.create', { path });
  await application.page.reload();
  await obtain(application.page, 'project.describe', {});
  return path;
}

/** Gives the first coder another name: a change that needs no document. */
export async function rename(page: Page, to: string): Promise<void> {
  const [coder] = await obtain(page, 'coders.list', {});
  if (!coder) throw new Error('The project has no coder');
  await obtain(page, 'change.run', { command: { name: 'coder.rename', coder: coder.id, to } });
}
