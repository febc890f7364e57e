import { z } from 'zod';
import type { AttributeId, RoleId, TermId, TypeId } from '../../core/ids';
import { kinds } from '../../core/model/codebook';
import { domain, fields, id, localised, origin as recordOrigin } from '../exchange/schema';

/** The version of the codebook file that this program writes, and the latest that it reads. */
export const codebookVersion = 1;
export const codebookFormat = 'postil-codebook';

const key = z.string().nullable().default(null);
const origin = recordOrigin.default(null);
const flag = z.boolean().default(false);

/** What a role is, whichever type has it. */
const roleDefinition = z.strictObject({
  names: localised,
  key,
  min: z.int().nonnegative().default(0),
  max: z.int().nonnegative().nullable().default(null),
  fillers: z.strictObject({
    kinds: z.array(z.enum(kinds)).default([]),
    types: z.array(id<TypeId>()).default([]),
    entries: flag,
    spans: flag,
  }),
  sticky: flag,
  acyclic: flag,
  acrossDocuments: flag,
  origin,
});

/** What an attribute is, whichever type has it. The terms of a vocabulary stand with it. */
const attributeDefinition = z.strictObject({
  names: localised,
  key,
  domain,
  required: flag,
  default: z
    .union([z.string(), z.number(), z.boolean(), z.array(z.string())])
    .nullable()
    .default(null),
  terms: z
    .array(
      z.strictObject({
        id: id<TermId>(),
        parent: id<TermId>().nullable().default(null),
        name: z.string(),
        origin,
      }),
    )
    .default([]),
  origin,
});

const ownRole = z.strictObject({ id: id<RoleId>(), ...roleDefinition.shape });
const ownAttribute = z.strictObject({ id: id<AttributeId>(), ...attributeDefinition.shape });

/** A type with its roles and attributes: named ones that several types share, or its own. */
const typeEntry = z.strictObject({
  id: id<TypeId>(),
  kind: z.enum(kinds),
  parent: id<TypeId>().nullable().default(null),
  names: localised,
  guidelines: localised.default({}),
  examples: z.array(z.string()).default([]),
  hue: z.int().min(0).max(359),
  key,
  symmetric: flag,
  roles: z.array(z.union([z.string(), ownRole])).default([]),
  attributes: z.array(z.union([z.string(), ownAttribute])).default([]),
  origin,
});

/** A codebook in a file of its own. */
export const codebookFile = z.strictObject({
  format: z.literal(codebookFormat),
  version: z.literal(codebookVersion),
  names: localised.default({}),
  descriptions: localised.default({}),
  sources: z.array(z.string()).default([]),
  roles: fields(roleDefinition).default({}),
  attributes: fields(attributeDefinition).default({}),
  types: z.array(typeEntry),
  entryAttributes: z.array(ownAttribute).default([]),
  documentAttributes: z.array(ownAttribute).default([]),
});

export type RoleDefinition = z.output<typeof roleDefinition>;
export type AttributeDefinition = z.output<typeof attributeDefinition>;
export type TypeEntry = z.output<typeof typeEntry>;

/** The JSON Schema (2020-12) of a codebook file, as it is published in `resources/`. */
export function codebookJsonSchema(): object {
  const { $schema, ...schema } = z.toJSONSchema(codebookFile, { target: 'draft-2020-12', io: 'input' });
  return {
    $schema,
    title: 'A Postil codebook',
    description:
      'The types of a codebook in the order in which they are shown. A role or an attribute that a type gives by name is defined once at the top, and its id is that of the type, a full stop and the name.',
    ...schema,
  };
}
