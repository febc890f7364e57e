import { handlers } from '../../../src/engine/calls/handlers';
import type { Project } from '../../../src/engine/project';
import { valueOf } from '../engine';

/** The rules that the check of a project finds broken. */
export const faultsIn = async (project: Project): Promise<readonly string[]> =>
  valueOf(await handlers['project.check'](project, { job: 'check' })).map(({ rule }) => rule);
