import { z } from 'zod';
import type { Brand } from '../../core/brand';

/** The id of a record. */
export const id = <Id extends Brand<string, string>>(): z.ZodType<Id> =>
  z.string().min(1).max(200) as unknown as z.ZodType<Id>;

/** Values by names that nobody knows beforehand. */
export const fields = <Value extends z.ZodType>(value: Value) => z.record(z.string(), value);

/** Words by language. */
export const localised = fields(z.string());

/** Where a record came from; null for what was made here. */
export const origin = z
  .strictObject({ format: z.string(), id: z.string().nullable(), fields: fields(z.json()) })
  .nullable();

const choice = z.strictObject({ value: z.string(), names: localised });

/** What an attribute takes. */
export const domain = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('yes-no') }),
  z.strictObject({ kind: z.literal('one-of'), choices: z.array(choice) }),
  z.strictObject({ kind: z.literal('several-of'), choices: z.array(choice) }),
  z.strictObject({ kind: z.literal('number') }),
  z.strictObject({ kind: z.literal('date') }),
  z.strictObject({ kind: z.literal('text') }),
  z.strictObject({ kind: z.literal('vocabulary') }),
]);
