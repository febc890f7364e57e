import type { Handlers } from '../../contract/call';
import type { EngineCalls } from '../../contract/engine-calls';
import { fail, type Result } from '../../core/result';
import type { Project } from '../project';
import { problemOf } from '../storage/file/errors';
import type { Handler } from './handler';
import { handlers } from './handlers';

/** The calls of the contract, answered for one project. No exception leaves them. */
export function bindCalls(project: Project): Handlers<EngineCalls> {
  const bound = Object.entries(handlers).map(([name, handler]) => [
    name,
    async (input: unknown): Promise<Result<unknown>> => {
      try {
        // Of this pair of a name and its handler, the type checker has lost that they belong together.
        return await (handler as Handler<keyof EngineCalls>)(project, input as never);
      } catch (error) {
        return fail(problemOf(error, project.path));
      }
    },
  ]);
  return Object.fromEntries(bound) as Handlers<EngineCalls>;
}
