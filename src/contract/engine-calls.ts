import { z } from 'zod';
import type { CoderId, DocumentId } from '../core/ids';
import { longestDocument, type CoderRecord } from '../core/model/document';
import { declareCall } from './call';
import { codebookCalls } from './codebook-calls';
import { command } from './commands';
import type {
  Backup,
  Change,
  CommittedChange,
  ChangedPlace,
  Codebook,
  DocumentContent,
  DocumentSummary,
  Fault,
  ImportReport,
  Inspection,
  ProjectDescription,
} from './engine-answers';
import { exchangeCalls, formatName, formatOptions } from './exchange';
import { idOf, job, language, name, nothing, offset, path } from './fields';
import { historyCalls } from './history-calls';
import { occurrenceCalls } from './occurrences';
import { registryCalls } from './registry';
import { segmentCalls } from './segments';
import { documentOptions, plainDocumentOptions } from './document-files';
import { documentsCalls } from './documents';
import { valuesCalls } from './values';

const document = idOf<DocumentId>();

const place = z.strictObject({ top: offset, caret: offset });

/** The shortest parts that a text may be cut into by size, in code points. */
export const shortestPart = 1000;

/** How a text that is longer than a document may be is cut: before each separator line, or after so many characters. */
const split = z.discriminatedUnion('by', [
  z.strictObject({
    by: z.literal('size'),
    codePoints: z.number().int().min(shortestPart).max(longestDocument),
  }),
  z.strictObject({ by: z.literal('separator'), separator: z.string().min(1).max(1000) }),
]);

/** Stands for an encoding: each text is read in the one that is likeliest for it, which a person has seen to be right. */
export const eachAsGuessed = 'guessed';

/** How an import is to be done; everything that a person has to decide beforehand. */
export const importPlan = z.strictObject({
  paths: z.array(path).min(1),
  /**
   * The format that all files are of, by its name; null where each is to be recognised. `text` takes every text for a
   * plain one, whatever it looks like, `table` for a table with a document in each row.
   */
  format: formatName.nullable(),
  /** What was chosen for that format. */
  options: formatOptions,
  /** The BCP 47 tag of the language that names without one are taken to be in. */
  language,
  /**
   * What becomes of the codebook of files of other tools in a project that nobody has worked in yet: it takes the place
   * of the one there, or comes beside it. In every other project it comes beside it. `only` leaves the documents out.
   */
  codebook: z.enum(['instead', 'beside', 'only']),
  /** Put the annotations of files of other tools onto documents of the same text that are there already. */
  onto: z.boolean(),
  /** For texts whose encoding is not certain: a name, or `eachAsGuessed`; null refuses them. */
  encoding: z.string().max(50).nullable(),
  /** Import a text that the project has already. */
  duplicates: z.boolean(),
  /** For texts that are too long; null refuses them. */
  split: split.nullable(),
  /** For records that differ from those of the same id in the project; null changes nothing where there are any. */
  conflicts: z.enum(['keep-mine', 'take-theirs', 'keep-both']).nullable(),
  /** List each problem and warning, and not only the first of each file: for who reads them in a file or a pipe. */
  listsAll: z.boolean(),
  documents: documentOptions,
});

export type ImportPlan = z.infer<typeof importPlan>;

/** An import about which nothing was decided but what is imported. */
export const plainImport = (paths: readonly string[]): ImportPlan => ({
  paths: [...paths],
  format: null,
  options: {},
  language: 'en',
  codebook: 'instead',
  onto: false,
  encoding: null,
  duplicates: false,
  split: null,
  conflicts: null,
  listsAll: false,
  documents: plainDocumentOptions,
});

const lookFor = importPlan.pick({
  paths: true,
  format: true,
  options: true,
  language: true,
  encoding: true,
  documents: true,
});

/** What of an import's plan bears on what is found. */
export type ImportQuestion = z.infer<typeof lookFor>;

/** What is asked of the files that a plan is about. */
export const questionOf = ({
  paths,
  format,
  options,
  language,
  encoding,
  documents,
}: ImportPlan): ImportQuestion => ({ paths, format, options, language, encoding, documents });

/** What the interface may ask of the engine of one project. */
export const engineCalls = {
  'project.describe': declareCall(nothing)<ProjectDescription>(),
  'project.check': declareCall(z.strictObject({ job }))<readonly Fault[]>(),

  'codebook.read': declareCall(nothing)<Codebook>(),
  'coders.list': declareCall(nothing)<readonly CoderRecord[]>(),
  /** Goes on as another coder: one that is known by this name, or a new one. */
  'coder.switch': declareCall(z.strictObject({ name }))<null>(),
  'documents.list': declareCall(nothing)<readonly DocumentSummary[]>(),
  'document.read': declareCall(z.strictObject({ document }))<DocumentContent>(),
  'document.leave': declareCall(z.strictObject({ document, place }))<null>(),

  'change.run': declareCall(z.strictObject({ command }))<Change | null>(),
  // A vast change is a job, which is called `undo` or `redo`.
  'change.undo': declareCall(nothing)<{
    readonly change: CommittedChange;
    readonly place: ChangedPlace | null;
    /** Later changes of this coder that somebody's going back had taken back already; null where there were none. */
    readonly passed: { readonly changes: number; readonly by: CoderId } | null;
  }>(),
  'change.redo': declareCall(nothing)<{
    readonly change: CommittedChange;
    readonly place: ChangedPlace | null;
  }>(),

  ...codebookCalls,

  ...historyCalls,

  'import.inspect': declareCall(z.strictObject({ job, about: lookFor }))<Inspection>(),
  'import.run': declareCall(z.strictObject({ job, plan: importPlan }))<ImportReport>(),
  ...exchangeCalls,
  'job.cancel': declareCall(z.strictObject({ job }))<null>(),

  ...registryCalls,
  ...segmentCalls,
  ...valuesCalls,
  ...documentsCalls,
  ...occurrenceCalls,

  'backups.list': declareCall(nothing)<readonly Backup[]>(),
  'backups.make': declareCall(nothing)<Backup>(),
  'backups.restore': declareCall(z.strictObject({ name: z.string().min(1).max(300) }))<null>(),
} as const;

export type EngineCalls = typeof engineCalls;
