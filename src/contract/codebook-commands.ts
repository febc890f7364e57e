import { z } from 'zod';
import type {
  AttributeFields,
  CodebookCommand,
  RoleFields,
  TypeFields,
} from '../core/commands/codebook/command';
import type { AnnotationId, AttributeId, DocumentId, LinkId, RoleId, TypeId } from '../core/ids';
import { kinds } from '../core/model/codebook';
import { idOf, language, span } from './fields';

const type = idOf<TypeId>();
const role = idOf<RoleId>();
const attribute = idOf<AttributeId>();
const annotation = idOf<AnnotationId>();
const key = z.string().min(1).max(40).nullable();
const names = z.record(language, z.string().max(500));
const texts = z.record(language, z.string().max(100_000));
const position = z.int().nonnegative();
const count = z.int().nonnegative().max(1_000_000);
const value = z.string().min(1).max(500);

/** Some of an object's fields: those that are there are whole. */
const someOf = <Fields extends object>(schema: z.ZodObject & z.ZodType<Fields>): z.ZodType<Partial<Fields>> =>
  schema.partial() as unknown as z.ZodType<Partial<Fields>>;

const typeFields = z.strictObject({
  names,
  guidelines: texts,
  examples: z.array(z.string().max(10_000)).max(1000),
  hue: z.int().min(0).max(359),
  key,
  symmetric: z.boolean(),
});

const roleFields = z.strictObject({
  names,
  key,
  min: count,
  max: count.nullable(),
  fillers: z.strictObject({
    kinds: z.array(z.enum(kinds)),
    types: z.array(type),
    entries: z.boolean(),
    spans: z.boolean(),
  }),
  sticky: z.boolean(),
  acyclic: z.boolean(),
  acrossDocuments: z.boolean(),
});

const choices = z.array(z.strictObject({ value, names })).max(10_000);

const attributeFields = z.strictObject({
  names,
  key,
  domain: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('yes-no') }),
    z.strictObject({ kind: z.literal('one-of'), choices }),
    z.strictObject({ kind: z.literal('several-of'), choices }),
    z.strictObject({ kind: z.literal('number') }),
    z.strictObject({ kind: z.literal('date') }),
    z.strictObject({ kind: z.literal('text') }),
    z.strictObject({ kind: z.literal('vocabulary') }),
  ]),
  required: z.boolean(),
  default: z
    .union([
      z.string(),
      z.number(),
      z.boolean(),
      z.array(z.string()),
      z.strictObject({ edtf: z.string(), words: z.string() }),
    ])
    .nullable(),
});

const owner = z.discriminatedUnion('of', [
  z.strictObject({ of: z.literal('type'), type }),
  z.strictObject({ of: z.literal('entry') }),
  z.strictObject({ of: z.literal('document') }),
]);

/** Words that get the type that is made. */
const untyped = z.strictObject({ document: idOf<DocumentId>(), fragments: z.array(span).min(1) });

/** The changes of the codebook that may be asked for. */
export const codebookCommands = [
  z.strictObject({
    name: z.literal('type.create'),
    kind: z.enum(kinds),
    parent: type.nullable(),
    type: typeFields,
    use: z
      .discriminatedUnion('by', [
        z.strictObject({
          by: z.literal('tagging'),
          annotation: untyped,
        }),
        z.strictObject({ by: z.literal('retyping'), annotations: z.array(annotation).min(1) }),
        z.strictObject({
          by: z.literal('filling'),
          annotation,
          role,
          replaces: idOf<LinkId>().nullable(),
          mention: untyped,
        }),
        z.strictObject({ by: z.literal('relating'), relation: type, from: annotation, mention: untyped }),
      ])
      .exactOptional(),
  }),
  z.strictObject({ name: z.literal('type.change'), type, change: someOf<TypeFields>(typeFields) }),
  z.strictObject({
    name: z.literal('type.move'),
    type,
    parent: type.nullable(),
    position,
    keep: z.boolean(),
    join: z.boolean(),
  }),
  z.strictObject({ name: z.literal('type.remove'), type, to: type.nullable(), keep: z.boolean() }),
  z.strictObject({
    name: z.literal('type.merge'),
    type,
    into: type,
    keep: z.boolean(),
    join: z.boolean(),
  }),
  z.strictObject({ name: z.literal('role.create'), type, role: roleFields }),
  z.strictObject({
    name: z.literal('role.change'),
    role,
    change: someOf<RoleFields>(roleFields),
    retype: type.nullable(),
  }),
  z.strictObject({ name: z.literal('role.move'), role, type, position }),
  z.strictObject({ name: z.literal('role.remove'), role, to: role.nullable() }),
  z.strictObject({ name: z.literal('attribute.create'), owner, attribute: attributeFields }),
  z.strictObject({
    name: z.literal('attribute.change'),
    attribute,
    change: someOf<AttributeFields>(attributeFields),
    values: z.array(z.strictObject({ from: z.string(), to: z.string().nullable() })).max(10_000),
    language: language.exactOptional(),
  }),
  z.strictObject({ name: z.literal('attribute.move'), attribute, owner, position }),
  z.strictObject({ name: z.literal('attribute.remove'), attribute }),
  z.strictObject({ name: z.literal('choice.rename'), attribute, from: value, to: value }),
] as const;

/** A change of the codebook by itself, as a preview asks for it. */
export const codebookCommand: z.ZodType<CodebookCommand> = z.discriminatedUnion('name', codebookCommands);
