import type { ExportReport } from '../../contract/engine-answers';
import { recordNames, type RecordName } from '../../core/model/records';
import { ok } from '../../core/result';
import { serialize } from '../../formats/json/serialize';
import type { Handler } from '../calls/handler';
import { withFrozenProject } from '../frozen';
import { countRecords } from '../storage/counts';
import { contentsOf } from './contents';
import { writeWhole } from './target';

/** Writes the project as it is at one moment to a file. The target is replaced whole, or stays as it was. */
export const runExport: Handler<'export.run'> = (project, { job: name, out, withHistory }) =>
  project.jobs.run(name, (job) =>
    withFrozenProject(project, job, async (reader) => {
      const total = Object.values(countRecords(reader)).reduce((sum, count) => sum + count, 0);
      const contents = contentsOf(reader, { withHistory });
      const written = Object.fromEntries(recordNames.map((record) => [record, 0])) as Record<
        RecordName,
        number
      >;
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
      const bytes = await writeWhole(out, async (draft) => {
        for (const piece of serialize(counted)) {
          await draft.write(piece);
          job.report('writing', done, total);
          await job.breathe();
        }
        return ok(null);
      });
      return bytes.ok ? ok<ExportReport>({ path: out, bytes: bytes.value, written }) : bytes;
    }),
  );
