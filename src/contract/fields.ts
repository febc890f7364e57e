import { z } from 'zod';
import type { CoderId } from '../core/ids';
import { codePoint, type CodePointOffset } from '../core/offsets';
import type { Brand } from '../core/brand';
import type { Span } from '../core/model/annotation';

/** An id of any record: opaque, not empty, short enough to be a key. */
export const idOf = <Id extends Brand<string, string>>(): z.ZodType<Id> =>
  z.string().min(1).max(200) as unknown as z.ZodType<Id>;

/**
 * The coders whose annotations the one who asks does not want to see, above all because they code blind: these are
 * neither listed nor counted nor quoted in the answer.
 */
export const hidden = z.array(idOf<CoderId>());

export const offset: z.ZodType<CodePointOffset> = z.number().int().nonnegative().transform(codePoint);

export const span: z.ZodType<Span> = z
  .strictObject({ start: offset, end: offset })
  .refine((value) => value.start <= value.end, { error: 'the end stands before the start' });

/** What is asked without saying anything more. */
export const nothing = z.strictObject({});

/** A language as BCP 47 names it. */
export const language = z.string().min(2).max(35);

/** A name that a person gives: no longer than fits a list. */
export const name = z.string().trim().min(1).max(500);

export const note = z.string().max(100_000);

/** A path of this machine. Made by dialogs, by drops and by the command line, never typed by a document. */
export const path = z.string().min(1).max(32_000);

/** A file's place inside something that was dropped, such as `corpus/2021/a.txt`: never absolute, never upwards. */
export const relativePath = z
  .string()
  .min(1)
  .max(4000)
  .refine(
    (value) =>
      value.split(/[/\\]/u).every((step) => !['', '.', '..'].includes(step)) && !value.includes('\0'),
    {
      error: 'is not a path inside a folder',
    },
  );

/** A long job's name, chosen by whoever starts it: progress events carry it, and it can be cancelled by it. */
export const job = z.string().min(1).max(100);
