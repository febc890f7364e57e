import { extname } from 'node:path';
import type { ExportReport } from '../../../contract/engine-answers';
import type { ExportPlan } from '../../../contract/exchange';
import { LossLedger, type Lose } from '../../../core/exchange/losses';
import type { NetworkSize } from '../../../core/exchange/loss-report';
import { chosenOptions } from '../../../core/exchange/options';
import { problem } from '../../../core/problem';
import { fail, ok, type Result } from '../../../core/result';
import { formatNamed } from '../../../formats/all';
import { accounted } from '../../../formats/exchange/account';
import type { Contents } from '../../../formats/exchange/contents';
import { ExportRefusal, type Exporting, type Piece } from '../../../formats/exchange/format';
import type { Job } from '../../jobs/jobs';
import type { Reader } from '../../storage/file/connection';
import { selected } from '../selection';
import { exchangeContents } from './contents';
import { lossWords } from './loss-words';
import { writeFile, writeFolder, writeNowhere, writeZip } from './target';
import { WrittenRecords } from './written';

/** The contents, telling how far it is as their documents are gone through. */
const watched = (contents: Contents, job: Job): Contents => ({
  ...contents,
  *documents() {
    let done = 0;
    for (const one of contents.documents()) {
      yield one;
      done += 1;
      job.report('writing', done, contents.size);
    }
  },
});

/** The same pieces, with a breath after each, and nothing more of them once the job was cancelled. */
async function* breathing(pieces: Iterable<Piece> | AsyncIterable<Piece>, job: Job): AsyncGenerator<Piece> {
  for await (const piece of pieces) {
    yield piece;
    await job.breathe();
  }
}

/** Writes a project in an exchange format, as it is at one moment. A path of null only finds out what would be lost. */
export async function exportExchange(
  reader: Reader,
  projectPath: string,
  plan: ExportPlan,
  out: string | null,
  job: Job,
): Promise<Result<ExportReport>> {
  const exporting = formatNamed(plan.format)?.export;
  if (!exporting) return fail(problem('format-not-known', { format: plan.format }));
  const chosen = chosenOptions(exporting.options, plan.options);
  if ('unfit' in chosen) return fail(problem('format-option-unfit', { option: chosen.unfit }));
  const { options } = chosen;
  const ledger = new LossLedger();
  const written = new WrittenRecords();
  const lose: Lose = (loss, count) => {
    ledger.add(loss, count);
    written.lose(loss, count);
  };
  // What is told here is no part of the contents any more.
  const tell = ledger.add.bind(ledger);
  const read = exchangeContents(reader, projectPath, selected(reader, plan.selection), tell);
  const carries = exporting.carries(options);
  const account = accounted(written.reading(watched(read, job), carries), carries, lose);
  const networks: NetworkSize[] = [];
  const drawn = (size: NetworkSize): void => void networks.push(size);
  const context = { options, language: plan.language, lose, drawn };
  const pieces = breathing(exporting.serialize(account, context), job);
  const bytes = await write(exporting, { ...plan, options }, out, pieces, ledger);
  if (!bytes.ok) return bytes;
  const losses = ledger.lines(lossWords(reader, plan.language));
  const network = networks[0] ?? null;
  return ok({ path: out, bytes: bytes.value, written: written.counts, network, losses });
}

async function write(
  exporting: Exporting,
  { options, strict, asZip }: ExportPlan,
  out: string | null,
  pieces: AsyncIterable<Piece>,
  ledger: LossLedger,
): Promise<Result<number>> {
  if (out === null) return orWouldLose(() => writeNowhere(pieces), ledger);
  const whole = strict ? refusedAfter(pieces, ledger) : pieces;
  return orWouldLose(() => {
    const target = exporting.target(options);
    if (target === 'file') return writeFile(out, whole);
    const isZip = target === 'zip' || asZip || extname(out).toLowerCase() === '.zip';
    return isZip ? writeZip(out, whole) : writeFolder(out, whole);
  }, ledger);
}

class WouldLose extends Error {}

/** The pieces, and at their end a refusal if anything was lost: the target stays as it was. */
async function* refusedAfter(pieces: AsyncIterable<Piece>, ledger: LossLedger): AsyncGenerator<Piece> {
  yield* pieces;
  if (ledger.total > 0) throw new WouldLose();
}

async function orWouldLose(work: () => Promise<Result<number>>, ledger: LossLedger): Promise<Result<number>> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof ExportRefusal) return fail(error.problem);
    if (!(error instanceof WouldLose)) throw error;
    return fail(problem('export-would-lose', { count: ledger.total }));
  }
}
