import type { Fault } from '../../contract/engine-answers';
import type { Reader } from '../storage/file/connection';

/** What a rule comes to for one thing that it looked at: a fault, or nothing to complain of. */
export type Finding = Fault | null;

/** Looks at one thing after another, so that the check can breathe between them. */
export type Rule = (reader: Reader) => Iterable<Finding>;

/** A rule that does not hold at a place. */
export const fault = (rule: string, where: string, detail: string): Fault => ({ rule, where, detail });

/** A rule that is an SQL query for what breaks it: its rows say where, and in what way. */
export const forbid = (rule: string, sql: string): Rule =>
  function* (reader) {
    for (const { place, detail } of reader.query<{ place: string; detail: string }>(sql).each())
      yield fault(rule, place, detail);
  };
