import { z } from 'zod';
import type { Problem } from '../core/problem';
import type { Timestamp } from '../core/ids';
import { declareCall } from './call';
import { codebookBeginning, type CodebookGlance, type ReadyMadeCodebook } from './codebook-calls';
import { nothing, path, relativePath } from './fields';
import { settingsPatch, type Settings } from './settings';

/** Where the interface runs and what it can count on there. */
export interface HostDescription {
  readonly host: 'electron' | 'browser';
  readonly platform: 'darwin' | 'win32' | 'linux';
  readonly version: string;
  /** Versions of the runtime, for the about box and for bug reports. */
  readonly versions: Readonly<Record<string, string>>;
  /** Native file dialogs are there; otherwise the interface asks by its own means. */
  readonly nativeDialogs: boolean;
  /** The folder that new projects go to unless another is chosen. */
  readonly projectsFolder: string;
  /** The project of this window; null on the welcome screen. */
  readonly project: string | null;
  /** Why the project that this window was to show could not be opened. */
  readonly refusal: { readonly path: string; readonly problem: Problem } | null;
}

export interface RecentProject {
  readonly path: string;
  readonly name: string;
  readonly openedAt: Timestamp;
  /** False where the file is no longer there. */
  readonly exists: boolean;
}

/**
 * `take-over` disregards the lock of another machine. `from-backup` puts the newest sound backup in the place of a
 * damaged file, which is kept beside it under another name.
 */
const howToOpen = z.enum(['normally', 'read-only', 'take-over', 'from-backup']);
export type HowToOpen = z.infer<typeof howToOpen>;

/** What the interface may ask of the program around it: windows, dialogs, files, settings. */
export const hostCalls = {
  'host.describe': declareCall(nothing)<HostDescription>(),
  'host.quit': declareCall(nothing)<null>(),

  'settings.read': declareCall(nothing)<Settings>(),
  'settings.write': declareCall(z.strictObject({ patch: settingsPatch }))<Settings>(),

  'projects.recent': declareCall(nothing)<readonly RecentProject[]>(),
  'projects.forget': declareCall(z.strictObject({ path }))<null>(),
  /**
   * Makes a project and shows it in this window. The path is null where a native dialog is to ask for it. Without a
   * codebook to begin with, the project gets the first of the ready-made ones.
   */
  'projects.create': declareCall(
    z.strictObject({ path: path.nullable(), codebook: codebookBeginning.optional() }),
  )<{ readonly path: string } | null>(),
  /** Opens a project: in this window if it shows none, else in its own. Answers null if a dialog was cancelled. */
  'projects.open': declareCall(z.strictObject({ path: path.nullable(), how: howToOpen }))<{
    readonly path: string;
  } | null>(),
  'projects.close': declareCall(nothing)<null>(),

  /** The codebooks that come with Postil. They are asked for before there is a project. */
  'codebooks.readyMade': declareCall(nothing)<readonly ReadyMadeCodebook[]>(),
  /** Looks into a codebook that a project is to begin with. */
  'codebooks.look': declareCall(codebookBeginning)<CodebookGlance>(),

  /** Asks for files or folders to import; an empty list if cancelled. Only where `nativeDialogs`. */
  'files.pick': declareCall(z.strictObject({ folders: z.boolean() }))<readonly string[]>(),
  /**
   * Keeps the contents of files that have no path of their own (dragged out of another program) in a temporary
   * folder, and answers with the paths of what came: files, and the topmost folders of those that lay in one.
   */
  'files.stage': declareCall(
    z.strictObject({
      files: z.array(z.strictObject({ relativePath, bytes: z.instanceof(Uint8Array) })).min(1),
    }),
  )<readonly string[]>(),
  /** A path to export to; null if cancelled. Without native dialogs, a place that `files.fetch` serves from. */
  'files.target': declareCall(z.strictObject({ suggestedName: z.string().min(1).max(200) }))<string | null>(),
  /** Hands a written file to its owner: shows it in its folder, or downloads it. */
  'files.reveal': declareCall(z.strictObject({ path }))<{ readonly download: string | null }>(),
} as const;

export type HostCalls = typeof hostCalls;
