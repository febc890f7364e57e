import { tmpdir } from 'node:os';
import { resolve } from 'node:path';
import Database from 'better-sqlite3';
import { problem } from '../../../core/problem';
import { fail, ok, type Result } from '../../../core/result';
import { guarded, problemOf } from './errors';

/** What can be bound to a statement and what comes back in its rows. */
export type SqlValue = string | number | null;

/** Values for `?` in order, or one object with a value for each `@name`. */
export type SqlValues = readonly SqlValue[] | readonly [Readonly<Record<string, SqlValue>>];

/** A prepared statement that answers with rows. */
export interface Query<Row> {
  all(...values: SqlValues): Row[];
  first(...values: SqlValues): Row | undefined;
  /** Row by row, for answers too long to be held at once. Until the last, this connection cannot write. */
  each(...values: SqlValues): IterableIterator<Row>;
}

/** A prepared statement that changes rows and answers with their number. */
export interface Statement {
  run(...values: SqlValues): number;
}

/** A connection that can look at a project's file and nothing else. */
export interface Reader {
  readonly path: string;
  /** Prepares once per SQL text. The row's type is the caller's word for what the SQL selects. */
  query<Row extends object>(sql: string): Query<Row>;
  /** The value of a PRAGMA. */
  pragma(name: string): SqlValue;
  /** Every query inside sees the file at one moment, whatever another process writes meanwhile. */
  snapshot<Value>(work: () => Value): Value;
  /**
   * Begins a snapshot for work that gives way to others in between, on a connection that is used for nothing else.
   * Answers with a function that ends it.
   */
  hold(): () => void;
  /**
   * Copies the whole database with SQLite's backup interface, in steps that leave room for other calls.
   * `onProgress` is told of pages copied and of all pages, and cancels the copy by answering false.
   */
  copyTo(path: string, onProgress?: (done: number, total: number) => boolean): Promise<Result<null>>;
  close(): void;
}

export type JournalMode = 'wal' | 'delete';

/** A connection that can also write. */
export interface Writer extends Reader {
  statement(sql: string): Statement;
  /** Runs a script of several statements, as migrations do. */
  execute(script: string): void;
  /**
   * All or nothing: commits if the work answers ok, and takes everything back if it answers a problem or throws.
   * What SQLite refuses is answered as a problem.
   */
  transaction<Value>(work: () => Result<Value>): Result<Value>;
  /**
   * The same for long work, which is given up where `breathe`, awaited after each of its steps, throws. For a
   * connection that is used for nothing else meanwhile.
   */
  transactionInSteps<Value>(
    work: () => Generator<unknown, Result<Value>>,
    breathe: () => Promise<void>,
  ): Promise<Result<Value>>;
  setJournalMode(mode: JournalMode): void;
}

/** How long to wait for another process that is just writing, in milliseconds. */
const patience = 1000;

/** Connects to a file that exists, read-only or not, and lets `prepare` refuse it; then it is closed again. */
export function connect<Opened extends Reader>(
  path: string,
  options: { readonly readonly: boolean },
  prepare: (connection: Writer) => Result<Opened>,
): Result<Opened> {
  const file = resolve(path);
  return guarded(file, () => {
    const database = new Database(file, { ...options, fileMustExist: true, timeout: patience });
    const connection = new Connection(file, database);
    const opened = guarded(file, () => {
      connection.pragma('foreign_keys = ON');
      // A file from elsewhere may carry triggers and views: they may call nothing that has side effects.
      connection.pragma('trusted_schema = OFF');
      return prepare(connection);
    });
    if (!opened.ok) connection.close();
    return opened;
  });
}

/** How much of a temporary database is kept in memory, in KiB. */
const scratchCache = 8192;

/** Makes an empty database in a temporary file, which is gone with its connection, however that ends. */
export function openScratch(script: string): Writer {
  const scratch = new Connection(tmpdir(), new Database(''));
  scratch.pragma('journal_mode = OFF');
  scratch.pragma('synchronous = OFF');
  scratch.pragma(`cache_size = -${scratchCache}`);
  scratch.execute(script);
  return scratch;
}

