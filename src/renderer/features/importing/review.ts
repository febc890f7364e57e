import type { InspectedFile } from '../../../contract/engine-answers';
import { eachAsGuessed, shortestPart, type ImportPlan } from '../../../contract/engine-calls';
import { longestDocument } from '../../../core/model/document';
import { mappingOf, tableGroups, type TableGroup } from './tables';

type TextFile = Extract<InspectedFile, { kind: 'text' }>;
type DocumentFile = Extract<InspectedFile, { kind: 'document' }>;
/** A file that makes one document. */
type SingleFile = TextFile | DocumentFile;
type TableFile = Extract<InspectedFile, { kind: 'table' }>;
/** A file whose characters are in some encoding. */
type EncodedFile = SingleFile | TableFile;
type JsonFile = Extract<InspectedFile, { kind: 'postil-json' }>;
type ExchangeFile = Extract<InspectedFile, { kind: 'exchange' }>;
type RefusedFile = Extract<InspectedFile, { kind: 'refused' }>;

/** The files of a batch, by the question that they raise. One file may raise several. */
export interface Review {
  /** Plain texts and documents. */
  readonly texts: readonly SingleFile[];
  readonly pages: readonly DocumentFile[];
  readonly pdfs: readonly DocumentFile[];
  /** Documents that would not come in quite as they are. */
  readonly changed: readonly DocumentFile[];
  readonly tables: readonly TableFile[];
  /** The same by their columns. */
  readonly tableGroups: readonly TableGroup[];
  readonly json: readonly JsonFile[];
  /** Files of other tools. */
  readonly exchange: readonly ExchangeFile[];
  readonly uncertain: readonly EncodedFile[];
  readonly duplicates: readonly SingleFile[];
  readonly tooLong: readonly SingleFile[];
  readonly conflicting: readonly JsonFile[];
  /** Exports of Postil with records that would be left out. */
  readonly faulty: readonly JsonFile[];
  readonly refused: readonly RefusedFile[];
  /** The encodings that the uncertain texts may have, the likeliest of most files first. */
  readonly encodings: readonly string[];
}

export function reviewOf(files: readonly InspectedFile[]): Review {
  const documents = files.filter((file) => file.kind === 'document');
  const texts = files.filter((file) => file.kind === 'text' || file.kind === 'document');
  const json = files.filter((file) => file.kind === 'postil-json');
  const tables = files.filter((file) => file.kind === 'table');
  const uncertain = [...texts, ...tables].filter(({ guess }) => !guess.certain);
  return {
    texts,
    pages: documents.filter(({ format }) => format === 'html'),
    pdfs: documents.filter(({ format }) => format === 'pdf'),
    changed: documents.filter(({ warnings }) => warnings.length > 0),
    tables,
    tableGroups: tableGroups(tables),
    json,
    exchange: files.filter((file) => file.kind === 'exchange'),
    uncertain,
    duplicates: texts.filter(({ duplicateOf }) => duplicateOf !== null),
    tooLong: texts.filter(({ tooLong }) => tooLong),
    conflicting: json.filter(({ conflictCount }) => conflictCount > 0),
    faulty: json.filter(({ problemCount }) => problemCount > 0),
    refused: files.filter((file) => file.kind === 'refused'),
    encodings: encodingsOf(uncertain),
  };
}

/** Whether a person has to see the batch before it is imported. */
export function needsReview(files: readonly InspectedFile[]): boolean {
  const review = reviewOf(files);
  const raising = [
    review.uncertain,
    review.pages,
    review.pdfs,
    review.changed,
    review.tables,
    review.duplicates,
    review.tooLong,
    review.conflicting,
    review.faulty,
    review.refused,
    review.exchange,
  ];
  return raising.some(({ length }) => length > 0);
}

/**
 * The encodings that texts may have that do not tell theirs. The likeliest of a file counts for most, the next for half
 * as much, and so on. Where they seem to differ, each its own is offered as well, but last: the letters of a short text
 * alone tell less than those of all.
 */
function encodingsOf(files: readonly EncodedFile[]): readonly string[] {
  const weights = new Map<string, number>();
  for (const { guess } of files)
    guess.candidates.forEach(({ encoding }, rank) =>
      weights.set(encoding, (weights.get(encoding) ?? 0) + 1 / 2 ** rank),
    );
  const likeliest = [...weights].sort(([, a], [, b]) => b - a).map(([encoding]) => encoding);
  return new Set(files.map(({ guess }) => guess.encoding)).size > 1
    ? [...likeliest, eachAsGuessed]
    : likeliest;
}

/** Some files to show samples of: of each encoding that was guessed at least one, before there are more of any. */
export function samplesOf(files: readonly EncodedFile[], most: number): readonly EncodedFile[] {
  const firsts = [
    ...new Map(files.toReversed().map((file) => [file.guess.encoding, file])).values(),
  ].toReversed();
  return [...new Set([...firsts, ...files])].slice(0, most);
}

/** The beginning of a file in an encoding; null where the file cannot be read in it. */
export function sampleIn({ guess }: EncodedFile, encoding: string): string | null {
  const asked = encoding === eachAsGuessed ? guess.encoding : encoding;
  return guess.candidates.find((candidate) => candidate.encoding === asked)?.sample ?? null;
}

/** How many files these are: of another tool, several may be read together. */
export const countFiles = (found: readonly InspectedFile[]): number =>
  found.reduce((sum, file) => sum + (file.kind === 'exchange' ? file.files : 1), 0);

/** How many files a plan brings in. */
export function countToImport({ texts, tables, json, exchange }: Review, plan: ImportPlan): number {
  const isTaken = ({ guess, duplicateOf, tooLong }: SingleFile): boolean =>
    (guess.certain || plan.encoding !== null) &&
    (duplicateOf === null || plan.duplicates) &&
    (!tooLong || plan.split !== null);
  const isMapped = (file: TableFile): boolean =>
    (file.guess.certain || plan.encoding !== null) &&
    tableGroups([file]).some((group) => mappingOf(plan.documents.tables, group) !== null);
  return texts.filter(isTaken).length + tables.filter(isMapped).length + json.length + countFiles(exchange);
}

/** How a text that is too long is split unless something else is chosen. */
export const splitBySize = { by: 'size', codePoints: 1_000_000 } as const;

/** Whether a part of a text may be that long, in code points. */
export const isPartLength = (codePoints: number): boolean =>
  codePoints >= shortestPart && codePoints <= longestDocument;

/** Whether everything is decided that has to be: conflicts are never settled by silence. */
export const isDecided = (review: Review, plan: ImportPlan): boolean =>
  (review.conflicting.length === 0 || plan.conflicts !== null) &&
  (plan.split?.by !== 'separator' || plan.split.separator !== '') &&
  (plan.split?.by !== 'size' || isPartLength(plan.split.codePoints)) &&
  countToImport(review, plan) > 0;
