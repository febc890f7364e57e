import { renameSync } from 'node:fs';
import type { ProjectNotice } from '../../contract/engine-answers';
import { problem } from '../../core/problem';
import { fail, ok, type Result } from '../../core/result';
import type { JournalMode, Writer } from '../storage/file/connection';
import { guarded } from '../storage/file/errors';
import type { FileLock } from '../storage/file/lock-database';
import { openWriter } from '../storage/file/open';
import { clearSession, writeSession, type Session } from '../storage/file/session';
import type { Access } from './access';

/** A project's file that this process has open. */
export interface ProjectFile {
  /** Its true path, also where a copy is read in its place. */
  readonly path: string;
  /** Another one after `replaceWith`. */
  readonly access: Access;
  readonly notices: readonly ProjectNotice[];
  /**
   * Puts a finished project file, which lies in the same folder, in the place of this one, at once and for good.
   * Fails, and leaves everything as it was, while another process reads the project.
   */
  replaceWith(finished: string): Result<Access>;
  /** Leaves one file behind, which nobody has open. */
  close(): void;
}

/** Takes everything into the one file. Answers whether it stands alone now: a reader elsewhere can prevent it. */
function gather(writer: Writer): boolean {
  writer.pragma('wal_checkpoint(TRUNCATE)');
  writer.setJournalMode('delete');
  return writer.pragma('journal_mode') === 'delete';
}

/** A project's file that this process holds to work on it. */
export class WritableFile implements ProjectFile {
  readonly path: string;
  readonly notices: readonly ProjectNotice[];
  readonly #journalMode: JournalMode;
  readonly #session: Session;
  readonly #lock: FileLock;
  #writer: Writer;

  constructor(
    writer: Writer,
    lock: FileLock,
    session: Session,
    {
      journalMode,
      notices,
    }: { readonly journalMode: JournalMode; readonly notices: readonly ProjectNotice[] },
  ) {
    this.path = writer.path;
    this.notices = notices;
    this.#journalMode = journalMode;
    this.#session = session;
    this.#lock = lock;
    this.#writer = writer;
  }

  get access(): Access {
    return { mode: 'read-write', writer: this.#writer };
  }

  replaceWith(finished: string): Result<Access> {
    const alone = guarded(this.path, () =>
      gather(this.#writer) ? ok(null) : fail(problem('project-locked', { path: this.path })),
    );
    if (!alone.ok) {
      this.#writer.setJournalMode(this.#journalMode);
      return alone;
    }
    this.#writer.close();
    const replaced = guarded(this.path, () => {
      renameSync(finished, this.path);
      return ok(null);
    });
    const reopened = openWriter(this.path, this.#journalMode);
    if (!reopened.ok) return reopened;
    this.#writer = reopened.value;
    return guarded(this.path, () => {
      writeSession(this.#writer, this.#session);
      return replaced.ok ? ok(this.access) : replaced;
    });
  }

  close(): void {
    // A disk that is full or gone keeps nobody from closing: what was committed stays, in two files if need be.
    guarded(this.path, () => {
      clearSession(this.#writer);
      gather(this.#writer);
      return ok(null);
    });
    this.#writer.close();
    this.#lock.release();
  }
}
