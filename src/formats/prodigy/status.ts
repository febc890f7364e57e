import type { Status } from '../../core/model/document';
import type { Json } from '../../core/model/origin';

const answers: Readonly<Record<Status, string | null>> = { done: 'accept', doubtful: 'ignore', draft: null };

/** A task that was accepted is done, one that was rejected or passed over is doubtful, one without answer is open. */
export const statusOf = (answer: Json | undefined): Status =>
  answer === 'accept' ? 'done' : typeof answer === 'string' ? 'doubtful' : 'draft';

/** The answer that stands for a status; the one that came with the task, as long as it still does. */
export const answerFor = (status: Status, before: Json | undefined): string | null =>
  typeof before === 'string' && statusOf(before) === status ? before : answers[status];
