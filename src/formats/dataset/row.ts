import { z } from 'zod';
import { kinds } from '../../core/model/codebook';
import { statuses } from '../../core/model/document';

const text = z.string().nullish();
const offset = z.int().nonnegative();
const list = <Item extends z.ZodType>(item: Item) =>
  z
    .array(item)
    .nullish()
    .transform((items) => items ?? []);

const value = z.object({
  id: z.string(),
  name: z.string(),
  domain: z.string(),
  value: z.string(),
  label: text,
});

const role = z.object({
  role: z.string(),
  name: z.string(),
  by: z.enum(['annotation', 'entry', 'span']),
  annotation: text,
  document: text,
  entry: text,
  start: offset.nullish(),
  end: offset.nullish(),
  quote: text,
  origin: text,
});

/** An annotation within its document's row. */
export const annotationRow = z.object({
  id: z.string().min(1),
  type: z.string().min(1),
  label: text,
  kind: z.enum(kinds),
  fragments: list(z.object({ start: offset, end: offset, quote: text })),
  entry: text,
  entry_name: text,
  attributes: list(value),
  roles: list(role),
  coder: text,
  status: z.enum(statuses).nullish(),
  note: text,
  created_at: text,
  modified_at: text,
  origin: text,
});

/** A document's row; what is wrong with one annotation is no reason to leave out the others, so they are judged later. */
export const documentRow = z.object({
  document_id: z.string().min(1),
  document_name: text,
  document_status: z.enum(statuses).nullish(),
  document_note: text,
  metadata: list(z.object({ key: z.string(), value: z.string() })),
  attributes: list(value),
  segmentations: list(
    z.object({ unit: z.enum(['token', 'sentence']), starts: list(offset), ends: list(offset), origin: text }),
  ),
  annotations: list(z.unknown()),
  origin: text,
  text: z.string(),
});

export const entryRow = z.object({
  entry_id: z.string().min(1),
  kind: z.enum(['entity', 'event']),
  type: text,
  name: z.string(),
  aliases: list(z.string()),
  identifiers: list(z.object({ scheme: z.string(), value: z.string() })),
  note: text,
  date: text,
  place: text,
  attributes: list(value),
  origin: text,
});

export type ValueRow = z.input<typeof value>;
export type RoleRow = z.infer<typeof role>;
export type AnnotationRow = z.infer<typeof annotationRow>;
export type DocumentRow = z.infer<typeof documentRow>;
export type EntryRow = z.infer<typeof entryRow>;
