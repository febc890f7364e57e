import { z } from 'zod';
import { recordNames } from '../../core/model/records';
import { formatName, formatVersion, recordSchemas } from './schema';

const changedRecord = z.looseObject({ record: z.enum(recordNames), id: z.string() });

/** A change as the history tells it. */
const change = z.strictObject({
  number: z.int().positive(),
  name: z.string(),
  cause: z.enum(['do', 'undo', 'redo']),
  of: z.int().positive().nullable(),
  coder: z.string(),
  at: z.string(),
  backTo: z.int().positive().optional(),
  added: z.array(changedRecord),
  updated: z.array(z.tuple([changedRecord, changedRecord])),
  removed: z.array(changedRecord),
});

/** A whole file. Only the published schema is made of it: files are read record by record. */
const projectFile = z.strictObject({
  format: z.literal(formatName),
  version: z.int().min(1).max(formatVersion),
  coders: z.array(recordSchemas.coder),
  types: z.array(recordSchemas.type),
  roles: z.array(recordSchemas.role),
  attributes: z.array(recordSchemas.attribute),
  terms: z.array(recordSchemas.term),
  versions: z.array(recordSchemas.version).optional(),
  entries: z.array(recordSchemas.entry),
  documents: z.array(recordSchemas.document),
  segmentations: z.array(recordSchemas.segmentation),
  annotations: z.array(recordSchemas.annotation),
  links: z.array(recordSchemas.link),
  history: z.array(change).optional(),
  removedTexts: z.array(z.strictObject({ sha256: z.string(), text: z.string() })).optional(),
});

/** The JSON Schema (2020-12) of Postil's own format, as it is published in `resources/`. */
export function projectJsonSchema(): object {
  const { $schema, ...schema } = z.toJSONSchema(projectFile, { target: 'draft-2020-12', io: 'input' });
  return {
    $schema,
    title: 'A Postil project',
    description:
      'Everything that a project holds. Offsets count Unicode code points from 0, start inclusive, end exclusive.',
    ...schema,
  };
}
