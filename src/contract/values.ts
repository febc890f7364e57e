import { z } from 'zod';
import type { ValuesCommand } from '../core/commands/values-command';
import type { AnnotationId, AttributeId, DocumentId, EntryId, TermId } from '../core/ids';
import { declareCall } from './call';
import { hidden, idOf, name } from './fields';

const attribute = idOf<AttributeId>();
const term = idOf<TermId>();
const terms = z.array(term).min(1);

const target = z.discriminatedUnion('of', [
  z.strictObject({ of: z.literal('annotation'), annotations: z.array(idOf<AnnotationId>()).min(1) }),
  z.strictObject({ of: z.literal('entry'), entries: z.array(idOf<EntryId>()).min(1) }),
  z.strictObject({ of: z.literal('document'), documents: z.array(idOf<DocumentId>()).min(1) }),
]);

/** A value of any domain; whether the attribute takes it is for the engine to say. */
const value = z.union([
  z.string().max(100_000),
  z.number(),
  z.boolean(),
  z.array(z.string().max(1000)).max(1000),
  z.strictObject({ edtf: z.string().max(200), words: z.string().max(1000) }),
]);

/** What may be asked of attributes and vocabularies, as it arrives from outside. */
export const valuesCommands = [
  z.strictObject({ name: z.literal('value.set'), target, attribute, value: value.nullable() }),
  z.strictObject({
    name: z.literal('choice.add'),
    attribute,
    choice: z.strictObject({ value: name, names: z.record(z.string().min(1).max(35), name) }),
    for: target,
  }),
  z.strictObject({
    name: z.literal('term.create'),
    attribute,
    term: name,
    parent: term.nullable(),
    for: target.nullable(),
  }),
  z.strictObject({ name: z.literal('term.rename'), term, to: name }),
  z.strictObject({ name: z.literal('term.merge'), terms, into: term }),
  z.strictObject({ name: z.literal('term.move'), terms, parent: term.nullable() }),
  z.strictObject({ name: z.literal('term.remove'), terms, uses: z.enum(['refuse', 'clear']) }),
] as const satisfies readonly z.ZodType<ValuesCommand>[];

/** What the interface may ask of vocabularies. */
export const valuesCalls = {
  /** How many values each term of a vocabulary is; those that are none are not in the answer. */
  'terms.counts': declareCall(z.strictObject({ attribute, hidden }))<
    readonly (readonly [TermId, number])[]
  >(),
} as const;
