import { chosenOptions, type Options } from '../../../core/exchange/options';
import { problem, type Problem } from '../../../core/problem';
import { fail, ok, type Result } from '../../../core/result';
import type { Parsed } from '../../../formats/exchange/drafts';
import type { SourceFile } from '../../../formats/exchange/format';
import type { Job } from '../../jobs/jobs';
import { KeyedShelf } from '../../storage/shelf/keyed-shelf';
import { stop } from '../batch';
import { openFile } from '../open-file';
import { orRefused } from '../refusal';
import { sha256Of } from '../sha256';
import type { FormatClaim } from './claims';
import { sourceFile } from './source-file';

/** What a reading of foreign files needs to know beside the files. */
export interface Reading {
  readonly encoding: string | null;
  readonly options: Options;
  readonly language: string;
}

/** How many files are opened at once to find out in which encoding they are. */
const together = 16;

/**
 * Parses the files of a claim and hands on what is found, as it is found. A file that cannot be read is told, and the
 * others are read without it. Fails where the claim as a whole cannot be read.
 */
export async function readClaim(
  { format, files, folder }: FormatClaim,
  { encoding, options, language }: Reading,
  job: Job,
  take: (parsed: Parsed) => void,
  refuse: (path: string, problem: Problem) => void,
): Promise<Result<null>> {
  const chosen = chosenOptions(format.import.options, options);
  if ('unfit' in chosen) return fail(problem('format-option-unfit', { option: chosen.unfit }));
  return orRefused(async () => {
    const sources: SourceFile[] = [];
    for (let start = 0; start < files.length; start += together) {
      const some = files.slice(start, start + together);
      const opened = await Promise.all(
        some.map((file) =>
          orRefused(
            () =>
              sourceFile(
                openFile(file),
                encoding,
                () => job.breathe(),
                (told) => refuse(file.path, told),
                format.import.isBinary?.(file.place),
              ),
            'file',
          ),
        ),
      );
      opened.forEach((source, index) => {
        if (source.ok) sources.push(source.value);
        else refuse(some[index]?.path ?? '', source.problem);
      });
      await job.breathe();
    }
    const aside = new KeyedShelf(stop);
    try {
      const called = new Map(files.flatMap((file) => (file.called ? [[file.place, file.called]] : [])));
      let done = 0;
      const context = { options: chosen.options, language, folder, aside, sha256Of };
      for await (const parsed of format.import.parse(sources, context)) {
        take(called.size === 0 ? parsed : underOwnNames(parsed, called));
        if (parsed.kind === 'document') done += 1;
        job.report('reading', done, null);
        await job.breathe();
      }
    } finally {
      aside.close();
    }
    return ok(null);
  }, 'file');
}

/** What is told of a file names it as it is called, and not as its format has it. */
function underOwnNames(parsed: Parsed, called: ReadonlyMap<string, string>): Parsed {
  if (parsed.kind !== 'warning') return parsed;
  const { file } = parsed.problem.params;
  const own = typeof file === 'string' ? called.get(file) : undefined;
  if (own === undefined) return parsed;
  return { kind: 'warning', problem: { ...parsed.problem, params: { ...parsed.problem.params, file: own } } };
}
