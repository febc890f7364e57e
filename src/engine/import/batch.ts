import type { ImportReport } from '../../contract/engine-answers';
import type { Codebook } from '../../core/codebook/codebook';
import type { AnnotationId } from '../../core/ids';
import type { LinkRecord } from '../../core/model/annotation';
import type { DocumentRecord } from '../../core/model/document';
import type { AnyRecord, RecordName, Records } from '../../core/model/records';
import type { Problem } from '../../core/problem';
import type { Project } from '../project';
import { hasOnlyBegun } from '../storage/journal/changes';
import { attributes, roles, terms, types, versions } from '../storage/records/codebook';
import { documentWithText, lastPosition, namesByText } from '../storage/records/documents';
import { Shelf, shelfCapacity } from '../storage/shelf/shelf';
import { readHeldText } from '../storage/records/texts';
import { Stop } from './refusal';
import type { TextStore } from './text-store';

/** How many problems of one file are listed, where all are not asked for. The report counts all of them. */
const mostListed = 100;
/** And where all are: no more than memory holds. */
const mostOfAll = 100_000;

type CodebookPart = 'type' | 'role' | 'attribute' | 'term';

/** What cannot be put aside ends the whole import. */
export function stop(problem: Problem): never {
  throw new Stop(problem);
}

/** Everything that one import gathers before it becomes one change, and what it has to tell. */
export class Batch {
  readonly project: Project;
  readonly texts: TextStore;
  /** How much is kept in memory of what is gathered, and of the records of each file; see `weightOf`. */
  readonly capacity: number;
  /** What becomes one change. */
  readonly records: Shelf;
  /** Documents by the sha256 of their texts: of the project and of this batch. */
  readonly #names: Map<string, string>;
  readonly #duplicates: { path: string; duplicateOf: string }[] = [];
  readonly #problems: { path: string; problem: Problem }[] = [];
  readonly #countOf = new Map<string, number>();
  readonly #warnings: { path: string; problem: Problem }[] = [];
  readonly #warningsOf = new Map<string, number>();
  /** How many remarks about one file are listed. */
  readonly mostListed: number;
  #queueEnd: number;
  #isNew: boolean;

  constructor(project: Project, texts: TextStore, capacity = shelfCapacity, listsAll = false) {
    this.project = project;
    this.mostListed = listsAll ? mostOfAll : mostListed;
    this.texts = texts;
    this.capacity = capacity;
    this.records = new Shelf(stop, capacity);
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
    const gathered = this.records.get(name, id);
    return gathered ? (gathered.after ?? undefined) : this.project.view.find(name, id);
  }

  /** The links that an annotation will have after the import. */
  linksFrom(annotation: AnnotationId): readonly LinkRecord[] {
    const present = this.project.view
      .linksOf(annotation)
      .filter((link) => link.annotation === annotation && !this.records.get('link', link.id));
    return [...present, ...this.records.linksOf(annotation)];
  }

  /** Takes in a record that the project does not have. */
  add(record: AnyRecord): void {
    const before = this.records.get(record.record, record.id)?.before ?? null;
    this.records.put({ before, after: record, line: 0 });
    if (record.record !== 'document') return;
    this.#names.set(record.sha256, record.name);
    this.#queueEnd = Math.max(this.#queueEnd, record.position + 1);
  }

  /** Puts a record in the place of the one that has its id, be it of the project or of this batch. */
  replace(record: AnyRecord): void {
    const gathered = this.records.get(record.record, record.id);
    const before = gathered ? gathered.before : this.project.view.find(record.record, record.id);
    if (before) this.records.put({ before, after: record, line: 0 });
    else this.add(record);
  }

  /** Takes a record out, be it of the project or of this batch. */
  remove(record: AnyRecord): void {
    const gathered = this.records.get(record.record, record.id);
    if (gathered && !gathered.before) this.records.take(record.record, record.id);
    else this.records.put({ before: gathered?.before ?? record, after: null, line: 0 });
  }

  /** A text that is held by the project or by this batch. */
  text(sha256: string): string | undefined {
    return this.texts.read(sha256) ?? readHeldText(this.project.reader, sha256);
  }

  /** A document of the project with this text, not of this batch; of several, any. */
  documentOfText(sha256: string): DocumentRecord | undefined {
    return this.#names.has(sha256) ? documentWithText(this.project.reader, sha256) : undefined;
  }

  /** The codebook as it will be after the import. */
  codebook(): Codebook {
    const mine = this.project.view.codebook();
    const afterwards = <Name extends CodebookPart>(
      name: Name,
      records: readonly Records[Name][],
    ): Records[Name][] => {
      const ids = new Set<Records[Name]['id']>(records.map(({ id }) => id));
      for (const { after } of this.records.each(name)) if (after) ids.add(after.id);
      return [...ids].flatMap((id) => this.find(name, id) ?? []);
    };
    return {
      types: afterwards('type', mine.types),
      roles: afterwards('role', mine.roles),
      attributes: afterwards('attribute', mine.attributes),
      terms: afterwards('term', mine.terms),
    };
  }

  /**
   * In a project that nobody has worked in yet, the codebook that it began with gives way to that of a file, but for
   * what `keeps` tells to stay.
   */
  makeRoomForCodebook(keeps: (record: AnyRecord) => boolean = () => false): void {
    const { reader } = this.project;
    for (const table of [types, roles, attributes, terms, versions])
      for (const record of table.all(reader)) if (!keeps(record)) this.remove(record);
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

  /** Notes that a file was left out: a document called `duplicateOf` has its text. */
  skipDuplicate(path: string, duplicateOf: string): void {
    this.#duplicates.push({ path, duplicateOf });
  }

  /** Tells that something of a file did not come in. Of too many, only their number is kept. */
  refuse(path: string, problem: Problem): void {
    const count = (this.#countOf.get(path) ?? 0) + 1;
    this.#countOf.set(path, count);
    if (count <= this.mostListed) this.#problems.push({ path, problem });
  }

  /** Tells that something came in, but not quite as it was. */
  warn(path: string, problem: Problem): void {
    const count = (this.#warningsOf.get(path) ?? 0) + 1;
    this.#warningsOf.set(path, count);
    if (count <= this.mostListed) this.#warnings.push({ path, problem });
  }

  /** What was refused of one file. */
  problemsOf(path: string): { readonly problems: readonly Problem[]; readonly problemCount: number } {
    return {
      problems: this.#problems.filter((refused) => refused.path === path).map(({ problem }) => problem),
      problemCount: this.#countOf.get(path) ?? 0,
    };
  }

  /** What came in and what did not; `change` is the number of the change that did it, null where none did. */
  report(change: ImportReport['change']): ImportReport {
    const tally = this.records.tally();
    return {
      change,
      added: Object.fromEntries(tally.map(({ record, added }) => [record, added])) as ImportReport['added'],
      updated: tally.reduce((sum, { updated }) => sum + updated, 0),
      skippedDuplicates: this.#duplicates,
      problems: this.#problems,
      problemCount: [...this.#countOf.values()].reduce((sum, count) => sum + count, 0),
      warnings: this.#warnings,
      warningCount: [...this.#warningsOf.values()].reduce((sum, count) => sum + count, 0),
    };
  }

  /** Lets go of everything that was gathered. */
  close(): void {
    this.records.close();
  }
}
