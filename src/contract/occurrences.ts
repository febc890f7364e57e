import { z } from 'zod';
import type { TagOccurrences } from '../core/commands/occurrences-command';
import type { AnnotationId, DocumentId, TypeId } from '../core/ids';
import type { Span } from '../core/model/annotation';
import type { OccurrenceQuery } from '../core/occurrences/occurrence';
import { declareCall } from './call';
import { hidden, idOf, job, span } from './fields';

const text = z.string().min(1).max(1000);
const document = idOf<DocumentId>();
const type = idOf<TypeId>();

const options = { text, ignoreCase: z.boolean(), wholeWords: z.boolean() } as const;

const occurrenceQuery: z.ZodType<OccurrenceQuery> = z.discriminatedUnion('manner', [
  z.strictObject({ manner: z.literal('literal'), ...options }),
  z.strictObject({ manner: z.literal('inflected'), text }),
  z.strictObject({ manner: z.literal('pattern'), ...options }),
]);

/** What may be asked to be tagged, as it arrives from outside. */
export const occurrenceCommands = [
  z.strictObject({
    name: z.literal('occurrences.tag'),
    type,
    spans: z.array(z.strictObject({ document, span })).min(1),
    model: idOf<AnnotationId>().nullable(),
    carry: z.strictObject({ attributes: z.boolean(), entry: z.boolean() }),
  }),
] as const satisfies readonly z.ZodType<TagOccurrences>[];

/** A place where a text was found, in its sentence. */
export interface Hit {
  readonly document: DocumentId;
  readonly span: Span;
  /** What stands there, with one space for any white space. */
  readonly form: string;
  /** The sentence up to the hit, what it covers, and the rest. */
  readonly before: string;
  readonly quote: string;
  readonly after: string;
  /** An annotation of the type in question, or of one below it, that shares a character with it. */
  readonly tagged: AnnotationId | null;
}

/** Hits of a search that goes on, in the order in which they were found. */
export interface HitsFound {
  readonly job: string;
  readonly hits: readonly Hit[];
}

export interface Search {
  readonly hits: number;
  /** Documents in which a regular expression took too long, and was given up. */
  readonly givenUp: number;
  /** There are more, which were not looked for. */
  readonly isCut: boolean;
}

/** What the interface may ask about further occurrences of a text. */
export const occurrenceCalls = {
  /** Tells hits as events while it runs. */
  'occurrences.find': declareCall(
    z.strictObject({
      job,
      query: occurrenceQuery,
      /** Looked through first; and alone, where `isHere`. */
      document,
      isHere: z.boolean(),
      type: type.nullable(),
      hidden,
    }),
  )<Search>(),
} as const;
