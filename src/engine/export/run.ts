import type { ExportReport } from '../../contract/engine-answers';
import type { ExportPlan } from '../../contract/exchange';
import { LossLedger } from '../../core/exchange/losses';
import { byRecordName, recordNames } from '../../core/model/records';
import { problem } from '../../core/problem';
import { fail, ok, type Result } from '../../core/result';
import { serialize } from '../../formats/json/serialize';
import type { Handler } from '../calls/handler';
import { withFrozenProject } from '../frozen';
import type { Job } from '../jobs/jobs';
import type { Reader } from '../storage/file/connection';
import { countRecords } from '../storage/queries/counts';
import { contentsOf } from './contents';
import { lossWords } from './exchange/loss-words';
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

/** Only roles are lost here: those of which a person has chosen the annotation, and not what fills them. */
async function exportJson(
  reader: Reader,
  { selection, withHistory, strict, language }: ExportPlan,
  out: string | null,
  job: Job,
): Promise<Result<ExportReport>> {
  const total = Object.values(countRecords(reader)).reduce((sum, count) => sum + count, 0);
  const ledger = new LossLedger();
  const lose = ledger.add.bind(ledger);
  const contents = contentsOf(reader, selected(reader, selection), { withHistory, lose });
  const written = byRecordName(() => 0);
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
  const report = (bytes: number): ExportReport => ({
    path: out,
    bytes,
    written,
    network: null,
    losses: ledger.lines(lossWords(reader, language)),
  });
  const breathe = async (): Promise<void> => {
    job.report('writing', done, total);
    await job.breathe();
  };
  if (out === null) {
    for (const name of recordNames) {
      const records = counted.records(name)[Symbol.iterator]();
      while (records.next().done !== true) await breathe();
    }
    return ok(report(0));
  }
  const bytes = await writeWhole(out, async (draft) => {
    for (const piece of serialize(counted)) {
      await draft.write(piece);
      await breathe();
    }
    return strict && ledger.total > 0
      ? fail(problem('export-would-lose', { count: ledger.total }))
      : ok(null);
  });
  return bytes.ok ? ok(report(bytes.value)) : bytes;
}
