import { changesScript } from './0001-changes';
import { codebookScript } from './0001-codebook';
import { codingScript } from './0001-coding';
import { corpusScript } from './0001-corpus';
import type { Migration } from './migration';

/**
 * The tables of the first version. References are checked when a change is complete, since records of one change
 * may refer to each other in any order. Columns that hold JSON are named in the scripts with `json_valid`.
 */
export const firstMigration: Migration = {
  version: 1,
  script: [corpusScript, codebookScript, codingScript, changesScript].join('\n'),
};
