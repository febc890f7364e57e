import type { ReadOnlyReason } from '../../contract/engine-answers';
import type { Reader, Writer } from '../storage/file/connection';

/** How the project's file is held: to be worked on, or only to be looked at and why. */
export type Access =
  | { readonly mode: 'read-write'; readonly writer: Writer }
  | { readonly mode: 'read-only'; readonly reader: Reader; readonly reason: ReadOnlyReason };

/** The connection of either, for whoever only reads. */
export const readerOf = (access: Access): Reader =>
  access.mode === 'read-write' ? access.writer : access.reader;
