import { z } from 'zod';
import type { Timestamp } from '../../core/ids';
import type { Fragment } from '../../core/model/annotation';
import { kinds } from '../../core/model/codebook';
import { longestDocument, statuses } from '../../core/model/document';
import type { RecordName, Records } from '../../core/model/records';
import type { CodePointOffset } from '../../core/offsets';
import { domain, fields, id, localised, origin } from '../exchange/schema';

/** The version of the format that this program writes, and the latest that it reads. */
export const formatVersion = 2;
export const formatName = 'postil-project';

/** A record as it stands in a file: its section says what it is. Documents have their text with them. */
export type InFile<Name extends RecordName> = Omit<Records[Name], 'record'> &
  (Name extends 'document' ? { readonly text: string } : unknown);

const offset = z.int().nonnegative() as unknown as z.ZodType<CodePointOffset>;
const timestamp = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/) as unknown as z.ZodType<Timestamp>;
const attributeValue = z.union([
  z.string(),
  z.number(),
  z.boolean(),
  z.array(z.string()),
  z.strictObject({ edtf: z.string(), words: z.string() }),
]);
const attributes = fields(attributeValue);
const status = z.enum(statuses);

const fragment: z.ZodType<Fragment> = z
  .strictObject({ start: offset, end: offset, quote: z.string() })
  .refine(({ start, end }) => start <= end, { error: 'end', path: ['end'] });

const isInTextOrder = (fragments: readonly Fragment[]): boolean =>
  fragments.every((fragment, index) => {
    const before = fragments[index - 1];
    return !before || (before.start - fragment.start || before.end - fragment.end) <= 0;
  });

const owner = z.discriminatedUnion('of', [
  z.strictObject({ of: z.literal('type'), type: id<Records['type']['id']>() }),
  z.strictObject({ of: z.literal('entry') }),
  z.strictObject({ of: z.literal('document') }),
]);

const target = z.discriminatedUnion('by', [
  z.strictObject({ by: z.literal('annotation'), annotation: id<Records['annotation']['id']>() }),
  z.strictObject({ by: z.literal('entry'), entry: id<Records['entry']['id']>() }),
  z.strictObject({ by: z.literal('span'), span: fragment }),
]);

const inOrder = (spans: readonly (readonly [number, number])[]): boolean =>
  spans.every(
    ([start, end], index) => start <= end && (index === 0 || (spans[index - 1]?.[0] ?? 0) <= start),
  );

const spans = z.array(z.tuple([offset, offset])).refine(inOrder, { error: 'order' });

const type = z.strictObject({
  id: id<Records['type']['id']>(),
  kind: z.enum(kinds),
  parent: id<Records['type']['id']>().nullable(),
  position: z.int(),
  names: localised,
  guidelines: localised,
  examples: z.array(z.string()).default([]),
  hue: z.int().min(0).max(359),
  key: z.string().nullable(),
  symmetric: z.boolean(),
  origin,
});

const role = z
  .strictObject({
    id: id<Records['role']['id']>(),
    type: id<Records['type']['id']>(),
    position: z.int(),
    names: localised,
    key: z.string().nullable(),
    min: z.int().nonnegative(),
    max: z.int().nonnegative().nullable(),
    fillers: z.strictObject({
      kinds: z.array(z.enum(kinds)),
      types: z.array(id<Records['type']['id']>()),
      entries: z.boolean(),
      spans: z.boolean(),
    }),
    acrossDocuments: z.boolean().default(false),
    acyclic: z.boolean().default(false),
    sticky: z.boolean().default(false),
    origin,
  })
  .refine(({ min, max }) => max === null || min <= max, { error: 'max', path: ['max'] });

const attribute = z.strictObject({
  id: id<Records['attribute']['id']>(),
  owner,
  position: z.int(),
  names: localised,
  key: z.string().nullable(),
  domain,
  required: z.boolean(),
  default: attributeValue.nullable(),
  origin,
});

/**
 * What each record looks like in a file. The order of the fields is that in which they are written. Those that came
 * with version 2 may be missing, as they are in files of version 1.
 */
export const recordSchemas = {
  coder: z.strictObject({ id: id<Records['coder']['id']>(), name: z.string(), origin }),
  type,
  role,
  attribute,
  term: z.strictObject({
    id: id<Records['term']['id']>(),
    attribute: id<Records['attribute']['id']>(),
    parent: id<Records['term']['id']>().nullable(),
    name: z.string(),
    origin,
  }),
  version: z.strictObject({
    id: id<Records['version']['id']>(),
    number: z.int().positive(),
    coder: id<Records['coder']['id']>(),
    at: timestamp,
    note: z.string(),
    types: z.array(type.safeExtend({ record: z.literal('type') })),
    roles: z.array(role.safeExtend({ record: z.literal('role') })),
    attributes: z.array(attribute.safeExtend({ record: z.literal('attribute') })),
    origin,
  }),
  entry: z.strictObject({
    id: id<Records['entry']['id']>(),
    kind: z.enum(['entity', 'event']),
    type: id<Records['type']['id']>().nullable(),
    name: z.string(),
    aliases: z.array(z.string()),
    identifiers: z.array(z.strictObject({ scheme: z.string(), value: z.string() })),
    note: z.string(),
    date: z.string().nullable(),
    place: id<Records['entry']['id']>().nullable(),
    attributes,
    origin,
  }),
  document: z.strictObject({
    id: id<Records['document']['id']>(),
    name: z.string(),
    position: z.int(),
    status,
    note: z.string(),
    metadata: localised,
    attributes,
    sha256: z.string().regex(/^[0-9a-f]{64}$/),
    length: z.int().min(1).max(longestDocument),
    encoding: z.string(),
    byteOrderMark: z.boolean(),
    addedAt: timestamp,
    origin,
    text: z.string().min(1),
  }),
  segmentation: z.strictObject({
    id: id<Records['segmentation']['id']>(),
    document: id<Records['document']['id']>(),
    unit: z.enum(['token', 'sentence']),
    spans,
    origin,
  }),
  annotation: z.strictObject({
    id: id<Records['annotation']['id']>(),
    document: id<Records['document']['id']>(),
    type: id<Records['type']['id']>(),
    coder: id<Records['coder']['id']>(),
    version: id<Records['version']['id']>().nullable().default(null),
    fragments: z.array(fragment).refine(isInTextOrder, { error: 'order' }),
    entry: id<Records['entry']['id']>().nullable(),
    attributes,
    status,
    note: z.string(),
    createdAt: timestamp,
    modifiedAt: timestamp,
    origin,
  }),
  link: z.strictObject({
    id: id<Records['link']['id']>(),
    annotation: id<Records['annotation']['id']>(),
    role: id<Records['role']['id']>(),
    position: z.int().nonnegative(),
    target,
    origin,
  }),
} as const satisfies { readonly [Name in RecordName]: z.ZodObject & z.ZodType<InFile<Name>> };

/** The array of the file that holds the records of each name, in the order in which they are written. */
export const sections = {
  coder: 'coders',
  type: 'types',
  role: 'roles',
  attribute: 'attributes',
  term: 'terms',
  version: 'versions',
  entry: 'entries',
  document: 'documents',
  segmentation: 'segmentations',
  annotation: 'annotations',
  link: 'links',
} as const satisfies Readonly<Record<RecordName, string>>;
