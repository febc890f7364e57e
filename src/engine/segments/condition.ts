import type { SqlValue } from '../storage/file/connection';

/** A part of a WHERE clause, with what is bound to its question marks in order. */
export interface Condition {
  readonly sql: string;
  readonly values: readonly SqlValue[];
}

/** Conditions of which all have to hold, or any. */
export const together = (parts: readonly Condition[], by: 'AND' | 'OR'): Condition => ({
  sql: `(${parts.map(({ sql }) => sql).join(` ${by} `)})`,
  values: parts.flatMap(({ values }) => values),
});
