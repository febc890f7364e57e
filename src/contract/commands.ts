import { z } from 'zod';
import type { Command } from '../core/commands/command';
import type { AnnotationId, CoderId, DocumentId, EntryId, LinkId, RoleId, TypeId } from '../core/ids';
import { statuses } from '../core/model/document';
import { codebookCommands } from './codebook-commands';
import { idOf, name, note, span } from './fields';
import { documentsCommands } from './documents';
import { occurrenceCommands } from './occurrences';
import { registryCommands } from './registry';
import { valuesCommands } from './values';

const annotation = idOf<AnnotationId>();
const annotations = z.array(annotation).min(1);
const document = idOf<DocumentId>();
const documents = z.array(document).min(1);
const type = idOf<TypeId>();
const status = z.enum(statuses);
const fragments = z.array(span).max(1000);

const newAnnotation = z.strictObject({ document, type, fragments });
const link = idOf<LinkId>();
const filler = z.discriminatedUnion('by', [
  z.strictObject({ by: z.literal('annotation'), annotation }),
  z.strictObject({ by: z.literal('entry'), entry: idOf<EntryId>() }),
  z.strictObject({ by: z.literal('span'), span }),
  z.strictObject({ by: z.literal('new'), mention: newAnnotation }),
]);

/** What may be asked to be changed, as it arrives from outside. */
export const command: z.ZodType<Command> = z.discriminatedUnion('name', [
  z.strictObject({
    name: z.literal('annotation.create'),
    annotations: z.array(newAnnotation).min(1),
  }),
  z.strictObject({ name: z.literal('annotation.retype'), annotations, type }),
  z.strictObject({ name: z.literal('annotation.move'), annotation, fragments }),
  z.strictObject({ name: z.literal('annotation.addFragment'), annotation, fragment: span }),
  z.strictObject({ name: z.literal('annotation.removeFragment'), annotation, fragment: span }),
  z.strictObject({ name: z.literal('annotation.delete'), annotations }),
  z.strictObject({ name: z.literal('annotation.status'), annotations, status }),
  z.strictObject({ name: z.literal('annotation.note'), annotation, note }),
  z.strictObject({ name: z.literal('document.rename'), document, to: name }),
  z.strictObject({ name: z.literal('document.status'), documents, status }),
  z.strictObject({ name: z.literal('document.note'), document, note }),
  z.strictObject({ name: z.literal('document.remove'), documents }),
  z.strictObject({ name: z.literal('coder.rename'), coder: idOf<CoderId>(), to: name }),
  ...documentsCommands,
  ...occurrenceCommands,
  ...registryCommands,
  ...valuesCommands,
  ...codebookCommands,
  z.strictObject({
    name: z.literal('link.fill'),
    annotation,
    role: idOf<RoleId>(),
    filler,
    replaces: link.nullable(),
  }),
  z.strictObject({ name: z.literal('link.remove'), links: z.array(link).min(1) }),
  z.strictObject({ name: z.literal('link.move'), link, to: z.number().int().nonnegative() }),
  z.strictObject({
    name: z.literal('relation.create'),
    type,
    from: annotation,
    to: filler.refine((end) => end.by === 'annotation' || end.by === 'new'),
  }),
  z.strictObject({ name: z.literal('relation.swap'), relation: annotation }),
]);
