import { closeSync, fstatSync, openSync, readSync } from 'node:fs';

/** What the first hundred bytes of an SQLite file say (https://www.sqlite.org/fileformat.html). */
export interface SqliteHeader {
  readonly applicationId: number;
  readonly userVersion: number;
  /** The file was left in WAL mode: what was committed last may stand beside it, in its `-wal`. */
  readonly wal: boolean;
  /** Length of the whole file as its header has it, in bytes; null where the header does not vouch for it. */
  readonly bytes: number | null;
}

/** What a file is by its first bytes and its length. */
export type FileHead =
  | { readonly kind: 'empty' }
  | { readonly kind: 'other' }
  | { readonly kind: 'sqlite'; readonly header: SqliteHeader; readonly bytesOnDisk: number };

const headerLength = 100;
const magic = 'SQLite format 3\0';

function parseHeader(head: Buffer): SqliteHeader {
  const pageSize = head.readUInt16BE(16) === 1 ? 65_536 : head.readUInt16BE(16);
  const pages = head.readUInt32BE(28);
  // The length was written together with the change counter, or by a program that did not know of it.
  const isLengthValid = pages > 0 && head.readUInt32BE(24) === head.readUInt32BE(92);
  return {
    applicationId: head.readUInt32BE(68),
    userVersion: head.readUInt32BE(60),
    wal: head.readUInt8(18) === 2,
    bytes: isLengthValid ? pages * pageSize : null,
  };
}

/**
 * Reads the beginning of a file, without SQLite. Never to be called while this process has the file open as a
 * database: closing any handle of a file gives up all locks that the process has on it (POSIX). Throws what the
 * file system throws.
 */
export function readHead(path: string): FileHead {
  const file = openSync(path, 'r');
  try {
    const head = Buffer.alloc(headerLength);
    const length = readSync(file, head, 0, headerLength, 0);
    if (length === 0) return { kind: 'empty' };
    const isSqlite = head.toString('latin1', 0, magic.length) === magic;
    if (!isSqlite) return { kind: 'other' };
    return { kind: 'sqlite', header: parseHeader(head), bytesOnDisk: fstatSync(file).size };
  } finally {
    closeSync(file);
  }
}
