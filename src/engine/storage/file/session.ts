import type { Timestamp } from '../../../core/ids';
import type { Reader, Writer } from './connection';

/** Who has a project open to work on it: a process on a machine, for a person. */
export interface Session {
  readonly pid: number;
  /** The machine's name. */
  readonly host: string;
  /** The coder's name. */
  readonly coder: string;
  readonly since: Timestamp;
}

/** The session that the file knows of: the one that goes on, or one that never came to its end. */
export function readSession(reader: Reader): Session | undefined {
  return reader.query<Session>('SELECT pid, host, coder, since FROM session').first();
}

/** Enters a session in the file, in the place of any other. */
export function writeSession(writer: Writer, session: Session): void {
  writer
    .statement('INSERT OR REPLACE INTO session (id, pid, host, coder, since) VALUES (1, ?, ?, ?, ?)')
    .run(session.pid, session.host, session.coder, session.since);
}

/** Notes that nobody has the file open any more. */
export function clearSession(writer: Writer): void {
  writer.statement('DELETE FROM session').run();
}
