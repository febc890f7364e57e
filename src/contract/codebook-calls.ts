import { z } from 'zod';
import type { Difference } from '../core/codebook/compare';
import type { Double } from '../core/codebook/doubles';
import type { Effect } from '../core/codebook/effects';
import type { Localised, VersionRecord } from '../core/model/codebook';
import type { Problem } from '../core/problem';
import { declareCall } from './call';
import { codebookCommand } from './codebook-commands';
import type { Change } from './engine-answers';
import { language, nothing, path } from './fields';

/** The formats that a codebook is written in, as a file of its own. */
export const codebookFormats = ['json', 'brat', 'qdc'] as const;

export type CodebookFormat = (typeof codebookFormats)[number];

/**
 * Where a codebook comes from: a file, whose format is seen from what it holds, one that comes with Postil, or nowhere,
 * where types are to be made while coding.
 */
const source = z.discriminatedUnion('from', [
  z.strictObject({ from: z.literal('file'), path }),
  z.strictObject({ from: z.literal('ready-made'), name: z.string().min(1).max(100) }),
  z.strictObject({ from: z.literal('empty') }),
]);

export type CodebookSource = z.infer<typeof source>;

/** The codebook that a new project begins with. */
export const codebookBeginning = z.strictObject({ source, language });

export type CodebookBeginning = z.infer<typeof codebookBeginning>;

/** How a codebook is taken in: beside what is there, or in the place of all that nothing was coded with. */
const taking = z.strictObject({ source, how: z.enum(['add', 'replace']), language });

export type CodebookTaking = z.infer<typeof taking>;

/** What a change of the codebook would do to all that was coded; nothing where it touches nothing. */
export interface CodebookPreview {
  readonly effects: readonly Effect[];
}

/** The same for one command. */
export interface CommandPreview extends CodebookPreview {
  /** What types would have twice, or would have had if it were not made one. */
  readonly doubles: readonly Double[];
}

/** What taking a codebook in would do. */
export interface TakingPreview extends CodebookPreview {
  /** How many of its types, roles and attributes stand for ones that are there already. */
  readonly known: number;
  readonly differences: readonly Difference[];
  /** What of a file could not be taken as it stands there. */
  readonly warnings: readonly Problem[];
}

/** A codebook that comes with Postil. */
export interface ReadyMadeCodebook {
  readonly name: string;
  readonly names: Localised;
  readonly descriptions: Localised;
  readonly sources: readonly string[];
  readonly types: number;
}

/** What a codebook that is not in a project yet holds. */
export interface CodebookGlance {
  readonly types: number;
  /** What of a file could not be taken as it stands there. */
  readonly warnings: readonly Problem[];
}

/** A version of the codebook, and how many annotations were made under it. */
export interface VersionSummary {
  readonly version: VersionRecord;
  readonly annotations: number;
}

export interface CodebookExport {
  /** The files that were written: brat has two. */
  readonly paths: readonly string[];
  readonly warnings: readonly Problem[];
}

/** What may be asked about the codebook as a whole. It is changed by commands, as everything is. */
export const codebookCalls = {
  'codebook.preview': declareCall(z.strictObject({ command: codebookCommand }))<CommandPreview>(),
  'codebook.previewImport': declareCall(taking)<TakingPreview>(),
  /** Answers null where the codebook is so already. */
  'codebook.import': declareCall(taking)<{
    readonly change: Change | null;
    readonly warnings: readonly Problem[];
  }>(),
  'codebook.export': declareCall(
    z.strictObject({
      format: z.enum(codebookFormats),
      out: path,
      /** Where brat's colours and labels go; null for `visual.conf` beside its types. */
      visual: path.nullable(),
      language,
    }),
  )<CodebookExport>(),
  'codebook.versions': declareCall(nothing)<readonly VersionSummary[]>(),
} as const;
