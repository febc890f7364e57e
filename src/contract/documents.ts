import { z } from 'zod';
import type { DocumentsCommand } from '../core/commands/documents-command';
import type { DocumentId } from '../core/ids';
import { declareCall } from './call';
import type { Change } from './engine-answers';
import { idOf, name, offset } from './fields';

const document = idOf<DocumentId>();
const documents = z.array(document).min(1);

/** What may be asked of the documents' metadata and queue, as it arrives from outside. */
export const documentsCommands = [
  z.strictObject({
    name: z.literal('document.metadata'),
    documents,
    values: z.record(z.string().trim().min(1).max(200), z.string().max(10_000).nullable()),
  }),
  z.strictObject({ name: z.literal('document.reorder'), documents, before: document.nullable() }),
] as const satisfies readonly z.ZodType<DocumentsCommand>[];

/** Changes of documents that the engine has to compute, because their texts are in the file. */
export const documentsCalls = {
  /** Makes two documents of one, with all that lies in them, as one change. */
  'document.split': declareCall(
    z.strictObject({ document, at: offset, names: z.tuple([name, name]) }),
  )<Change>(),
  /** Makes one document of several, in the order of the queue, as one change. */
  'documents.join': declareCall(z.strictObject({ documents, name }))<Change>(),
} as const;
