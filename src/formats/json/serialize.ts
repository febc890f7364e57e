import type { Diff } from '../../core/diff';
import type { ChangeNumber, CoderId, Timestamp } from '../../core/ids';
import type { DocumentRecord } from '../../core/model/document';
import { recordNames, type AnyRecord, type RecordName, type Records } from '../../core/model/records';
import { lineOf, ordered } from './ordered';
import { formatName, formatVersion, sections } from './schema';

/** A change as the journal keeps it. */
export interface PastChange {
  readonly number: ChangeNumber;
  readonly name: string;
  readonly cause: 'do' | 'undo' | 'redo';
  /** The change that was taken back or done again. */
  readonly of: ChangeNumber | null;
  /** The change that it led back to. */
  readonly backTo: ChangeNumber | null;
  readonly coder: CoderId;
  readonly at: Timestamp;
  /** Each part is read once, in this order. */
  readonly diff: { readonly [Part in 'added' | 'updated' | 'removed']: Iterable<Diff[Part][number]> };
}

/** Where a file's contents come from. Each is asked for once, in the order of the file. */
export interface ProjectContents {
  /** All records of a name, in the order of the file: by document and position, then by id. */
  records<Name extends RecordName>(name: Name): Iterable<Records[Name]>;
  text(document: DocumentRecord): string;
  /** The journal; null where it is to be left out. */
  readonly history: {
    readonly changes: Iterable<PastChange>;
    /** Texts of removed documents, which the journal can bring back. */
    readonly removedTexts: Iterable<{ readonly sha256: string; readonly text: string }>;
  } | null;
}

function* section<Item>(
  name: string,
  items: Iterable<Item>,
  toPieces: (item: Item) => Iterable<string>,
): Generator<string> {
  let count = 0;
  yield `,\n"${name}": [`;
  for (const item of items) {
    yield count === 0 ? '\n' : ',\n';
    yield* toPieces(item);
    count += 1;
  }
  yield count === 0 ? ']' : '\n]';
}

function recordSection(name: RecordName, contents: ProjectContents): Generator<string> {
  return section<AnyRecord>(sections[name], contents.records(name), (record) => [
    record.record === 'document'
      ? lineOf('document', { ...record, text: contents.text(record) })
      : lineOf(record.record, record),
  ]);
}

/** A change as a line of JSON, piece by piece: one may touch more records than can be held at once. */
function* changePieces({ diff, ...change }: PastChange): Generator<string> {
  const { number, name, cause, of, coder, at, backTo } = change;
  const wentBack = backTo === null ? {} : { backTo };
  yield JSON.stringify({ number, name, cause, of, coder, at, ...wentBack }).slice(0, -1);
  for (const part of ['added', 'updated', 'removed'] as const) {
    let delimiter = '';
    yield `,"${part}":[`;
    for (const item of diff[part]) {
      yield delimiter + JSON.stringify(ordered(item));
      delimiter = ',';
    }
    yield ']';
  }
  yield '}';
}

/**
 * Writes a project in Postil's own format, piece by piece: one line for each record. The same contents give the same
 * characters.
 */
export function* serialize(contents: ProjectContents): Generator<string> {
  yield `{\n"format": ${JSON.stringify(formatName)},\n"version": ${formatVersion}`;
  for (const name of recordNames) yield* recordSection(name, contents);
  if (contents.history) {
    yield* section('history', contents.history.changes, changePieces);
    yield* section('removedTexts', contents.history.removedTexts, ({ sha256, text }) => [
      JSON.stringify({ sha256, text }),
    ]);
  }
  yield '\n}\n';
}
