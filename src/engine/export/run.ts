import type { ExportReport } from '../../contract/engine-answers';
import type { ExportPlan } from '../../contract/exchange';
import { recordNames, type RecordName } from '../../core/model/records';
import { ok, type Result } from '../../core/result';
import { serialize } from '../../formats/json/serialize';
import type { Handler } from '../calls/handler';
import { withFrozenProject } from '../frozen';
import type { Job } from '../jobs/jobs';
import type { Reader } from '../storage/connection';
import { countRecords } from '../storage/counts';
import { contentsOf } from './contents';
import { exportExchange } from './exchange/run';
import { selected } from './selection';
import { writeWhole } from './target';

/** Postil's own format, which no list of exchange formats has. */
const ownFormat = 'json';

/**
 * Writes what was chosen of the project, as it is at one moment, in a format. The target is replaced whole, or stays
 * as it was.
 */
export const runExport: Handler<'export.run'> = (project, { job: name, plan, out }) =>
  project.jobs.run(name, (job) =>
    withFrozenProject(project, job, async (reader) =>
      plan.format === ownFormat
        ? exportJson(reader, plan, out, job)
        : exportExchange(reader, project.path, plan, out, job),
    ),
  );

async function exportJson(
  reader: Reader,
  { selection, withHistory }: ExportPlan,
  out: string | null,
  job: Job,
): Promise<Result<ExportReport>> {
  const total = Object.values(countRecords(reader)).reduce((sum, count) => sum + count, 0);
  const contents = contentsOf(reader, selected(reader, selection), { withHistory });
  const written = Object.fromEntries(recordNames.map((record) => [record, 0])) as Record<RecordName, number>;
  let done = 0;
  const counted: typeof contents = {
    ...contents,
    *records(of) {
      for (const record of contents.records(of)) {
        yield record;
        written[of] += 1;
        done += 1;
      }
    },
  };
  if (out === null) return ok({ path: null, bytes: 0, written, losses: [] });
  const bytes = await writeWhole(out, async (draft) => {
    for (const piece of serialize(counted)) {
      await draft.write(piece);
      job.report('writing', done, total);
      await job.breathe();
    }
    return ok(null);
  });
  return bytes.ok ? ok({ path: out, bytes: bytes.value, written, losses: [] }) : bytes;
}
