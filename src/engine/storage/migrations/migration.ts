/**
 * One step in the life of the file's layout. Steps are never changed once released: a new one is added. A column whose
 * meaning changes gets another name, so that an older program sees that it cannot read the file (`hasOwnLayout`).
 */
export interface Migration {
  /** The `user_version` that the step leads to: 1, 2, 3, … */
  readonly version: number;
  /** A script that changes the tables and carries over what they hold. */
  readonly script: string;
}
