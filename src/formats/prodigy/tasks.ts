import type { Json } from '../../core/model/origin';
import { idIn, isObject, listIn, type JsonObject } from '../json-lines/json';

export const format = 'prodigy';

/** What a task of one annotator has beside what Postil knows; a document keeps one for each. */
export interface TaskOfDocument {
  readonly coder: string | null;
  readonly members: JsonObject;
}

/** The tasks that a document came from. */
export const tasksIn = (kept: Json | undefined): readonly TaskOfDocument[] =>
  listIn(kept).flatMap((task) =>
    isObject(task) && isObject(task['members'])
      ? [{ coder: typeof task['coder'] === 'string' ? task['coder'] : null, members: task['members'] }]
      : [],
  );

/** As the fields of an origin keep them. */
export const keptTasks = (tasks: readonly TaskOfDocument[]): readonly Json[] =>
  tasks.map(({ coder, members }) => ({ coder, members }));

/**
 * Who made a task: the annotator, who may have an empty name, else the session, by which versions before 1.11 tell them
 * apart; null for nobody.
 */
export const annotatorOf = ({ _annotator_id: name, _session_id: session }: JsonObject): string | null =>
  typeof name === 'string' ? name : (idIn(name) ?? idIn(session) ?? null);
