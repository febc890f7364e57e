import { lineOf } from '../../../formats/json/ordered';
import { Parser, type Parsed } from '../../../formats/json/parse';
import { type AnyRecord, byRecordName, type RecordName, type Records } from '../../../core/model/records';
import { problem, type Problem } from '../../../core/problem';
import { fail, ok, type Result } from '../../../core/result';
import type { Job } from '../../jobs/jobs';
import { Shelf } from '../../storage/shelf/shelf';
import { stop } from '../batch';
import { countCodePoints, readCharacters } from '../characters';
import type { Encoding } from '../encodings/names';
import type { OpenFile } from '../open-file';
import { sha256Of } from '../sha256';
import { hasParents, parentOf, parentsFirst, type Hanging } from './parents';

/** A record of a file, and the line that it stands on. */
export interface Drafted<Drawn extends AnyRecord = AnyRecord> {
  readonly record: Drawn;
  readonly line: number;
}

/**
 * All records of a file that are well formed in themselves, without the texts of documents; as many as there may be.
 * To be closed when they have been merged.
 */
export class Draft {
  readonly #records: Shelf;
  readonly #counts = byRecordName(() => 0);
  /** Whether the file says what its codebook is, be it empty. */
  hasCodebook = false;

  /** See `Batch.capacity`. */
  constructor(capacity: number) {
    this.#records = new Shelf(stop, capacity);
  }

  /** How many records of each name there are. */
  get counts(): Readonly<Record<RecordName, number>> {
    return this.#counts;
  }

  /** The record of this name and id that was taken in. */
  find<Name extends RecordName>(name: Name, id: Records[Name]['id']): Records[Name] | undefined {
    return this.#records.get(name, id)?.after ?? undefined;
  }

  /** Takes a record in; false where there is another one of its name and id. The same one once more is no harm. */
  take({ record, line }: Drafted): boolean {
    const twin = this.find(record.record, record.id);
    if (twin) return lineOf(record.record, twin) === lineOf(record.record, record);
    this.#counts[record.record] += 1;
    this.#records.put({ before: null, after: record, line });
    return true;
  }

  /** All records of a name: annotations document by document, so that each text is read once. */
  *each<Name extends RecordName>(name: Name): Generator<Drafted<Records[Name]>> {
    for (const { after, line } of this.#records.each(name)) if (after) yield { record: after, line };
  }

  /** The records of a name so that each comes after its parent, and those that hang on themselves, or on such. */
  parentsFirst(name: RecordName): {
    readonly ordered: Iterable<Drafted>;
    readonly cyclic: Iterable<Drafted>;
  } {
    if (!hasParents(name)) return { ordered: this.each(name), cyclic: [] };
    const { ordered, cyclic } = parentsFirst(this.#hanging(name));
    return { ordered: this.#those(name, ordered), cyclic: this.#those(name, cyclic) };
  }

  close(): void {
    this.#records.close();
  }

  *#hanging(name: RecordName): Generator<Hanging> {
    for (const { record } of this.each(name)) yield { id: record.id, parent: parentOf(record) };
  }

  *#those(name: RecordName, ids: readonly string[]): Generator<Drafted> {
    for (const id of ids) {
      const drafted = this.#records.get(name, id as Records[typeof name]['id']);
      if (drafted?.after) yield { record: drafted.after, line: drafted.line };
    }
  }
}

/** Where the parts of a file go that are not kept in the draft. */
export interface DraftSink {
  /** Whether records of a name are wanted at all. */
  wants(name: RecordName): boolean;
  text(sha256: string, text: string): void;
  badRecord(problem: Problem): void;
}

/** How much is parsed before others get their turn, in UTF-16 units. */
const step = 1 << 16;

type ParsedRecord = Extract<Parsed, { readonly kind: 'record' }>;

/** Reads a file in Postil's own format into a draft. Fails where the file as a whole is no such file. */
export async function readDraft(
  file: OpenFile,
  { encoding, markLength }: { readonly encoding: Encoding; readonly markLength: number },
  draft: Draft,
  sink: DraftSink,
  job: Job,
): Promise<Result<null>> {
  const parser = new Parser();

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
    if (!sink.wants(record.record)) return undefined;
    const invalid = (field: string): Problem =>
      problem('import-record-invalid', { record: record.record, id: record.id, line, field });
    if (record.record === 'document' && text !== null && !draft.find('document', record.id)) {
      if (countCodePoints(text) !== record.length || sha256Of(text) !== record.sha256) return invalid('text');
      sink.text(record.sha256, text);
    }
    return draft.take({ record, line }) ? undefined : invalid('id');
  }

  for await (const { text } of readCharacters(file, encoding, markLength)) {
    for (let start = 0; start < text.length; start += step) {
      const broken = take(parser.write(text.slice(start, start + step)));
      if (broken) return fail(broken);
      await job.breathe();
    }
  }
  const broken = take(parser.end());
  draft.hasCodebook = parser.members.has('types');
  return broken ? fail(broken) : ok(null);
}
