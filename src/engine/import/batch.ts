import type { ImportReport } from '../../contract/engine-answers';
import type { Diff, Update } from '../../core/diff';
import { recordNames, type AnyRecord, type RecordName, type Records } from '../../core/model/records';
import type { Problem } from '../../core/problem';
import type { Project } from '../project';
import { hasOnlyBegun } from '../storage/changes';
import { lastPosition, namesByText } from '../storage/documents';
import { readHeldText } from '../storage/texts';
import type { TextStore } from './text-store';

/** How many problems of one file are listed. The report counts all of them. */
const mostListed = 100;

const keyOf = (name: RecordName, id: string): string => `${name} ${id}`;

/** How many records there are of each name. */
export function countByName(records: Iterable<AnyRecord>): Record<RecordName, number> {
  const counts = Object.fromEntries(recordNames.map((name) => [name, 0])) as Record<RecordName, number>;
  for (const { record } of records) counts[record] += 1;
  return counts;
}

/** Everything that one import gathers before it becomes one change, and what it has to tell. */
export class Batch {
  readonly project: Project;
  readonly texts: TextStore;
  /** Documents by the sha256 of their texts: of the project and of this batch. */
  readonly #names: Map<string, string>;
  readonly #added = new Map<string, AnyRecord>();
  readonly #updated = new Map<string, Update>();
  readonly #removed = new Map<string, AnyRecord>();
  readonly #duplicates: { path: string; duplicateOf: string }[] = [];
  readonly #problems: { path: string; problem: Problem }[] = [];
  readonly #countOf = new Map<string, number>();
  #queueEnd: number;
  #isNew: boolean;

  constructor(project: Project, texts: TextStore) {
    this.project = project;
    this.texts = texts;
    this.#names = new Map(namesByText(project.reader));
    this.#queueEnd = lastPosition(project.reader) + 1;
    this.#isNew = hasOnlyBegun(project.reader);
  }

  /** The place behind all documents, in the queue of documents to code. */
  get queueEnd(): number {
    return this.#queueEnd;
  }

  /** A record as it will be after the import. */
  find<Name extends RecordName>(name: Name, id: Records[Name]['id']): Records[Name] | undefined {
    const key = keyOf(name, id);
    if (this.#removed.has(key)) return undefined;
    const mine = this.#added.get(key) ?? this.#updated.get(key)?.[1];
    return (mine as Records[Name] | undefined) ?? this.project.view.find(name, id);
  }

  add(record: AnyRecord): void {
    this.#added.set(keyOf(record.record, record.id), record);
    if (record.record !== 'document') return;
    this.#names.set(record.sha256, record.name);
    this.#queueEnd = Math.max(this.#queueEnd, record.position + 1);
  }

  /** Puts a record in the place of the one that has its id, be it of the project or of this batch. */
  replace(record: AnyRecord): void {
    const key = keyOf(record.record, record.id);
    const before = this.#updated.get(key)?.[0] ?? this.project.view.find(record.record, record.id);
    if (this.#added.has(key) || !before) this.add(record);
    else this.#updated.set(key, [before, record] as unknown as Update);
  }

  remove(record: AnyRecord): void {
    this.#removed.set(keyOf(record.record, record.id), record);
  }

  /** A text that is held by the project or by this batch. */
  text(sha256: string): string | undefined {
    return this.texts.read(sha256) ?? readHeldText(this.project.reader, sha256);
  }

  /** The name of a document with this text. */
  nameOfText(sha256: string): string | undefined {
    return this.#names.get(sha256);
  }

  /** Whether the next file meets a project that nobody has worked in yet. True for the first that asks, at most. */
  isForNewProject(): boolean {
    const isNew = this.#isNew;
    this.#isNew = false;
    return isNew;
  }

  /** Remembers a text that would be imported, without a document. */
  noteText(sha256: string, name: string): void {
    if (!this.#names.has(sha256)) this.#names.set(sha256, name);
  }

  skipDuplicate(path: string, duplicateOf: string): void {
    this.#duplicates.push({ path, duplicateOf });
  }

  refuse(path: string, problem: Problem): void {
    const count = (this.#countOf.get(path) ?? 0) + 1;
    this.#countOf.set(path, count);
    if (count <= mostListed) this.#problems.push({ path, problem });
  }

  /** What was refused of one file. */
  problemsOf(path: string): { readonly problems: readonly Problem[]; readonly problemCount: number } {
    return {
      problems: this.#problems.filter((refused) => refused.path === path).map(({ problem }) => problem),
      problemCount: this.#countOf.get(path) ?? 0,
    };
  }

  diff(): Diff {
    return {
      added: [...this.#added.values()],
      updated: [...this.#updated.values()],
      removed: [...this.#removed.values()],
    };
  }

  report(change: ImportReport['change']): ImportReport {
    return {
      change,
      added: countByName(this.#added.values()),
      updated: this.#updated.size,
      skippedDuplicates: this.#duplicates,
      problems: this.#problems,
      problemCount: [...this.#countOf.values()].reduce((sum, count) => sum + count, 0),
    };
  }
}
