import { z } from 'zod';
import type { OptionSpec } from '../core/exchange/options';
import type { Carries } from '../core/exchange/things';
import type { CoderId, DocumentId, TypeId } from '../core/ids';
import { statuses } from '../core/model/document';
import { declareCall } from './call';
import type { ExportReport } from './engine-answers';
import { idOf, job, language, path } from './fields';
import { segmentFilter } from './segments';

/** What was chosen about a format, by the names of its options. */
export const formatOptions = z.record(z.string().max(50), z.union([z.string().max(10_000), z.boolean()]));

export const formatName = z.string().min(1).max(50);

const some = <Item extends z.ZodType>(item: Item) => z.array(item).max(100_000).nullable();

/**
 * What of a project is exported: each part null for all. Links go with the annotations that have them. A filter is one
 * of the table of annotations, and picks out documents as well where it asks something of them.
 */
export const exportSelection = z.strictObject({
  documents: some(idOf<DocumentId>()),
  coders: some(idOf<CoderId>()),
  types: some(idOf<TypeId>()),
  statuses: z.array(z.enum(statuses)).nullable(),
  filter: segmentFilter.nullable(),
});

export type ExportSelection = z.infer<typeof exportSelection>;

/** The selection of everything. */
export const wholeProject: ExportSelection = {
  documents: null,
  coders: null,
  types: null,
  statuses: null,
  filter: null,
};

/** How an export is to be done. */
export const exportPlan = z.strictObject({
  format: formatName,
  options: formatOptions,
  /** In which types, roles and attributes are named, where a format has one language for them. */
  language,
  selection: exportSelection,
  /** With the journal; only Postil's own format has a place for it. */
  withHistory: z.boolean(),
  /** Write nothing where anything would be lost. */
  strict: z.boolean(),
  /** Pack what makes a folder into one archive. A target whose name ends so is one in any case. */
  asZip: z.boolean(),
});

export type ExportPlan = z.infer<typeof exportPlan>;

/** The export of the whole project in a format, about which nothing else was decided. */
export const plainExport = (format: string): ExportPlan => ({
  format,
  options: {},
  language: 'en',
  selection: wholeProject,
  withHistory: false,
  strict: false,
  asZip: false,
});

/** An exchange format, as lists and dialogs show it. */
export interface FormatDescription {
  readonly name: string;
  readonly title: string;
  /** Null where Postil does not read it. */
  readonly import: { readonly options: readonly OptionSpec[] } | null;
  /** Null where Postil does not write it. What it makes and carries is told for the options as they are by default. */
  readonly export: {
    readonly options: readonly OptionSpec[];
    readonly target: 'file' | 'folder' | 'zip';
    /** The ending of the target's name, with its dot; empty for a folder. */
    readonly ending: string;
    readonly carries: Carries;
  } | null;
}

/** What may be asked about exchange formats, and of them. */
export const exchangeCalls = {
  'formats.list': declareCall(z.strictObject({}))<readonly FormatDescription[]>(),
  /** What the target of an export is with these options, and what it can carry. */
  'formats.export': declareCall(z.strictObject({ format: formatName, options: formatOptions }))<
    FormatDescription['export']
  >(),
  /** Without a path, nothing is written: the answer tells what would be lost. */
  'export.run': declareCall(z.strictObject({ job, plan: exportPlan, out: path.nullable() }))<ExportReport>(),
  /** Writes a report of losses, as its reader is to see it, beside what was exported or elsewhere. */
  'export.saveReport': declareCall(z.strictObject({ text: z.string().max(50_000_000), out: path }))<null>(),
} as const;
