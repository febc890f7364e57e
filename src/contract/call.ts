import type { z } from 'zod';
import type { Result } from '../core/result';

/**
 * One call of the contract: a schema that every input is parsed with at the boundary, and the type of what comes
 * back. Answers are made by our own code and are trusted; they carry no schema.
 */
export interface Call<Input, Answer> {
  readonly input: z.ZodType<Input>;
  /** Only a type: there is no value here. */
  readonly answer?: Answer;
}

/** Declares a call: `declareCall(schema)<Answer>()`. */
export const declareCall =
  <Input>(input: z.ZodType<Input>) =>
  <Answer>(): Call<Input, Answer> => ({ input });

export type InputOf<Declared> = Declared extends Call<infer Input, unknown> ? Input : never;
export type AnswerOf<Declared> = Declared extends Call<unknown, infer Answer> ? Answer : never;

/** A function for every call: one that is missing does not compile. */
export type Handlers<All extends object> = {
  readonly [Name in keyof All]: (input: InputOf<All[Name]>) => Promise<Result<AnswerOf<All[Name]>>>;
};
