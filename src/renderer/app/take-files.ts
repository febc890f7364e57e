import { startImport } from '../features/importing/flow';
import { t } from '../i18n/i18n';
import { notify } from '../stores/notices';
import { openProject } from '../stores/project';
import { workspace } from '../stores/workspace/workspace';

const isProject = (path: string): boolean => path.toLowerCase().endsWith('.postil');

/** Opens the projects among some files, and imports the others. */
export async function takeFiles(paths: readonly string[]): Promise<void> {
  const texts = paths.filter((path) => !isProject(path));
  for (const path of paths.filter(isProject)) await openProject(path);
  if (texts.length === 0) return;
  if (workspace()) await startImport(texts);
  else notify(t('importing:projectFirst'));
}
