import type { ImportConflict } from '../../../contract/engine-answers';
import type { ImportPlan } from '../../../contract/engine-calls';
import { lineOf } from '../../../formats/json/ordered';
import { recordNames, type AnyRecord, type Records } from '../../../core/model/records';
import { problem } from '../../../core/problem';
import type { Job } from '../../jobs/jobs';
import type { Batch } from '../batch';
import type { Draft, Drafted } from './draft';
import { makesCircle } from './circles';
import { parentOf } from './parents';
import { differences } from './differences';
import { canReplace } from './replacing';
import { NewIds, withNewReferences } from './rename';
import { Verifier } from './verify';

/**
 * How to settle a conflict; null leaves it open, so that nothing may be imported. What stands in a new project, which
 * nobody has worked in yet, gives way to what comes, and that is no conflict.
 */
export type Settlement = ImportPlan['conflicts'] | 'new-project';

/** How many conflicts are listed. All are counted. */
const mostListed = 100;

/** A record that replaces another. Where documents stand in the queue is each project's own business. */
const inPlaceOf = (mine: AnyRecord, theirs: AnyRecord): AnyRecord =>
  mine.record === 'document' && theirs.record === 'document'
    ? { ...theirs, position: mine.position }
    : theirs;

const isEqual = (mine: AnyRecord, theirs: AnyRecord): boolean =>
  lineOf(mine.record, mine) === lineOf(theirs.record, inPlaceOf(mine, theirs));

/** Whether a role of an annotation takes no more links than it has. */
function isFilled({ annotation, role }: Records['link'], batch: Batch): boolean {
  const most = batch.find('role', role)?.max ?? null;
  if (most === null) return false;
  return batch.linksFrom(annotation).filter((link) => link.role === role).length >= most;
}

/** Merges the records of a file into a batch, those first that others refer to, and verifies each. */
export class Merge {
  readonly #batch: Batch;
  readonly #path: string;
  readonly #settlement: Settlement;
  readonly #verifier: Verifier;
  readonly #ids = new NewIds();
  /** Documents of the file come behind those that are there. */
  readonly #queueStart: number;
  readonly conflicts: ImportConflict[] = [];
  conflictCount = 0;

  constructor(batch: Batch, path: string, settlement: Settlement) {
    this.#batch = batch;
    this.#path = path;
    this.#settlement = settlement;
    this.#verifier = new Verifier(batch);
    this.#queueStart = batch.queueEnd;
  }

  /** Takes the records of a file in, those first that others refer to. */
  async take(draft: Draft, job: Job): Promise<void> {
    const total = Object.values(draft.counts).reduce((sum, count) => sum + count, 0);
    let done = 0;
    for (const name of recordNames) {
      const { ordered, cyclic } = draft.parentsFirst(name);
      for (const drafted of cyclic) this.#refuseCycle(drafted);
      for (const drafted of ordered) {
        this.#takeRecord(drafted);
        done += 1;
        job.report('checking', done, total);
        await job.breathe();
      }
      if (name === 'term') this.#settleDefaults(draft.each('attribute'));
    }
  }

  /** The default of a vocabulary is one of its terms, which come after it and may have come as copies. */
  #settleDefaults(drafted: Iterable<Drafted<Records['attribute']>>): void {
    for (const { record, line } of drafted) {
      if (typeof record.default !== 'string') continue;
      const id = this.#ids.of('attribute', record.id);
      const attribute = this.#batch.find('attribute', id);
      if (attribute?.domain.kind !== 'vocabulary' || attribute.default !== record.default) continue;
      const renamed = {
        ...attribute,
        default: this.#ids.of('term', record.default as Records['term']['id']),
      };
      const isTaken = this.#verifier.takesDefault(renamed);
      if (!isTaken)
        this.#batch.refuse(
          this.#path,
          problem('import-record-invalid', { record: 'attribute', id, line, field: 'default' }),
        );
      if (!isTaken || renamed.default !== attribute.default)
        this.#batch.replace(isTaken ? renamed : { ...attribute, default: null });
    }
  }

  #takeRecord({ record, line }: Drafted): void {
    const theirs = withNewReferences(record, this.#ids, (attribute) => this.#isVocabulary(attribute));
    const mine = this.#batch.find(theirs.record, theirs.id);
    if (!mine) this.#add({ record: theirs, line });
    else if (!isEqual(mine, theirs)) this.#settle(mine, theirs, line);
  }

  #settle(mine: AnyRecord, theirs: AnyRecord, line: number): void {
    if (this.#settlement !== 'new-project') this.#noteConflict(mine, theirs);
    if (this.#settlement === null || this.#settlement === 'keep-mine') return;
    if (
      this.#settlement === 'new-project' ||
      (this.#settlement === 'take-theirs' && canReplace(mine, theirs, this.#batch))
    ) {
      const record = inPlaceOf(mine, theirs);
      if (this.#hangsOnItself(record)) this.#refuseCycle({ record, line });
      else this.#put({ record, line }, (verified) => this.#batch.replace(verified));
      return;
    }
    const id = this.#batch.project.context().newId();
    this.#ids.set(theirs.record, theirs.id, id);
    this.#add({ record: { ...theirs, id }, line });
  }

  #add({ record, line }: Drafted): void {
    const queued =
      record.record === 'document' ? { ...record, position: this.#queueStart + record.position } : record;
    this.#put({ record: queued, line }, (verified) => {
      if (verified.record === 'link' && isFilled(verified, this.#batch))
        this.#batch.refuse(
          this.#path,
          problem('import-record-invalid', { record: 'link', id: verified.id, line, field: 'role' }),
        );
      else if (verified.record === 'link' && makesCircle(verified, this.#batch))
        this.#refuseCycle({ record: verified, line });
      else this.#batch.add(verified);
    });
  }

  #put({ record, line }: Drafted, accept: (record: AnyRecord) => void): void {
    const fault = this.#verifier.fault({ record, line });
    if (fault) this.#batch.refuse(this.#path, fault);
    else accept(record);
  }

  #refuseCycle({ record, line }: Drafted): void {
    this.#batch.refuse(this.#path, problem('import-cycle', { record: record.record, id: record.id, line }));
  }

  #noteConflict(mine: AnyRecord, theirs: AnyRecord): void {
    this.conflictCount += 1;
    if (this.conflicts.length < mostListed)
      this.conflicts.push({ record: mine.record, id: mine.id, ...differences(mine, theirs) });
  }

  #isVocabulary(attribute: Records['attribute']['id']): boolean {
    return this.#batch.find('attribute', attribute)?.domain.kind === 'vocabulary';
  }

  /** Whether a record that takes the place of another would be its own ancestor. */
  #hangsOnItself(record: AnyRecord): boolean {
    const met = new Set<string>();
    for (let id = parentOf(record); id !== null && !met.has(id);) {
      if (id === record.id) return true;
      met.add(id);
      const parent = this.#batch.find(record.record, id as Records[typeof record.record]['id']);
      id = parent ? parentOf(parent) : null;
    }
    return false;
  }
}
