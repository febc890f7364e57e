import type { Migration } from './migration';

/** Annotations by how their words begin, so that a table of a million of them is sorted by text at once. */
export const headsOfFragments: Migration = {
  version: 3,
  script: /* sql */ `
CREATE INDEX fragment_by_head ON fragment (substr(quote, 1, 6)) WHERE position = 0;
`,
};
