import type { CommittedChange } from '../../contract/engine-answers';
import type { Result } from '../../core/result';
import type { Job } from '../jobs/jobs';
import type { Writer } from '../storage/file/connection';
import { openBeside } from '../storage/file/open';
import { inOneGo, type Steps } from './journal';

/**
 * Takes the steps of a long change in one transaction, and gives way to others in between. Under WAL a connection of
 * its own writes, and everyone else reads the file as it was before; in other journal modes nobody could, so that
 * the steps are taken at once there.
 */
export async function takeSteps(
  writer: Writer,
  steps: (writer: Writer) => Steps,
  job: Job,
): Promise<Result<CommittedChange>> {
  job.report('writing', 0, null);
  if (writer.pragma('journal_mode') !== 'wal') return writer.transaction(() => inOneGo(steps(writer)));
  const opened = openBeside(writer);
  if (!opened.ok) return opened;
  const beside = opened.value;
  try {
    return await beside.transactionInSteps(
      () => told(steps(beside), job),
      () => job.breathe(),
    );
  } finally {
    beside.close();
  }
}

/** The same steps, of which the job tells. */
function* told(steps: Steps, job: Job): Steps {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    job.report('writing', step.value.done, step.value.total);
    yield step.value;
  }
}
