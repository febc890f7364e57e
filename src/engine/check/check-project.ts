import type { Fault } from '../../contract/engine-answers';
import { recordNames } from '../../core/model/records';
import { ok, type Result } from '../../core/result';
import type { Job } from '../jobs/jobs';
import type { Reader } from '../storage/file/connection';
import { guarded } from '../storage/file/errors';
import { codingRules } from './coding-rules';
import { fileRules } from './file-rules';
import { journalRules } from './journal-rules';
import { records } from './record-rules';
import { fault, type Finding, type Rule } from './rule';
import { texts } from './text-rules';

const rules: readonly Rule[] = [...fileRules, texts, ...codingRules, records, ...journalRules];

/** A rule that is broken everywhere is told of so often, and must not hide the others. */
const mostPerRule = 100;

/** Roughly how many things the rules look at; null where the file is too damaged to say. */
function countThings(reader: Reader): number | null {
  const counted = guarded(reader.path, () => {
    let things = 0;
    for (const table of [...recordNames, 'document', 'change', 'change_record'])
      things += reader.query<{ n: number }>(`SELECT count(*) AS n FROM "${table}"`).first()?.n ?? 0;
    return ok(things);
  });
  return counted.ok ? counted.value : null;
}

/** Takes a rule one step further. Where SQLite cannot read on, that is the last fault of this rule. */
function advance(findings: Iterator<Finding>): IteratorResult<Finding> {
  try {
    return findings.next();
  } catch (error) {
    // An iterator that has thrown is done: the next step ends it.
    return { value: fault('file.readable', 'file', String(error)) };
  }
}

/** Faults as they are found, counted by rule beyond the first hundred of each. */
class Faults {
  readonly #listed: Fault[] = [];
  readonly #counts = new Map<string, number>();

  add(found: Fault): void {
    const count = (this.#counts.get(found.rule) ?? 0) + 1;
    this.#counts.set(found.rule, count);
    if (count <= mostPerRule) this.#listed.push(found);
  }

  list(): readonly Fault[] {
    const beyond = [...this.#counts].filter(([, count]) => count > mostPerRule);
    return [
      ...this.#listed,
      ...beyond.map(([rule, count]) => fault(rule, 'file', `and ${count - mostPerRule} more`)),
    ];
  }
}

/**
 * Verifies every rule of a project's file, and answers what breaks them; nothing where the file is sound. Each
 * text is read once, and nothing is held in memory but the codebook. The reader must be of use to nobody else
 * meanwhile, and see one state of the file.
 */
export async function checkProject(reader: Reader, job: Job): Promise<Result<readonly Fault[]>> {
  const faults = new Faults();
  const total = countThings(reader);
  let done = 0;
  for (const rule of rules) {
    const findings = rule(reader)[Symbol.iterator]();
    try {
      for (let step = advance(findings); !step.done; step = advance(findings)) {
        if (step.value) faults.add(step.value);
        done += 1;
        job.report('checking', total === null ? done : Math.min(done, total), total);
        await job.breathe();
      }
    } finally {
      // A rule that is stopped half-way lets go of its query.
      findings.return?.();
    }
  }
  if (total !== null) job.report('checking', total, total);
  return ok(faults.list());
}
