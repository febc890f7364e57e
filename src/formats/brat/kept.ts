import { z } from 'zod';
import type { Origin } from '../../core/model/origin';

export const bratFormat = 'brat';

/** Where a line stood, counted from 1, and how it was written where that is not as Postil would write it. */
const keptLine = { line: z.number(), written: z.string().optional() };

const attribute = z.object({ ...keptLine, id: z.string(), name: z.string(), target: z.string().optional() });
const reference = z.object({
  ...keptLine,
  id: z.string(),
  name: z.string(),
  target: z.string().optional(),
  scheme: z.string(),
  value: z.string(),
  title: z.string(),
});
const note = z.object({
  ...keptLine,
  id: z.string(),
  type: z.string(),
  target: z.string().optional(),
  text: z.string(),
});
const missing = z.object({ at: z.number(), role: z.string(), target: z.string() });

/** What an annotation keeps of its lines so that they can go out as they came in. */
const annotationFields = z.object({
  ...keptLine,
  trigger: z.object({ ...keptLine, id: z.string(), type: z.string().optional() }).optional(),
  /** Another line had its id before. */
  again: z.literal(true).optional(),
  /** A trigger that no event has. */
  alone: z.literal(true).optional(),
  attributes: z.array(attribute).optional(),
  references: z.array(reference).optional(),
  notes: z.array(note).optional(),
  /** Arguments whose targets are not there. */
  missing: z.array(missing).optional(),
});

/** What a link keeps: its place among the arguments, and the id it named where that is a trigger's. */
const linkFields = z.object({ at: z.number(), target: z.string().optional() });

/** The files by which a collection of brat is configured. */
export const configurationFiles = [
  'annotation.conf',
  'visual.conf',
  'tools.conf',
  'kb_shortcuts.conf',
] as const;

const documentFields = z.object({
  /** On one document of a collection: its configuration, by the names of the files. */
  configuration: z.partialRecord(z.enum(configurationFiles), z.string()).optional(),
  newline: z.string().optional(),
  unended: z.literal(true).optional(),
  /** Lines that nothing in Postil corresponds to. */
  rest: z.array(z.object({ line: z.number(), written: z.string() })).optional(),
  equivalences: z
    .array(
      z.object({
        ...keptLine,
        type: z.string(),
        members: z.array(z.string()),
        /** Those of them that are not there. */
        missing: z.array(z.string()).optional(),
        mixed: z.literal(true).optional(),
      }),
    )
    .optional(),
});

/** An entry that came from an equivalence knows in which document, and what it was called then. */
const entryFields = z.object({ document: z.string().optional(), name: z.string().optional() });

/** What records that came from brat keep of their lines, each kind of record its own. */
export type KeptAnnotation = z.infer<typeof annotationFields>;
export type KeptLink = z.infer<typeof linkFields>;
export type KeptDocument = z.infer<typeof documentFields>;
export type KeptConfiguration = NonNullable<KeptDocument['configuration']>;
export type KeptEntry = z.infer<typeof entryFields>;
export type KeptAttribute = z.infer<typeof attribute>;
export type KeptReference = z.infer<typeof reference>;
export type KeptNote = z.infer<typeof note>;

function kept<Kept>(schema: z.ZodType<Kept>, origin: Origin | null): Kept | null {
  if (origin?.format !== bratFormat) return null;
  const read = schema.safeParse(origin.fields);
  return read.success ? read.data : null;
}

/** What a record keeps; null where it did not come from brat. */
export const keptAnnotation = (origin: Origin | null): KeptAnnotation | null =>
  kept(annotationFields, origin);
export const keptLink = (origin: Origin | null): KeptLink | null => kept(linkFields, origin);
export const keptDocument = (origin: Origin | null): KeptDocument | null => kept(documentFields, origin);
export const keptEntry = (origin: Origin | null): KeptEntry | null => kept(entryFields, origin);

type Kept = KeptAnnotation | KeptLink | KeptDocument | KeptEntry;

/** The origin of a record that came from brat; without the fields that say nothing. */
export const bratOrigin = (id: string | null, fields: Kept): Origin => ({
  format: bratFormat,
  id,
  fields: Object.fromEntries(
    Object.entries(fields).filter(
      ([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0),
    ),
  ),
});
