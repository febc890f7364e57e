import type { Problem } from '../../core/problem';
import type { Contents } from './contents';
import type { Parsed } from './drafts';
import type { Options, OptionSpec } from '../../core/exchange/options';
import type { NetworkSize } from '../../core/exchange/loss-report';
import type { Lose } from '../../core/exchange/losses';
import type { Carries } from '../../core/exchange/things';

/** A file that is to be read. */
export interface SourceFile {
  /** Below what was chosen, with `/`. */
  readonly path: string;
  /** In bytes. */
  readonly size: number;
  /** Its characters, without a byte-order mark, in stretches of any length; no surrogate pair is cut. */
  text(): AsyncIterable<string>;
  /** All its characters at once; for files that cannot be read in stretches. */
  whole(): Promise<string>;
  /** Some of its bytes, from `start` to before `end`. */
  part(start: number, end: number): Promise<Uint8Array>;
}

/** The beginning of a file, for recognising what it is. */
export interface FileHead {
  readonly path: string;
  /** The first characters: a few thousand, as UTF-8; what is no text reads as it may. */
  head(): Promise<string>;
}

/** Files that belong together: one parse takes them all. */
export interface Claim {
  /** What the claim is called in a list: the path of its folder, or of its only file. */
  readonly path: string;
  readonly files: readonly string[];
  /** Where documents are called by their paths: the folder below which, with `/` at its end. Others of the import lie there too. */
  readonly folder?: string;
}

/** Where a parser puts what has to wait until more is read, as much as there may be: it need not stay in memory. */
export interface Aside {
  put(key: string, item: string): void;
  /** The items of a key in the order in which they came. */
  get(key: string): readonly string[];
  /** The same, once: they are gone. */
  take(key: string): readonly string[];
  /** The keys that have items, each once. Items may be taken meanwhile. */
  keys(): Iterable<string>;
}

export interface ParseContext {
  /** That of the claim, where it has one. */
  readonly folder?: string | undefined;
  readonly options: Options;
  /** The BCP 47 tag of the language that names without one are taken to be in. */
  readonly language: string;
  readonly aside: Aside;
  /** The SHA-256 of a text as documents have it: lower-case hexadecimal, of UTF-8. */
  readonly sha256Of: (text: string) => string;
}

/** How files of a format are read. */
export interface Importing {
  /** Whether links may lead from one document to another. */
  readonly linksDocuments: boolean;
  readonly options: readonly OptionSpec[];
  /** Which files are no text, by their paths; of these, only `bytes` can be read. None, where it is not told. */
  readonly isBinary?: (path: string) => boolean;
  /**
   * How files are called of which one in which nothing stands is of the format, and holds no documents: files of lines.
   * Where it is not told, such a file is broken.
   */
  readonly mayBeEmpty?: RegExp;
  /**
   * Which of some files are of this format; those that belong together in one claim. Names and beginnings have to tell
   * it without doubt, unless a person said so (`isAsked`): then only what cannot be of the format is left.
   */
  claim(files: readonly FileHead[], isAsked: boolean): Promise<readonly Claim[]>;
  /**
   * Reads the files of a claim. Never gives up on a file because of one bad record: what is left out becomes a
   * warning. Throws nothing of its own.
   */
  parse(files: readonly SourceFile[], context: ParseContext): AsyncIterable<Parsed>;
}

/** A piece of a file that is written. The pieces of one file follow each other. */
export interface Piece {
  /** Its path below the target, with `/`; of no matter where the format makes one file. */
  readonly file: string;
  readonly data: string | Uint8Array;
}

export interface SerializeContext {
  readonly options: Options;
  /** The BCP 47 tag of the language in which types, roles and attributes are named. */
  readonly language: string;
  /** Tells of something that is not written, or only in part. What `carries` says is `never` carried is told already. */
  readonly lose: Lose;
  /** Tells how large a network is that was drawn. */
  readonly drawn: (size: NetworkSize) => void;
}

/** Thrown by a serializer where there is more than the format can be made of: the export ends with its problem. */
export class ExportRefusal extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.code);
    this.problem = problem;
  }
}

/** How a format is written. */
export interface Exporting {
  readonly options: readonly OptionSpec[];
  /** Whether the target is one file, a folder of files, or a zip archive of them. */
  target(options: Options): 'file' | 'folder' | 'zip';
  /** The ending of the target's name, with its dot; empty for a folder. */
  ending(options: Options): string;
  carries(options: Options): Carries;
  /** Writes piece by piece: the same contents give the same pieces. */
  serialize(contents: Contents, context: SerializeContext): Iterable<Piece> | AsyncIterable<Piece>;
}

/** An exchange format: at least one of the two directions. */
export interface Format {
  /** As the command line names it. */
  readonly name: string;
  /** What it is called where people read: the names of formats are not translated. */
  readonly title: string;
  readonly import: Importing | null;
  readonly export: Exporting | null;
}
