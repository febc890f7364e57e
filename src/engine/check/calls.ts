import type { Handler } from '../calls/handler';
import { withFrozenProject } from '../frozen';
import { checkProject } from './check-project';

/** Checks the project as it is at one moment, while work on it goes on. */
export const checkFile: Handler<'project.check'> = (project, { job: name }) =>
  project.jobs.run(name, (job) => withFrozenProject(project, job, (reader) => checkProject(reader, job)));
