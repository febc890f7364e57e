import { lineOf } from '../../../formats/json/ordered';
import { Parser, type Parsed } from '../../../formats/json/parse';
import { recordNames, type AnyRecord, type RecordName } from '../../../core/model/records';
import { problem, type Problem } from '../../../core/problem';
import { fail, ok, type Result } from '../../../core/result';
import type { Job } from '../../jobs/jobs';
import { countCodePoints, readCharacters } from '../characters';
import type { Encoding } from '../encodings/names';
import type { OpenFile } from '../open-file';
import { sha256Of } from '../sha256';

/** A record of a file, and the line that it stands on. */
export interface Drafted<Drawn extends AnyRecord = AnyRecord> {
  readonly record: Drawn;
  readonly line: number;
}

/** All records of a file that are well formed in themselves, without the texts of documents. */
export interface Draft {
  readonly records: ReadonlyMap<RecordName, ReadonlyMap<string, Drafted>>;
  /** Whether the file says what its codebook is, be it empty. */
  readonly hasCodebook: boolean;
}

/** Where the parts of a file go that are not kept in the draft. */
export interface DraftSink {
  text(sha256: string, text: string): void;
  badRecord(problem: Problem): void;
}

/** How much is parsed before others get their turn, in UTF-16 units. */
const step = 1 << 16;

type ParsedRecord = Extract<Parsed, { readonly kind: 'record' }>;

/** Reads a file in Postil's own format. Fails where the file as a whole is no such file. */
export async function readDraft(
  file: OpenFile,
  encoding: Encoding,
  markLength: number,
  sink: DraftSink,
  job: Job,
): Promise<Result<Draft>> {
  const parser = new Parser();
  const records = new Map(recordNames.map((name) => [name, new Map<string, Drafted>()]));

  /** Answers with what is wrong with the file, if anything is. */
  function take(parsed: readonly Parsed[]): Problem | undefined {
    for (const item of parsed) {
      if (item.kind === 'broken') return item.problem;
      const bad = item.kind === 'bad-record' ? item.problem : keep(item);
      if (bad) sink.badRecord(bad);
    }
    return undefined;
  }

  function keep({ record, text, line }: ParsedRecord): Problem | undefined {
    const invalid = (field: string): Problem =>
      problem('import-record-invalid', { record: record.record, id: record.id, line, field });
    const known = records.get(record.record);
    const twin = known?.get(record.id);
    if (twin)
      return lineOf(record.record, twin.record) === lineOf(record.record, record) ? undefined : invalid('id');
    if (record.record === 'document' && text !== null) {
      if (countCodePoints(text) !== record.length || sha256Of(text) !== record.sha256) return invalid('text');
      sink.text(record.sha256, text);
    }
    known?.set(record.id, { record, line });
    return undefined;
  }

  for await (const { text } of readCharacters(file, encoding, markLength)) {
    for (let start = 0; start < text.length; start += step) {
      const broken = take(parser.write(text.slice(start, start + step)));
      if (broken) return fail(broken);
      await job.breathe();
    }
  }
  const broken = take(parser.end());
  return broken ? fail(broken) : ok({ records, hasCodebook: parser.members.has('types') });
}
