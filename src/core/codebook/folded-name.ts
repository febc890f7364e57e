/**
 * A name without what does not tell names apart: formats without blanks or capitals of their own write `Public_Office`
 * for `public office`. What folds to the same is taken for the same when files come in.
 */
export const foldedName = (name: string): string =>
  name
    .trim()
    .replace(/[\s_]+/gu, ' ')
    .toLocaleLowerCase('und');