class Cancelled extends Error {}

/** The one class behind both types: which of the two a function is given decides what it can do. */
class Connection implements Writer {
  readonly path: string;
  readonly #database: Database.Database;
  readonly #prepared = new Map<string, Database.Statement>();

  constructor(path: string, database: Database.Database) {
    this.path = path;
    this.#database = database;
  }

  query<Row extends object>(sql: string): Query<Row> {
    const prepared = this.#prepare(sql);
    if (!prepared.readonly) throw new TypeError(`Not a query: ${sql}`);
    return {
      all: (...values) => prepared.all(...values) as Row[],
      first: (...values) => prepared.get(...values) as Row | undefined,
      each: (...values) => prepared.iterate(...values) as IterableIterator<Row>,
    };
  }

  statement(sql: string): Statement {
    const prepared = this.#prepare(sql);
    return { run: (...values) => prepared.run(...values).changes };
  }

  execute(script: string): void {
    this.#database.exec(script);
  }

  pragma(name: string): SqlValue {
    return this.#database.pragma(name, { simple: true }) as SqlValue;
  }

  setJournalMode(mode: JournalMode): void {
    this.pragma(`journal_mode = ${mode}`);
  }

  snapshot<Value>(work: () => Value): Value {
    if (this.#database.inTransaction) return work();
    this.execute('BEGIN');
    try {
      return work();
    } finally {
      this.execute('COMMIT');
    }
  }

  hold(): () => void {
    this.execute('BEGIN');
    // A transaction sees the file as it is when it first reads.
    this.pragma('schema_version');
    return () => this.execute('COMMIT');
  }

  transaction<Value>(work: () => Result<Value>): Result<Value> {
    return guarded(this.path, () => {
      this.execute('BEGIN IMMEDIATE');
      try {
        const result = work();
        if (result.ok) this.execute('COMMIT');
        return result;
      } finally {
        if (this.#database.inTransaction) this.execute('ROLLBACK');
      }
    });
  }

  async transactionInSteps<Value>(
    work: () => Generator<unknown, Result<Value>>,
    breathe: () => Promise<void>,
  ): Promise<Result<Value>> {
    const begun = guarded(this.path, () => {
      this.execute('BEGIN IMMEDIATE');
      return ok(work());
    });
    if (!begun.ok) return begun;
    const steps = begun.value;
    try {
      for (;;) {
        const step = guarded(this.path, () => ok(steps.next()));
        if (!step.ok) return step;
        if (step.value.done === true) return this.#commit(step.value.value);
        await breathe();
      }
    } finally {
      if (this.#database.inTransaction) this.execute('ROLLBACK');
    }
  }

  #commit<Value>(result: Result<Value>): Result<Value> {
    return guarded(this.path, () => {
      if (result.ok) this.execute('COMMIT');
      return result;
    });
  }

  async copyTo(
    path: string,
    onProgress: (done: number, total: number) => boolean = () => true,
  ): Promise<Result<null>> {
    const pagesPerStep = 1000;
    try {
      const { totalPages } = await this.#database.backup(path, {
        progress: ({ totalPages, remainingPages }) => {
          // Throwing is the only way to stop SQLite's copy from here.
          if (!onProgress(totalPages - remainingPages, totalPages)) throw new Cancelled();
          return pagesPerStep;
        },
      });
      // better-sqlite3 takes a file that was locked at its first step for one that has no pages, and for done.
      return totalPages > 0 ? ok(null) : fail(problem('project-locked', { path: this.path }));
    } catch (error) {
      return fail(error instanceof Cancelled ? problem('job-cancelled') : problemOf(error, path));
    }
  }

  close(): void {
    this.#prepared.clear();
    this.#database.close();
  }

  #prepare(sql: string): Database.Statement {
    const known = this.#prepared.get(sql);
    if (known) return known;
    const prepared = this.#database.prepare(sql);
    this.#prepared.set(sql, prepared);
    return prepared;
  }
}
