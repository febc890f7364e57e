import type { AnswerOf, InputOf } from '../../contract/call';
import type { EngineCalls } from '../../contract/engine-calls';
import type { Result } from '../../core/result';
import type { Project } from '../project';

/** Answers one call of the contract on a project. Its input has been parsed; whatever it throws becomes a problem. */
export type Handler<Name extends keyof EngineCalls> = (
  project: Project,
  input: InputOf<EngineCalls[Name]>,
) => Result<AnswerOf<EngineCalls[Name]>> | Promise<Result<AnswerOf<EngineCalls[Name]>>>;

/** A handler for every call: one that is missing does not compile. */
export type EngineHandlers = { readonly [Name in keyof EngineCalls]: Handler<Name> };
