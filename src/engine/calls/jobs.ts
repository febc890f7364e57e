import { ok } from '../../core/result';
import type { Handler } from './handler';

export const cancelJob: Handler<'job.cancel'> = ({ jobs }, { job }) => {
  jobs.cancel(job);
  return ok(null);
};
