import type { CodebookBeginning } from '../../contract/codebook-calls';
import type { HowToOpen } from '../../contract/host-calls';
import type { DocumentId } from '../../core/ids';
import type { Problem } from '../../core/problem';
import { invoke } from '../bridge/bridge';
import { t } from '../i18n/i18n';
import { useHost } from './host';
import { closeDialog, leaveSelection, showDialog } from './interface';
import { notify, report } from './notices';
import { remember, remembered } from './settings';
import { loadProject, openDocument } from './workspace/session';
import { setWorkspace, workspace } from './workspace/workspace';

/** Learns which project this window shows, reads it, and goes on where its coder left off. */
export async function showProject(): Promise<void> {
  const described = await invoke('host.describe', {});
  if (!described.ok) {
    report(described.problem);
    return;
  }
  const { project, refusal } = described.value;
  if (refusal) showDialog({ name: 'refusal', ...refusal });
  if (project === null || !(await loadProject())) setWorkspace(null);
  useHost.setState({ host: described.value });
  for (const notice of workspace()?.project.notices ?? []) notify(t(`notices:project.${notice}`));
  const document = lastDocument();
  if (document) await openDocument(document);
}

async function follow(
  call: ReturnType<typeof invoke<'projects.open'>>,
  refuse: (problem: Problem) => void,
): Promise<void> {
  const result = await call;
  if (!result.ok) {
    refuse(result.problem);
    return;
  }
  if (result.value === null) return;
  closeDialog();
  // Another project was opened in its own window; this one stays as it is.
  if (!workspace()) await showProject();
}

/**
 * Makes a project that begins with a codebook; without a path, the host asks where. Answers with what stood in the way;
 * null as well where that was cancelled.
 */
export async function createProject(
  path: string | null,
  codebook: CodebookBeginning,
): Promise<Problem | null> {
  let refusal: Problem | null = null;
  await follow(invoke('projects.create', { path, codebook }), (problem) => {
    refusal = problem;
  });
  return refusal;
}

/** Opens a project; without a path, the host asks which. A refusal is shown with what can be done about it. */
export const openProject = (path: string | null, how: HowToOpen = 'normally'): Promise<void> =>
  follow(invoke('projects.open', { path, how }), (problem) => {
    const named = problem.params['path'];
    showDialog({ name: 'refusal', path: typeof named === 'string' ? named : path, problem });
  });

/** Gives the project back and shows the welcome screen. */
export async function closeProject(): Promise<void> {
  const closed = await invoke('projects.close', {});
  if (!closed.ok) {
    report(closed.problem);
    return;
  }
  leaveSelection();
  setWorkspace(null);
  await showProject();
}

const mostRemembered = 30;

const isListOfIds = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((item) => typeof item === 'string');

/** The document that was shown last in this project; else the first that is not done, else the first. */
function lastDocument(): DocumentId | undefined {
  const documents = workspace()?.documents;
  if (!documents) return undefined;
  const visited = (remembered('documents.visited', isListOfIds) ?? []) as readonly DocumentId[];
  const known = visited.find((id) => documents.has(id));
  const unfinished = [...documents.values()].find(({ document }) => document.status !== 'done');
  return known ?? unfinished?.document.id ?? documents.keys().next().value;
}

/** Remembers which document is shown, over all projects, the latest first. */
export function rememberVisit(document: DocumentId): void {
  const visited = remembered('documents.visited', isListOfIds) ?? [];
  if (visited[0] === document) return;
  const others = visited.filter((id) => id !== document).slice(0, mostRemembered - 1);
  void remember('documents.visited', [document, ...others]);
}
